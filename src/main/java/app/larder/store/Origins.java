package app.larder.store;

import app.larder.recipes.Origin;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where recipes came from, to and from JSON; what another program wrote into its place is no origin. */
final class Origins {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Origins() {}

    static @Nullable String text(@Nullable Origin origin) {
        return origin == null ? null : JSON.writeValueAsString(origin);
    }

    static @Nullable Origin read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return JSON.readValue(text, Origin.class);
        } catch (JacksonException e) {
            return null;
        }
    }
}

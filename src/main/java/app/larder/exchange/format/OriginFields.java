package app.larder.exchange.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program said of a recipe, between its JSON and what is kept of it. */
public final class OriginFields {

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    /** Longer than that is no recipe any more, and is not kept twice. */
    private static final int LONGEST = 300_000;

    private OriginFields() {}

    /** The fields of a JSON object, all but those named; nothing where that would be too much to keep. */
    static Map<String, Object> of(JsonNode object, Set<String> without) {
        Map<String, JsonNode> kept = new LinkedHashMap<>();
        object.forEachEntry((key, value) -> {
            if (!without.contains(key)) {
                kept.put(key, value);
            }
        });
        JsonNode tree = JSON.createObjectNode().setAll(kept);
        return tree.toString().length() > LONGEST ? Collections.emptyMap() : JSON.convertValue(tree, FIELDS);
    }

    /** The fields as JSON again. */
    public static String json(Map<String, Object> fields) {
        return JSON.writeValueAsString(fields);
    }
}

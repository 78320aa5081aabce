package app.larder.chat.wire;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the wires have it. */
final class Json {

    static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    /**
     * Reads a piece of a stream.
     *
     * @throws StreamFault if it is no JSON object
     */
    static JsonNode object(String text) {
        JsonNode node = read(text);
        if (node == null || !node.isObject()) {
            throw new StreamFault(Failure.of(FailureKind.PROTOCOL));
        }
        return node;
    }

    /** Reads JSON; null if it is none. */
    static @Nullable JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            return null;
        }
    }

    /** A text; null if it is missing, null or something else. */
    static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }

    /** A whole number; null if it is missing or something else. */
    static @Nullable Integer number(JsonNode node) {
        return node.isNumber() && node.canConvertToInt() ? Integer.valueOf(node.intValue()) : null;
    }
}

package app.larder.chat.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts tool calls together from the pieces in which the OpenAI wire sends them: id and name come first, then the
 * arguments bit by bit. Fields nobody here knows are kept, because some servers want them back (Gemini's signatures).
 */
final class CallParts {

    private final Map<Integer, ObjectNode> parts = new TreeMap<>();
    private final Map<Integer, StringBuilder> arguments = new TreeMap<>();

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Takes a piece; the name of a call that begins with it, else null. */
    @Nullable String add(JsonNode piece) {
        int place = place(piece);
        boolean fresh = !parts.containsKey(place);
        ObjectNode call = parts.computeIfAbsent(place, _ -> Json.MAPPER.createObjectNode());
        piece.properties().forEach(field -> {
            if (!field.getKey().equals("function") && !field.getValue().isNull()) {
                call.set(field.getKey(), field.getValue());
            }
        });
        JsonNode function = piece.path("function");
        ObjectNode known = call.withObjectProperty("function");
        function.properties().forEach(field -> {
            if (!field.getKey().equals("arguments") && !field.getValue().isNull()) {
                known.set(field.getKey(), field.getValue());
            }
        });
        JsonNode more = function.path("arguments");
        StringBuilder all = arguments.computeIfAbsent(place, _ -> new StringBuilder());
        // Some servers send an object where the wire has a text.
        all.append(more.isObject() ? more.toString() : more.asString(""));
        return fresh ? Json.text(known.path("name")) : null;
    }

    /** Without an index, a new id begins a new call. */
    private int place(JsonNode piece) {
        Integer index = Json.number(piece.path("index"));
        if (index != null) {
            return index;
        }
        String id = Json.text(piece.path("id"));
        for (Map.Entry<Integer, ObjectNode> known : parts.entrySet()) {
            if (id == null || id.isEmpty() || id.equals(Json.text(known.getValue().path("id")))) {
                return id == null || id.isEmpty() ? parts.size() - 1 : known.getKey();
            }
        }
        return parts.size();
    }

    List<ToolCall> calls() {
        List<ToolCall> calls = new ArrayList<>();
        parts.forEach((place, call) -> {
            String id = Json.text(call.path("id"));
            String name = Json.text(call.path("function").path("name"));
            calls.add(new ToolCall(
                    id == null ? "call_" + place : id, name == null ? "" : name, text(place)));
        });
        return calls;
    }

    /** The calls as they are echoed. */
    ArrayNode raw() {
        ArrayNode all = Json.MAPPER.createArrayNode();
        parts.forEach((place, call) -> {
            ObjectNode copy = call.deepCopy();
            copy.remove("index");
            copy.withObjectProperty("function").put("arguments", text(place));
            if (!copy.has("id")) {
                copy.put("id", "call_" + place);
            }
            if (!copy.has("type")) {
                copy.put("type", "function");
            }
            all.add(copy);
        });
        return all;
    }

    private String text(int place) {
        StringBuilder all = arguments.get(place);
        return all == null ? "" : all.toString();
    }
}

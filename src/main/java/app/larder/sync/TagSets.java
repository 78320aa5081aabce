package app.larder.sync;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Merges sets: what either side added is in, what either side removed is out. */
final class TagSets {

    private TagSets() {}

    static JsonNode merge(@Nullable JsonNode base, JsonNode mine, JsonNode theirs) {
        if (!mine.isArray() || !theirs.isArray()) {
            return theirs;
        }
        Map<String, JsonNode> before = set(base);
        Map<String, JsonNode> left = set(mine);
        Map<String, JsonNode> right = set(theirs);
        ArrayNode merged = Wire.JSON.createArrayNode();
        right.forEach((text, tag) -> {
            if (left.containsKey(text) || !before.containsKey(text)) {
                merged.add(tag);
            }
        });
        left.forEach((text, tag) -> {
            if (!right.containsKey(text) && !before.containsKey(text)) {
                merged.add(tag);
            }
        });
        return merged;
    }

    private static Map<String, JsonNode> set(@Nullable JsonNode list) {
        Map<String, JsonNode> set = new LinkedHashMap<>();
        if (list != null && list.isArray()) {
            list.forEach(tag -> set.putIfAbsent(Canonical.text(tag), tag));
        }
        return set;
    }
}

package app.larder.exchange.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The JSON-LD values of one page or file: finds recipes anywhere in them and follows {@code @id} references. */
final class Nodes {

    /** What visiting a node costs, in characters. */
    private static final int VISIT = 50;

    /** What may be spent on any text; real pages need a hundredth. */
    private static final int ALLOWANCE = 1_000_000;

    private final List<JsonNode> recipes = new ArrayList<>();
    private final Map<String, JsonNode> byId = new HashMap<>();
    private final Patience patience;
    private long room = ALLOWANCE;

    Nodes(List<JsonNode> roots, Patience patience) {
        this.patience = patience;
        Deque<JsonNode> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            patience.check();
            JsonNode node = open.removeFirst();
            room += 2 * cost(node);
            List<JsonNode> inside = children(node);
            for (int i = inside.size() - 1; i >= 0; i--) {
                open.addFirst(inside.get(i));
            }
            if (node.isObject()) {
                String id = text(node.get("@id"));
                if (id != null && node.size() > 1) {
                    byId.merge(id, node, (old, young) -> young.size() > old.size() ? young : old);
                }
                if (is(node, "Recipe")) {
                    recipes.add(node);
                }
            }
        }
    }

    /** Every recipe object, outer before inner, in the order of the source. */
    List<JsonNode> recipes() {
        return List.copyOf(recipes);
    }

    /**
     * Pays for looking at a node. References let a small text stand for an endless one, so what is read may not grow
     * far beyond what is there.
     *
     * @return false once too much was looked at
     */
    boolean affords(JsonNode node) {
        patience.check();
        room -= cost(node);
        return room >= 0;
    }

    private static long cost(JsonNode node) {
        return (long) VISIT + (node.isString() ? node.asString().length() : 0);
    }

    /** What a node stands for: itself, or the node its lone {@code @id} names. */
    JsonNode resolved(JsonNode node) {
        Set<String> seen = new HashSet<>();
        JsonNode here = node;
        while (here.isObject() && here.size() <= 2) {
            String id = text(here.get("@id"));
            JsonNode target = id == null || !seen.add(id) ? null : byId.get(id);
            if (target == null || (here.size() == 2 && !here.has("@type"))) {
                break;
            }
            here = target;
        }
        return here;
    }

    /** Whether a node's type is, or contains, a schema.org type, with or without its prefix. */
    static boolean is(JsonNode node, String type) {
        JsonNode types = node.get("@type");
        if (types == null) {
            return false;
        }
        if (types.isArray()) {
            for (JsonNode each : types.values()) {
                if (named(each, type)) {
                    return true;
                }
            }
            return false;
        }
        return named(types, type);
    }

    private static boolean named(JsonNode value, String type) {
        String text = text(value);
        if (text == null) {
            return false;
        }
        String last = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1);
        return last.toLowerCase(Locale.ROOT).equals(type.toLowerCase(Locale.ROOT));
    }

    /** The text of a string or number, trimmed; null for anything else or if blank. */
    static @Nullable String text(@Nullable JsonNode node) {
        if (node == null || !node.isValueNode() || node.isNull() || node.isBoolean()) {
            return null;
        }
        String text = node.asString().strip();
        return text.isEmpty() ? null : text;
    }

    /** The first of some fields that is there and says something. */
    static @Nullable JsonNode first(JsonNode node, String... names) {
        for (String name : names) {
            JsonNode value = node.get(name);
            if (value != null && !value.isNull() && !isEmpty(value)) {
                return value;
            }
        }
        return null;
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isContainer() ? value.isEmpty() : value.isString() && value.asString().isBlank();
    }

    /** The elements of an array, or the value alone; nothing for null. Lists in lists are flattened. */
    static List<JsonNode> each(@Nullable JsonNode value) {
        List<JsonNode> all = new ArrayList<>();
        if (value != null) {
            addEach(value, all);
        }
        return all;
    }

    private static void addEach(JsonNode value, List<JsonNode> all) {
        if (value.isArray()) {
            value.values().forEach(item -> addEach(item, all));
        } else if (!value.isNull() && !value.isMissingNode()) {
            all.add(value);
        }
    }

    private static List<JsonNode> children(JsonNode node) {
        return node.isContainer() ? List.copyOf(node.values()) : List.of();
    }
}

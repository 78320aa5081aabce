package app.larder.sync;

import app.larder.kitchen.SearchForm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Merges two computers' versions of one recipe's ingredient list, line by line. */
final class IngredientLists {

    private static final String ID = "id";

    private final UUID recipe;
    private final boolean mineLater;

    /** For a recipe; {@code mineLater}: whether this computer changed the list later. */
    IngredientLists(UUID recipe, boolean mineLater) {
        this.recipe = recipe;
        this.mineLater = mineLater;
    }

    /** The merged list and the lines that gave way. */
    record Result(JsonNode lines, List<Merge.Lost> lost) {}

    Result merge(@Nullable JsonNode base, JsonNode mine, JsonNode theirs) {
        if (!mine.isArray() || !theirs.isArray()) {
            JsonNode kept = mineLater ? mine : theirs;
            return new Result(kept, List.of(new Merge.Lost("ingredients", kept, mineLater ? theirs : mine, !mineLater)));
        }
        Map<String, JsonNode> before = lines(base == null ? Wire.JSON.createArrayNode() : base);
        Map<String, JsonNode> left = lines(restored(base, mine));
        Map<String, JsonNode> right = lines(restored(base, theirs));
        List<Merge.Lost> lost = new ArrayList<>();
        Map<String, JsonNode> result = new HashMap<>();
        Set<String> all = new LinkedHashSet<>(right.keySet());
        all.addAll(left.keySet());
        for (String id : all) {
            JsonNode line = line(id, before.get(id), left.get(id), right.get(id), lost);
            if (line != null) {
                result.put(id, line);
            }
        }
        ArrayNode lines = Wire.JSON.createArrayNode();
        order(before, left, right, result).forEach(id -> lines.add(result.get(id)));
        return new Result(lines, lost);
    }

    /** One line; null if it is out. A changed line is kept though the other side removed it. */
    private @Nullable JsonNode line(
            String id,
            @Nullable JsonNode base,
            @Nullable JsonNode mine,
            @Nullable JsonNode theirs,
            List<Merge.Lost> lost) {
        if (mine == null || theirs == null) {
            JsonNode there = mine == null ? theirs : mine;
            return base != null && there != null && Canonical.same(base, there) ? null : there;
        }
        if (Canonical.same(mine, theirs) || (base != null && Canonical.same(base, mine))) {
            return theirs;
        }
        if (base != null && Canonical.same(base, theirs)) {
            return mine;
        }
        JsonNode kept = mineLater ? mine : theirs;
        lost.add(new Merge.Lost("ingredients/" + id, kept, mineLater ? theirs : mine, !mineLater));
        return kept;
    }

    /** The order of the side that changed it, or of the later one; the other's new lines after the line they stood after. */
    private List<String> order(
            Map<String, JsonNode> before,
            Map<String, JsonNode> left,
            Map<String, JsonNode> right,
            Map<String, JsonNode> result) {
        boolean leftMoved = moved(before, left);
        boolean rightMoved = moved(before, right);
        boolean leftLeads = leftMoved == rightMoved ? mineLater : leftMoved;
        List<String> first = new ArrayList<>((leftLeads ? left : right).keySet());
        List<String> second = new ArrayList<>((leftLeads ? right : left).keySet());
        first.retainAll(result.keySet());
        for (int i = 0; i < second.size(); i++) {
            String id = second.get(i);
            if (result.containsKey(id) && !first.contains(id)) {
                int after = i == 0 ? -1 : lastOf(first, second.subList(0, i));
                first.add(after + 1, id);
            }
        }
        return first;
    }

    private static int lastOf(List<String> list, List<String> before) {
        for (int i = before.size() - 1; i >= 0; i--) {
            int at = list.indexOf(before.get(i));
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }

    private static boolean moved(Map<String, JsonNode> before, Map<String, JsonNode> now) {
        List<String> old = new ArrayList<>(before.keySet());
        old.retainAll(now.keySet());
        List<String> fresh = new ArrayList<>(now.keySet());
        fresh.retainAll(before.keySet());
        return !old.equals(fresh);
    }

    /** Lines by id; a line without one, or with one that is there already, gets one that is the same on every computer. */
    private Map<String, JsonNode> lines(JsonNode list) {
        Map<String, JsonNode> lines = new LinkedHashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        list.forEach(line -> {
            JsonNode id = line.isObject() ? line.get(ID) : null;
            String key = id != null && id.isString() ? id.stringValue() : null;
            if (key == null || lines.containsKey(key)) {
                String form = form(line);
                int occurrence = seen.merge(form, 1, Integer::sum);
                key = derived(form, occurrence);
            }
            lines.put(key, line);
        });
        return lines;
    }

    private static String form(JsonNode line) {
        return SearchForm.of(line.isObject()
                ? text(line, "quantity") + " " + text(line, "unit") + " " + text(line, "name")
                : Canonical.text(line));
    }

    private static String text(JsonNode line, String field) {
        JsonNode value = line.get(field);
        return value == null || value.isNull() ? "" : value.isString() ? value.stringValue() : Canonical.text(value);
    }

    /** RFC 9562, section 5.5: a UUID of version 5 in the name space of the recipe. */
    private String derived(String form, int occurrence) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-1");
            sha.update(ByteBuffer.allocate(16)
                    .putLong(recipe.getMostSignificantBits())
                    .putLong(recipe.getLeastSignificantBits())
                    .flip());
            ByteBuffer hash = ByteBuffer.wrap(
                    sha.digest((form + "\n" + occurrence).getBytes(StandardCharsets.UTF_8)));
            long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
            long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A list that came back from a program that writes only name, quantity and unit, with the keys it dropped: of the
     * line that is exactly the same, else of the one with the same name, else of the one in the same place.
     *
     * @param base the list before; null if nobody knows it
     * @return {@code list} itself if nothing was dropped
     */
    static JsonNode restored(@Nullable JsonNode base, JsonNode list) {
        if (base == null || !base.isArray() || !list.isArray()) {
            return list;
        }
        List<JsonNode> free = new ArrayList<>();
        base.forEach(line -> {
            if (line.isObject() && line.has(ID)) {
                free.add(line);
            }
        });
        Set<String> here = new LinkedHashSet<>();
        list.forEach(line -> here.add(line.isObject() ? text(line, ID) : ""));
        List<JsonNode> order = List.copyOf(free);
        free.removeIf(line -> here.contains(text(line, ID)));
        if (free.isEmpty()) {
            return list;
        }
        JsonNode[] matched = new JsonNode[list.size()];
        match(list, matched, free, (line, old, _) -> form(line).equals(form(old)));
        match(list, matched, free, (line, old, _) -> !name(line).isEmpty() && name(line).equals(name(old)));
        match(list, matched, free, (_, old, place) -> list.size() == order.size() && order.get(place).equals(old));
        ArrayNode lines = Wire.JSON.createArrayNode();
        boolean changed = false;
        for (int i = 0; i < matched.length; i++) {
            JsonNode line = list.get(i);
            JsonNode old = matched[i];
            lines.add(old == null ? line : withKeys(line, old));
            changed |= old != null;
        }
        return changed ? lines : list;
    }

    private interface Match {
        boolean fits(JsonNode line, JsonNode old, int place);
    }

    private static void match(JsonNode list, JsonNode[] matched, List<JsonNode> free, Match match) {
        for (int i = 0; i < matched.length; i++) {
            JsonNode line = list.get(i);
            if (matched[i] == null && line.isObject() && !line.has(ID)) {
                int place = i;
                JsonNode old = free.stream().filter(candidate -> match.fits(line, candidate, place)).findFirst().orElse(null);
                if (old != null) {
                    matched[i] = old;
                    free.remove(old);
                }
            }
        }
    }

    private static String name(JsonNode line) {
        return SearchForm.of(text(line, "name"));
    }

    /** The dropped keys of the old line; what was said about an amount or a name that is another now is left out. */
    private static JsonNode withKeys(JsonNode line, JsonNode old) {
        ObjectNode whole = Wire.JSON.createObjectNode();
        boolean same = form(line).equals(form(old));
        line.forEachEntry(whole::set);
        old.forEachEntry((key, value) -> {
            if (!whole.has(key) && (same || (!key.equals("text") && !key.equals("quantityMax")))) {
                whole.set(key, value);
            }
        });
        return whole;
    }

    /** A list with the line of that id replaced, or put at the end if it is gone; without it if {@code line} is null. */
    JsonNode replaced(JsonNode list, String id, JsonNode line) {
        Map<String, JsonNode> lines = lines(list.isArray() ? list : Wire.JSON.createArrayNode());
        if (line.isNull()) {
            lines.remove(id);
        } else {
            lines.put(id, line);
        }
        ArrayNode changed = Wire.JSON.createArrayNode();
        lines.values().forEach(changed::add);
        return changed;
    }
}

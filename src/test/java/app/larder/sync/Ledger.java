package app.larder.sync;

import app.larder.sync.Scenario.What;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Remembers every value anybody saved, each of which is unlike all others, and what its author saw in its place. So it can
 * tell at the end whether a value was lost: it must be there, or somebody who saw it replaced it, or it is kept as a
 * conflict.
 */
public final class Ledger {

    /** A value's place: a row's field, or a line's quantity. */
    private final Map<String, String> places = new LinkedHashMap<>();

    /** What each value's author saw. */
    private final Map<String, Set<String>> ancestors = new HashMap<>();
    private final Set<String> replaced = new HashSet<>();
    private final Set<String> excused = new HashSet<>();
    private final Map<RowKey, Set<String>> deleted = new HashMap<>();
    private final Map<RowKey, Long> stock = new HashMap<>();
    /** Rows that were edited without a new value. */
    private final Set<RowKey> rearranged = new HashSet<>();

    private final Set<RowKey> poisoned = new HashSet<>();

    /** The values in a row by their place. */
    private static Map<String, String> values(RowKey key, @Nullable Image image) {
        Map<String, String> values = new LinkedHashMap<>();
        if (image == null) {
            return values;
        }
        image.fields().forEach((field, value) -> {
            if (isValue(value)) {
                values.put(key + "." + field, value.stringValue());
            }
        });
        image.get("tags").forEach(tag -> {
            if (isValue(tag)) {
                values.put(key + "/" + tag.stringValue(), tag.stringValue());
            }
        });
        JsonNode lines = image.get("ingredients");
        if (lines.isArray()) {
            lines.forEach(line -> {
                JsonNode quantity = line.path("quantity");
                if (isValue(quantity)) {
                    values.put(key + "/" + quantity.stringValue(), quantity.stringValue());
                }
            });
        }
        return values;
    }

    private static boolean isValue(JsonNode value) {
        String text = value.isString() ? value.stringValue() : "";
        return text.length() > 1 && text.charAt(0) == 'v' && Character.isDigit(text.charAt(1));
    }

    /** Somebody who saw a row as it was wrote some of its fields. */
    public void wrote(RowKey key, @Nullable Image before, Map<String, JsonNode> fields) {
        Map<String, String> old = values(key, before);
        Image after = (before == null ? Image.EMPTY : before).with(fields);
        Map<String, String> fresh = values(key, after);
        List<String> gone = new ArrayList<>();
        old.forEach((place, value) -> {
            if (!fresh.containsValue(value)) {
                gone.add(value);
            }
        });
        replaced.addAll(gone);
        if (old.values().containsAll(fresh.values())) {
            rearranged.add(key);
        }
        fresh.forEach((place, value) -> {
            if (!old.containsValue(value)) {
                places.put(value, place);
                Set<String> seen = new HashSet<>();
                for (String value0 : gone) {
                    if (place.contains("/") || place.equals(places.get(value0))) {
                        seen.add(value0);
                        seen.addAll(ancestors.getOrDefault(value0, Set.of()));
                    }
                }
                ancestors.put(value, seen);
            }
        });
    }

    /** A row was edited without a new value. */
    public void rearranged(RowKey key) {
        rearranged.add(key);
    }

    /** Somebody deleted a row, and saw what hung on it. */
    public void deleted(RowKey key, Map<RowKey, Image> rows) {
        Set<String> seen = new HashSet<>();
        rows.forEach((row, image) -> {
            if (row.equals(key) || hangsOn(row, image, key, rows)) {
                seen.addAll(values(row, image).values());
            }
        });
        stock.remove(key);
        deleted.computeIfAbsent(key, _ -> new HashSet<>()).addAll(seen);
        replaced.addAll(seen);
    }

    private static boolean hangsOn(RowKey row, Image image, RowKey root, Map<RowKey, Image> rows) {
        return row.entity()
                .parentOf(row.id(), image)
                .filter(parent -> parent.equals(root)
                        || (rows.containsKey(parent) && hangsOn(parent, rows.get(parent), root, rows)))
                .isPresent();
    }

    /** A backup comes back: what no computer holds is lost, and nobody can help it. */
    public void serverLoses(List<Map<RowKey, Image>> computers, Map<RowKey, Image> server) {
        Set<String> kept = new HashSet<>();
        computers.forEach(rows -> rows.forEach((key, image) -> kept.addAll(texts(key, image))));
        server.forEach((key, image) -> {
            for (String value : texts(key, image)) {
                if (!kept.contains(value)) {
                    excused.add(value);
                }
            }
        });
    }

    /** Values of a row, and those a conflict keeps. */
    private static Set<String> texts(RowKey key, Image image) {
        Set<String> texts = new HashSet<>(values(key, image).values());
        if (key.entity() == Entity.CONFLICTS) {
            for (String side : List.of("kept", "other")) {
                JsonNode value = image.get(side);
                if (isValue(value)) {
                    texts.add(value.stringValue());
                }
                if (value.isArray()) {
                    texts.addAll(values(key, Image.EMPTY.with("ingredients", value)).values());
                    texts.addAll(values(key, Image.EMPTY.with("tags", value)).values());
                }
                if (value.isObject() && isValue(value.path("quantity"))) {
                    texts.add(value.path("quantity").stringValue());
                }
            }
        }
        return texts;
    }

    void stocked(RowKey key, long quantity) {
        stock.put(key, quantity);
    }

    void used(RowKey key, long quantity) {
        stock.computeIfPresent(key, (_, have) -> have - quantity);
    }

    /** From now on nobody can say how much there should be. */
    public void recounted(RowKey key) {
        stock.remove(key);
    }

    void poisoned(RowKey key) {
        poisoned.add(key);
    }

    /** The rows a server refuses. */
    public Set<RowKey> poisonedRows() {
        return poisoned;
    }

    /** A value on a computer that was replaced by one its author had seen; null if there is none. */
    public @Nullable String wentBack(Map<RowKey, Image> before, Map<RowKey, Image> after) {
        for (Map.Entry<RowKey, Image> row : after.entrySet()) {
            Map<String, String> old = values(row.getKey(), before.get(row.getKey()));
            Map<String, String> fresh = values(row.getKey(), row.getValue());
            for (Map.Entry<String, String> value : old.entrySet()) {
                String now = fresh.get(value.getKey());
                if (now != null && !now.equals(value.getValue())
                        && ancestors.getOrDefault(value.getValue(), Set.of()).contains(now)) {
                    return value + " became " + now;
                }
            }
        }
        return null;
    }

    /** What must hold and doesn't, at the end; null if all does. */
    public @Nullable String check(Map<RowKey, Image> rows, Scenario scenario) {
        // After these, nobody can say who saw what: two copies of one disk may each make something of a row no server knew.
        boolean history = scenario.has(What.RESTORE, What.RECREATE, What.ROLL_BACK, What.CLONE);
        Set<String> there = new HashSet<>();
        rows.forEach((key, image) -> there.addAll(texts(key, image)));
        for (String value : places.keySet()) {
            String place = String.valueOf(places.get(value));
            if (poisoned.stream().anyMatch(key -> place.contains(key.id().toString()))) {
                continue;
            }
            if (!there.contains(value) && !replaced.contains(value) && !excused.contains(value)) {
                return "a write was lost: " + value + " at " + place;
            }
        }
        for (Map.Entry<RowKey, Image> row : rows.entrySet()) {
            if (row.getKey().entity() == Entity.CONFLICTS && !history) {
                String wrong = falseConflict(row.getValue());
                if (wrong != null) {
                    return wrong;
                }
            }
        }
        if (!history) {
            for (Map.Entry<RowKey, Set<String>> gone : deleted.entrySet()) {
                String wrong = resurrected(gone.getKey(), gone.getValue(), rows);
                if (wrong != null) {
                    return wrong;
                }
            }
        }
        if (!scenario.has(What.RESTORE, What.RECREATE)) {
            for (Map.Entry<RowKey, Long> item : stock.entrySet()) {
                Image image = rows.get(item.getKey());
                if (image != null && !image.get("quantity").stringValue().equals(item.getValue().toString())) {
                    return "an effect did not happen exactly once: " + item + " is " + image;
                }
            }
        }
        return null;
    }

    private @Nullable String falseConflict(Image conflict) {
        JsonNode kept = conflict.get("kept");
        JsonNode other = conflict.get("other");
        if (Canonical.same(kept, other)) {
            return "a conflict about nothing: " + conflict;
        }
        if (isValue(kept) && isValue(other)) {
            if (ancestors.getOrDefault(kept.stringValue(), Set.of()).contains(other.stringValue())
                    || ancestors.getOrDefault(other.stringValue(), Set.of()).contains(kept.stringValue())) {
                return "a false conflict: " + conflict;
            }
        }
        return null;
    }

    /** A deleted row may be back only for a value its deleter did not see. */
    private @Nullable String resurrected(RowKey key, Set<String> seen, Map<RowKey, Image> rows) {
        Image image = rows.get(key);
        // A message that was deleted before its session comes back with it, for nobody notes which of the two took it.
        if (image == null || rearranged.contains(key) || !(key.entity() == Entity.RECIPES || key.entity() == Entity.CHAT_SESSIONS)) {
            return null;
        }
        Set<String> now = new HashSet<>();
        rows.forEach((row, content) -> {
            if (row.equals(key) || hangsOn(row, content, key, rows)) {
                now.addAll(values(row, content).values());
            }
        });
        now.removeAll(seen);
        return now.isEmpty() ? "deleted and back without an edit: " + key : null;
    }
}

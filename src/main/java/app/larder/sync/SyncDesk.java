package app.larder.sync;

import app.larder.sync.Replica.Transaction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What people look at and decide about sync: conflicts, refused rows, what happened. Calls block. */
public final class SyncDesk {

    private static final int ALL = 10_000;
    private static final String LINE = "ingredients/";
    private static final RowKey BEFORE_CONFLICTS = new RowKey(Entity.TRASH, new UUID(-1, -1));

    private final Replica replica;
    private final InstantSource clock;

    /** The desk of one person's rows. */
    public SyncDesk(Replica replica, InstantSource clock) {
        this.replica = replica;
        this.clock = clock;
    }

    /** All conflicts, those nobody settled first, the newest of them first. */
    public List<Conflict> conflicts() {
        return replica.write(tx -> {
            List<Conflict> conflicts = new ArrayList<>();
            Workbench bench = new Workbench(tx, clock.instant());
            List<RowKey> keys = tx.present(Optional.of(BEFORE_CONFLICTS), ALL).stream()
                    .filter(key -> key.entity() == Entity.CONFLICTS)
                    .toList();
            bench.fetch(keys);
            for (RowKey key : keys) {
                conflict(bench, key).ifPresent(conflicts::add);
            }
            conflicts.sort(Comparator.comparing((Conflict c) -> c.settled() != null)
                    .thenComparing(Conflict::made, Comparator.reverseOrder())
                    .thenComparing(Conflict::id));
            return conflicts;
        });
    }

    private static Optional<Conflict> conflict(Workbench bench, RowKey key) {
        Image image = bench.row(key).current();
        Entity entity = image == null ? null : Entity.named(text(image, "entity")).orElse(null);
        Instant made = image == null ? null : Times.of(image.get("made_at"));
        if (image == null || entity == null || made == null) {
            return Optional.empty();
        }
        RowKey row = new RowKey(entity, UUID.fromString(text(image, "row_id")));
        String from = text(image, "other_from");
        return Optional.of(new Conflict(
                key.id(),
                row,
                name(bench, row),
                text(image, "field"),
                image.get("kept"),
                image.get("other"),
                Times.of(image.get("other_edited_at")),
                from.isEmpty() ? null : from,
                made,
                Times.of(image.get("settled_at"))));
    }

    private static String text(Image image, String field) {
        JsonNode value = image.get(field);
        return value.isString() ? value.stringValue() : "";
    }

    /** What people call a row: its name or title, or that of what it hangs on. */
    private static String name(Workbench bench, RowKey key) {
        Image image = bench.row(key).current();
        if (image == null) {
            return "";
        }
        for (String field : List.of("name", "title", "username")) {
            if (!text(image, field).isEmpty()) {
                return text(image, field);
            }
        }
        return key.entity().parentOf(key.id(), image).map(parent -> name(bench, parent)).orElse("");
    }

    /**
     * Puts the value that gave way in the place of the one that stands, as an edit made now. Doing it again turns it back.
     *
     * @return false if the row is gone, and so nothing was changed
     */
    public boolean useOther(UUID conflict) {
        return settle(conflict, true);
    }

    /** Lets what stands stand, and the conflict be settled. Returns false if there is none of that id. */
    public boolean keep(UUID conflict) {
        return settle(conflict, false);
    }

    private boolean settle(UUID id, boolean useOther) {
        return replica.write(tx -> {
            Instant now = clock.instant();
            Workbench bench = new Workbench(tx, now);
            RowKey key = new RowKey(Entity.CONFLICTS, id);
            Conflict conflict = conflict(bench, key).orElse(null);
            if (conflict == null || (useOther && !bench.present(conflict.row()))) {
                return false;
            }
            Map<String, JsonNode> settled = new HashMap<>();
            settled.put("settled_at", StringNode.valueOf(Times.text(now)));
            if (useOther) {
                edit(bench, conflict.row(), conflict.field(), conflict.other(), now);
                settled.put("kept", conflict.other());
                settled.put("other", conflict.kept());
            }
            bench.put(key, Objects.requireNonNull(bench.row(key).current()).with(settled));
            bench.dirty(key, times(bench.row(key), settled, now));
            bench.flush();
            return true;
        });
    }

    private static void edit(Workbench bench, RowKey row, String field, JsonNode value, Instant now) {
        Image image = Objects.requireNonNull(bench.row(row).current());
        Map<String, JsonNode> changes = new HashMap<>();
        if (field.startsWith(LINE)) {
            IngredientLists lists = new IngredientLists(row.id(), true);
            changes.put("ingredients", lists.replaced(image.get("ingredients"), field.substring(LINE.length()), value));
        } else if (row.entity() == Entity.HOUSEHOLD_INGREDIENTS && value.isObject()) {
            value.forEachEntry(changes::put);
        } else {
            changes.put(field, value);
        }
        bench.put(row, image.with(changes));
        bench.dirty(row, times(bench.row(row), changes, now));
    }

    private static Map<String, Instant> times(LocalRow row, Map<String, JsonNode> changes, Instant now) {
        Map<String, Instant> edited = new HashMap<>(row.edited());
        changes.keySet().forEach(field -> edited.put(field, now));
        return edited;
    }

    /** The rows the server refused. */
    public List<Refused> refused() {
        return replica.write(tx -> {
            Workbench bench = new Workbench(tx, clock.instant());
            List<Refused> refused = new ArrayList<>();
            tx.held().forEach((key, reason) -> refused.add(new Refused(key, name(bench, key), reason)));
            return refused;
        });
    }

    /** Sends a refused row once more. */
    public void retry(RowKey key) {
        replica.write(tx -> {
            tx.release(List.of(key));
            return true;
        });
    }

    /**
     * Gives up what was changed of a row here: it becomes what the server has, and goes if the server has nothing. What
     * hangs on it goes with it then.
     */
    public void discard(RowKey key) {
        replica.write(tx -> {
            Workbench bench = new Workbench(tx, clock.instant());
            Image there = bench.row(key).remote();
            if (there == null) {
                for (RowKey child : tx.under(key).reversed()) {
                    bench.put(child, null);
                    bench.clean(child);
                }
            }
            bench.put(key, there);
            bench.clean(key);
            bench.flush();
            return true;
        });
    }

    /** Everything that is here only, one JSON object a line: entity, id, row (null for a deletion). */
    public String unsent() {
        return replica.write(tx -> {
            StringBuilder lines = new StringBuilder();
            Map<RowKey, LocalRow> rows = tx.load(unsentKeys(tx));
            rows.keySet().stream().sorted().forEach(key -> {
                Image image = Objects.requireNonNull(rows.get(key)).current();
                ObjectNode line = Wire.JSON.createObjectNode()
                        .put("entity", key.entity().wire())
                        .put("id", key.id().toString());
                line.set("row", row(image));
                lines.append(Wire.write(line)).append('\n');
            });
            return lines.toString();
        });
    }

    private static @Nullable JsonNode row(@Nullable Image image) {
        if (image == null) {
            return null;
        }
        ObjectNode row = Wire.JSON.createObjectNode();
        image.fields().forEach(row::set);
        return row;
    }

    private static List<RowKey> unsentKeys(Transaction tx) {
        List<RowKey> keys = new ArrayList<>(tx.held().keySet());
        tx.dirty(Integer.MAX_VALUE).forEach(dirty -> keys.add(dirty.key()));
        return keys;
    }

    /** What people call rows: their name or title, or that of what they hang on. A row that is gone is missing. */
    public Map<RowKey, String> names(Collection<RowKey> keys) {
        return replica.write(tx -> {
            Workbench bench = new Workbench(tx, clock.instant());
            bench.fetch(keys);
            Map<RowKey, String> names = new HashMap<>();
            for (RowKey key : keys) {
                String name = name(bench, key);
                if (!name.isEmpty()) {
                    names.put(key, name);
                }
            }
            return names;
        });
    }

    /** How many deletions came and wait for {@link SyncEngine#answerDeletions}, or for more to come. */
    public int deletions() {
        return replica.write(tx -> tx.staged().deletions());
    }

    /** What sync did, the newest first. */
    public List<Activity> activity(int most) {
        return replica.write(tx -> tx.told(most));
    }
}

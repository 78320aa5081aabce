package app.larder.sync;

import app.larder.sync.Scenario.Action;
import java.time.Instant;
import java.util.HashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What people and other programs do in a scenario; every value they write is unlike all others, and the ledger knows it. */
public final class Deeds {

    /** A computer somebody edits on. */
    public interface Machine {

        /** The rows that are there. */
        Map<RowKey, Image> rows();

        /** What its clock says. */
        Instant now();

        /**
         * Edits some fields of rows that may not be there yet, all in one transaction.
         *
         * @return whether it happened; false if the computer died over it
         */
        boolean edit(Map<RowKey, Map<String, JsonNode>> changes);

        /** Deletes a row, and with it what hangs on it. */
        void delete(RowKey key);
    }

    /** The server's tables, as another program sees them. */
    public interface Tables {

        /** The rows that are there. */
        Map<RowKey, Image> rows();

        /** Writes some fields of a row that may not be there yet. */
        void put(RowKey key, Map<String, JsonNode> fields);

        /** Deletes a row, and with it what hangs on it. */
        void delete(RowKey key);
    }

    private final Random random;
    private final Supplier<UUID> ids;
    private final Supplier<Instant> time;
    private final Ledger ledger;
    private final Tables tables;
    private int values;

    /**
     * Deeds of one schedule.
     *
     * @param time the true one, whatever the computers' clocks say
     */
    public Deeds(Random random, Supplier<UUID> ids, Supplier<Instant> time, Ledger ledger, Tables tables) {
        this.random = random;
        this.ids = ids;
        this.time = time;
        this.ledger = ledger;
        this.tables = tables;
    }

    /** An id of version 4 out of a seed's numbers. */
    public static UUID id(Random random) {
        return new UUID(
                (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L, (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L);
    }

    /**
     * Does what somebody does on that computer, or another program on the server.
     *
     * @return whether the action is such a deed
     */
    public boolean done(Action action, Machine machine) {
        switch (action.what()) {
            case CREATE -> create(machine);
            case EDIT -> edit(machine, action);
            case EDIT_LINE -> editLine(machine, action);
            case RETAG -> retag(machine, action);
            case DELETE -> delete(machine, action);
            case STOCK -> stock(machine);
            case USE -> use(machine, action);
            case RECOUNT -> recount(machine, action);
            case CHAT -> chat(machine, action);
            case RENAME_CHAT -> change(machine, pick(machine.rows(), Entity.CHAT_SESSIONS, action.a()), "title");
            case POISON -> poison(machine, action);
            case FOREIGN_EDIT -> foreignEdit(action);
            case FOREIGN_LINES -> foreignLines(action);
            case FOREIGN_DELETE -> foreignDelete(action);
            case FOREIGN_CREATE -> foreignCreate();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Image row(Machine machine, RowKey key) {
        return machine.rows().get(key);
    }

    // What people do

    private JsonNode fresh() {
        return StringNode.valueOf("v" + values++);
    }

    private static JsonNode text(String value) {
        return StringNode.valueOf(value);
    }

    private void write(Machine machine, Map<RowKey, Map<String, JsonNode>> changes) {
        Map<RowKey, Image> before = machine.rows();
        if (machine.edit(changes)) {
            changes.forEach((key, fields) -> ledger.wrote(key, before.get(key), fields));
        }
    }

    private static @Nullable RowKey pick(Map<RowKey, Image> rows, Entity entity, int number) {
        List<RowKey> keys = rows.keySet().stream().filter(key -> key.entity() == entity).sorted().toList();
        return keys.isEmpty() ? null : keys.get(number % keys.size());
    }

    private ObjectNode line() {
        return Wire.JSON.createObjectNode()
                .put("name", "food" + random.nextInt(5))
                .put("quantity", fresh().stringValue())
                .put("unit", "g")
                .put("id", ids.get().toString())
                .put("text", "as typed");
    }

    private Map<String, JsonNode> recipe() {
        ArrayNode lines = Wire.JSON.createArrayNode();
        for (int i = 0; i < 3; i++) {
            lines.add(line());
        }
        Map<String, JsonNode> fields = new HashMap<>();
        fields.put("name", fresh());
        fields.put("ingredients", lines);
        fields.put("instructions", fresh());
        fields.put("created_at", text(Times.text(time.get())));
        return fields;
    }

    private void create(Machine machine) {
        UUID id = ids.get();
        Map<String, JsonNode> details = new HashMap<>();
        details.put("notes", fresh());
        details.put("tags", Wire.JSON.createArrayNode().add("tag0"));
        write(machine, Map.of(new RowKey(Entity.RECIPES, id), recipe(), new RowKey(Entity.RECIPE_DETAILS, id), details));
    }

    private void change(Machine machine, @Nullable RowKey key, String field) {
        if (key != null) {
            write(machine, Map.of(key, Map.of(field, fresh())));
        }
    }

    private void edit(Machine machine, Action action) {
        RowKey recipe = pick(machine.rows(), Entity.RECIPES, action.a());
        if (recipe == null) {
            return;
        }
        RowKey details = new RowKey(Entity.RECIPE_DETAILS, recipe.id());
        switch (action.b() % 4) {
            case 0 -> change(machine, recipe, "name");
            case 1 -> change(machine, recipe, "instructions");
            case 2 -> change(machine, row(machine, details) == null ? null : details, "notes");
            default -> change(machine, recipe, "source");
        }
    }

    private void editLine(Machine machine, Action action) {
        RowKey recipe = pick(machine.rows(), Entity.RECIPES, action.a());
        if (recipe == null) {
            return;
        }
        JsonNode old = Objects.requireNonNull(row(machine, recipe)).get("ingredients");
        List<JsonNode> lines = new ArrayList<>();
        old.forEach(lines::add);
        int at = lines.isEmpty() ? 0 : action.b() % lines.size();
        if (lines.isEmpty() || action.b() % 7 == 0) {
            lines.add(at, line());
        } else if (action.b() % 7 == 1) {
            lines.add(lines.remove(at));
        } else if (action.b() % 7 == 2) {
            lines.remove(at);
        } else {
            ObjectNode changed = Wire.JSON.createObjectNode();
            lines.get(at).forEachEntry(changed::set);
            lines.set(at, changed.put("quantity", fresh().stringValue()));
        }
        ArrayNode list = Wire.JSON.createArrayNode();
        lines.forEach(list::add);
        write(machine, Map.of(recipe, Map.of("ingredients", list)));
    }

    private void retag(Machine machine, Action action) {
        RowKey details = pick(machine.rows(), Entity.RECIPE_DETAILS, action.a());
        if (details != null) {
            ArrayNode tags = Wire.JSON.createArrayNode();
            Objects.requireNonNull(row(machine, details)).get("tags").forEach(tags::add);
            tags.add(fresh());
            write(machine, Map.of(details, Map.of("tags", tags)));
        }
    }

    private void delete(Machine machine, Action action) {
        Entity entity = List.of(
                        Entity.RECIPES, Entity.CHAT_SESSIONS, Entity.HOUSEHOLD_INGREDIENTS, Entity.CHAT_MESSAGES)
                .get(action.b() % 4);
        RowKey key = pick(machine.rows(), entity, action.a());
        if (key == null) {
            return;
        }
        Map<RowKey, Image> rows = machine.rows();
        ledger.deleted(key, rows);
        if (entity == Entity.RECIPES) {
            Map<String, JsonNode> image = new HashMap<>();
            image.put("entity", text("recipe"));
            image.put("name", text("gone"));
            image.put("image", Wire.JSON.createObjectNode());
            image.put("deleted_at", text(Times.text(time.get())));
            machine.edit(Map.of(new RowKey(Entity.TRASH, key.id()), image));
        }
        machine.delete(key);
    }

    private void stock(Machine machine) {
        Map<String, JsonNode> fields = new HashMap<>();
        fields.put("name", fresh());
        fields.put("quantity", text("1000000"));
        fields.put("unit", text("g"));
        RowKey key = new RowKey(Entity.HOUSEHOLD_INGREDIENTS, ids.get());
        write(machine, Map.of(key, fields));
        ledger.stocked(key, 1_000_000);
    }

    private void use(Machine machine, Action action) {
        RowKey item = pick(machine.rows(), Entity.HOUSEHOLD_INGREDIENTS, action.a());
        if (item == null) {
            return;
        }
        int used = 1 + action.b() % 50;
        long have = Long.parseLong(
                Objects.requireNonNull(row(machine, item)).get("quantity").stringValue());
        Map<String, JsonNode> move = new HashMap<>();
        move.put("item_id", text(item.id().toString()));
        move.put("delta", text("-" + used));
        move.put("unit", text("g"));
        move.put("at", text(Times.text(machine.now())));
        Map<RowKey, Map<String, JsonNode>> changes = new HashMap<>();
        changes.put(item, Map.of("quantity", text(String.valueOf(have - used))));
        changes.put(new RowKey(Entity.PANTRY_MOVES, ids.get()), move);
        if (machine.edit(changes)) {
            ledger.used(item, used);
        }
        
    }

    private void recount(Machine machine, Action action) {
        RowKey item = pick(machine.rows(), Entity.HOUSEHOLD_INGREDIENTS, action.a());
        if (item != null) {
            machine.edit(Map.of(item, Map.of("quantity", text(String.valueOf(500_000 + values++)))));
            ledger.recounted(item);
        }
    }

    private void chat(Machine machine, Action action) {
        RowKey session = pick(machine.rows(), Entity.CHAT_SESSIONS, action.a());
        Map<RowKey, Map<String, JsonNode>> changes = new HashMap<>();
        if (session == null || action.b() % 5 == 0) {
            session = new RowKey(Entity.CHAT_SESSIONS, ids.get());
            changes.put(session, new HashMap<>(Map.of("title", fresh(), "created_at", text(Times.text(time.get())))));
        } else {
            changes.put(session, new HashMap<>());
        }
        Objects.requireNonNull(changes.get(session)).put("updated_at", text(Times.text(time.get())));
        RowKey message = new RowKey(Entity.CHAT_MESSAGES, ids.get());
        Map<String, JsonNode> fields = new HashMap<>();
        fields.put("session_id", text(session.id().toString()));
        fields.put("role", text("user"));
        fields.put("content", fresh());
        fields.put("created_at", text(Times.text(time.get())));
        changes.put(message, fields);
        write(machine, changes);
    }

    private void poison(Machine machine, Action action) {
        RowKey recipe = pick(machine.rows(), Entity.RECIPES, action.a());
        if (recipe != null) {
            ledger.poisoned(recipe);
            machine.edit(Map.of(recipe, Map.of("name", text("refuse me"))));
        }
    }

    // What other programs do

    private void foreign(RowKey key, Map<String, JsonNode> fields) {
        ledger.wrote(key, tables.rows().get(key), fields);
        tables.put(key, fields);
    }

    private void foreignEdit(Action action) {
        RowKey key = pick(tables.rows(), action.b() % 2 == 0 ? Entity.RECIPES : Entity.CHAT_SESSIONS, action.a());
        if (key != null) {
            foreign(key, Map.of(key.entity() == Entity.RECIPES ? "name" : "title", fresh()));
        }
    }

    /** An array rewritten with the three keys only. */
    private void foreignLines(Action action) {
        RowKey key = pick(tables.rows(), Entity.RECIPES, action.a());
        if (key == null) {
            return;
        }
        ArrayNode lines = Wire.JSON.createArrayNode();
        Objects.requireNonNull(tables.rows().get(key)).get("ingredients").forEach(line -> lines.add(
                Wire.JSON.createObjectNode()
                        .set("name", line.path("name"))
                        .set("quantity", line.path("quantity"))
                        .set("unit", line.path("unit"))));
        ledger.rearranged(key);
        tables.put(key, Map.of("ingredients", lines));
    }

    private void foreignDelete(Action action) {
        Entity entity = List.of(Entity.RECIPES, Entity.CHAT_SESSIONS, Entity.HOUSEHOLD_INGREDIENTS).get(action.b() % 3);
        RowKey key = pick(tables.rows(), entity, action.a());
        if (key != null) {
            ledger.deleted(key, tables.rows());
            tables.delete(key);
        }
    }

    private void foreignCreate() {
        Map<String, JsonNode> fields = recipe();
        ArrayNode lines = Wire.JSON.createArrayNode();
        lines.add(Wire.JSON.createObjectNode().put("name", "flour").put("quantity", "1").put("unit", "kg"));
        fields.put("ingredients", lines);
        fields.put("source", NullNode.getInstance());
        foreign(new RowKey(Entity.RECIPES, ids.get()), fields);
    }
}

package app.larder.sync;

import app.larder.sync.MemoryServer.Mutant;
import app.larder.sync.Scenario.Action;
import app.larder.sync.Scenario.What;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Plays a scenario with the real engine on computers and a server in memory, and checks what must hold. */
final class Simulation {

    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");
    private static final int STEPS_TO_DRAIN = 400;

    private final Scenario scenario;
    private final Random random;
    private final MemoryServer server;
    private final List<Computer> computers = new ArrayList<>();
    private final Ledger ledger = new Ledger();
    private Instant time = START;
    private int values;
    private int syncs;
    private int crashes;

    /** What a schedule came to. */
    record Result(@Nullable String violation, int syncs, int crashes, int conflicts) {}

    /** A computer: its disk and its clock. */
    private final class Computer {
        private MemoryReplica replica;
        private @Nullable MemoryReplica snapshot;
        private Duration clock = Duration.ZERO;
        private final UUID device = id();

        private Computer(MemoryReplica replica) {
            this.replica = replica;
        }

        private Instant now() {
            return time.plus(clock);
        }

        private SyncEngine engine(Server line) {
            return new SyncEngine(
                    replica, line, new Device(device, "computer", "test"), this::now, Simulation.this::id);
        }
    }

    private Simulation(Scenario scenario, Set<Mutant> mutants, boolean durable) {
        this.scenario = scenario;
        this.random = new Random(scenario.seed());
        this.server = new MemoryServer(
                mutants.isEmpty() ? EnumSet.noneOf(Mutant.class) : mutants, this::id, () -> time, scenario.pageRows());
        for (int i = 0; i < scenario.devices(); i++) {
            computers.add(new Computer(new MemoryReplica(durable)));
        }
    }

    static Result run(Scenario scenario) {
        return run(scenario, Set.of(), true);
    }

    static Result run(Scenario scenario, Set<Mutant> mutants, boolean durable) {
        Simulation simulation = new Simulation(scenario, mutants, durable);
        String violation;
        try {
            violation = simulation.play();
        } catch (Violation e) {
            violation = e.getMessage();
        } catch (RuntimeException e) {
            violation = "failed: " + e + " at " + List.of(e.getStackTrace()).subList(0, Math.min(6, e.getStackTrace().length));
        }
        return new Result(violation, simulation.syncs, simulation.crashes, simulation.conflicts());
    }

    /** Something that must hold does not. */
    private static final class Violation extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Violation(String message) {
            super(message);
        }
    }

    private UUID id() {
        return new UUID(
                (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L, (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L);
    }

    private int conflicts() {
        return (int) server.rows().keySet().stream().filter(key -> key.entity() == Entity.CONFLICTS).count();
    }

    private @Nullable String play() {
        for (Action action : scenario.actions()) {
            time = time.plusSeconds(1 + random.nextInt(600));
            act(action);
        }
        drain();
        return check();
    }

    private void act(Action action) {
        Computer computer = computers.get(action.device() % computers.size());
        switch (action.what()) {
            case CREATE -> create(computer);
            case EDIT -> edit(computer, action);
            case EDIT_LINE -> editLine(computer, action);
            case RETAG -> retag(computer, action);
            case DELETE -> delete(computer, action);
            case STOCK -> stock(computer);
            case USE -> use(computer, action);
            case RECOUNT -> recount(computer, action);
            case CHAT -> chat(computer, action);
            case RENAME_CHAT -> change(computer, pick(computer, Entity.CHAT_SESSIONS, action.a()), "title");
            case POISON -> poison(computer, action);
            case SYNC -> sync(computer, server);
            case SYNC_ANSWER_LOST -> sync(computer, request -> {
                server.exchange(request);
                throw new ServerTroubleException(ServerTroubleException.Kind.AGAIN, "cut", new Exception());
            });
            case SYNC_REQUEST_LOST -> sync(computer, _ -> {
                throw new ServerTroubleException(ServerTroubleException.Kind.AGAIN, "cut", new Exception());
            });
            case SYNC_TWICE -> sync(computer, request -> {
                server.exchange(request);
                return server.exchange(request);
            });
            case SYNC_CRASH -> {
                crashes++;
                sync(computer, request -> {
                    if (action.a() % 2 == 0) {
                        server.exchange(request);
                    }
                    throw new ServerTroubleException(ServerTroubleException.Kind.AGAIN, "killed", new Exception());
                });
                computer.replica.crash();
            }
            case CRASH -> {
                crashes++;
                computer.replica.crash();
            }
            case FOREIGN_EDIT -> foreignEdit(action);
            case FOREIGN_LINES -> foreignLines(action);
            case FOREIGN_DELETE -> foreignDelete(action);
            case FOREIGN_CREATE -> foreignCreate();
            case CLOCK -> computer.clock = Duration.ofSeconds(action.a() * 500L - 250_000);
            case CLONE -> clone(computer, action);
            case SNAPSHOT -> computer.snapshot = computer.replica.idle() ? computer.replica.cloned() : null;
            case ROLL_BACK -> {
                if (computer.snapshot != null && computer.replica.idle()) {
                    computer.replica = computer.snapshot.cloned();
                }
            }
            case BACKUP -> server.takeBackup();
            case RESTORE -> {
                if (server.hasBackup()) {
                    ledger.serverLoses(held(), server.rows());
                    server.restoreBackup();
                }
            }
            case RECREATE -> {
                ledger.serverLoses(held(), server.rows());
                server.recreate();
            }
        }
        if (random.nextInt(3) == 0) {
            computer.replica.flushed();
        }
    }

    private List<Map<RowKey, Image>> held() {
        return computers.stream().map(computer -> computer.replica.rows()).toList();
    }

    // What people do

    private JsonNode fresh() {
        return StringNode.valueOf("v" + values++);
    }

    private static JsonNode text(String value) {
        return StringNode.valueOf(value);
    }

    private void write(Computer computer, Map<RowKey, Map<String, JsonNode>> changes) {
        changes.forEach((key, fields) -> ledger.wrote(key, computer.replica.row(key), fields));
        computer.replica.edit(computer.now(), changes);
    }

    private @Nullable RowKey pick(Computer computer, Entity entity, int number) {
        return pick(computer.replica.rows(), entity, number);
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
                .put("id", id().toString())
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
        fields.put("created_at", text(Times.text(time)));
        return fields;
    }

    private void create(Computer computer) {
        UUID id = id();
        Map<String, JsonNode> details = new HashMap<>();
        details.put("notes", fresh());
        details.put("tags", Wire.JSON.createArrayNode().add("tag0"));
        write(computer, Map.of(new RowKey(Entity.RECIPES, id), recipe(), new RowKey(Entity.RECIPE_DETAILS, id), details));
    }

    private void change(Computer computer, @Nullable RowKey key, String field) {
        if (key != null) {
            write(computer, Map.of(key, Map.of(field, fresh())));
        }
    }

    private void edit(Computer computer, Action action) {
        RowKey recipe = pick(computer, Entity.RECIPES, action.a());
        if (recipe == null) {
            return;
        }
        RowKey details = new RowKey(Entity.RECIPE_DETAILS, recipe.id());
        switch (action.b() % 4) {
            case 0 -> change(computer, recipe, "name");
            case 1 -> change(computer, recipe, "instructions");
            case 2 -> change(computer, computer.replica.row(details) == null ? null : details, "notes");
            default -> change(computer, recipe, "source");
        }
    }

    private void editLine(Computer computer, Action action) {
        RowKey recipe = pick(computer, Entity.RECIPES, action.a());
        if (recipe == null) {
            return;
        }
        JsonNode old = Objects.requireNonNull(computer.replica.row(recipe)).get("ingredients");
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
        write(computer, Map.of(recipe, Map.of("ingredients", list)));
    }

    private void retag(Computer computer, Action action) {
        RowKey details = pick(computer, Entity.RECIPE_DETAILS, action.a());
        if (details != null) {
            ArrayNode tags = Wire.JSON.createArrayNode();
            Objects.requireNonNull(computer.replica.row(details)).get("tags").forEach(tags::add);
            tags.add(fresh());
            write(computer, Map.of(details, Map.of("tags", tags)));
        }
    }

    private void delete(Computer computer, Action action) {
        Entity entity = List.of(
                        Entity.RECIPES, Entity.CHAT_SESSIONS, Entity.HOUSEHOLD_INGREDIENTS, Entity.CHAT_MESSAGES)
                .get(action.b() % 4);
        RowKey key = pick(computer, entity, action.a());
        if (key == null) {
            return;
        }
        Map<RowKey, Image> rows = computer.replica.rows();
        ledger.deleted(key, rows);
        if (entity == Entity.RECIPES) {
            Map<String, JsonNode> image = new HashMap<>();
            image.put("entity", text("recipe"));
            image.put("name", text("gone"));
            image.put("image", Wire.JSON.createObjectNode());
            image.put("deleted_at", text(Times.text(time)));
            computer.replica.edit(computer.now(), Map.of(new RowKey(Entity.TRASH, key.id()), image));
        }
        computer.replica.delete(computer.now(), key);
    }

    private void stock(Computer computer) {
        Map<String, JsonNode> fields = new HashMap<>();
        fields.put("name", fresh());
        fields.put("quantity", text("1000000"));
        fields.put("unit", text("g"));
        RowKey key = new RowKey(Entity.HOUSEHOLD_INGREDIENTS, id());
        write(computer, Map.of(key, fields));
        ledger.stocked(key, 1_000_000);
    }

    private void use(Computer computer, Action action) {
        RowKey item = pick(computer, Entity.HOUSEHOLD_INGREDIENTS, action.a());
        if (item == null) {
            return;
        }
        int used = 1 + action.b() % 50;
        long have = Long.parseLong(
                Objects.requireNonNull(computer.replica.row(item)).get("quantity").stringValue());
        Map<String, JsonNode> move = new HashMap<>();
        move.put("item_id", text(item.id().toString()));
        move.put("delta", text("-" + used));
        move.put("unit", text("g"));
        move.put("at", text(Times.text(computer.now())));
        Map<RowKey, Map<String, JsonNode>> changes = new HashMap<>();
        changes.put(item, Map.of("quantity", text(String.valueOf(have - used))));
        changes.put(new RowKey(Entity.PANTRY_MOVES, id()), move);
        computer.replica.edit(computer.now(), changes);
        ledger.used(item, used);
    }

    private void recount(Computer computer, Action action) {
        RowKey item = pick(computer, Entity.HOUSEHOLD_INGREDIENTS, action.a());
        if (item != null) {
            computer.replica.edit(
                    computer.now(), Map.of(item, Map.of("quantity", text(String.valueOf(500_000 + values++)))));
            ledger.recounted(item);
        }
    }

    private void chat(Computer computer, Action action) {
        RowKey session = pick(computer, Entity.CHAT_SESSIONS, action.a());
        Map<RowKey, Map<String, JsonNode>> changes = new HashMap<>();
        if (session == null || action.b() % 5 == 0) {
            session = new RowKey(Entity.CHAT_SESSIONS, id());
            changes.put(session, new HashMap<>(Map.of("title", fresh(), "created_at", text(Times.text(time)))));
        } else {
            changes.put(session, new HashMap<>());
        }
        Objects.requireNonNull(changes.get(session)).put("updated_at", text(Times.text(time)));
        RowKey message = new RowKey(Entity.CHAT_MESSAGES, id());
        Map<String, JsonNode> fields = new HashMap<>();
        fields.put("session_id", text(session.id().toString()));
        fields.put("role", text("user"));
        fields.put("content", fresh());
        fields.put("created_at", text(Times.text(time)));
        changes.put(message, fields);
        write(computer, changes);
    }

    private void poison(Computer computer, Action action) {
        RowKey recipe = pick(computer, Entity.RECIPES, action.a());
        if (recipe != null) {
            ledger.poisoned(recipe);
            computer.replica.edit(computer.now(), Map.of(recipe, Map.of("name", text("refuse me"))));
        }
    }

    // What other programs do

    private void foreign(RowKey key, Map<String, JsonNode> fields) {
        ledger.wrote(key, server.rows().get(key), fields);
        server.foreignPut(key, fields);
    }

    private void foreignEdit(Action action) {
        RowKey key = pick(server.rows(), action.b() % 2 == 0 ? Entity.RECIPES : Entity.CHAT_SESSIONS, action.a());
        if (key != null) {
            foreign(key, Map.of(key.entity() == Entity.RECIPES ? "name" : "title", fresh()));
        }
    }

    /** An array rewritten with the three keys only. */
    private void foreignLines(Action action) {
        RowKey key = pick(server.rows(), Entity.RECIPES, action.a());
        if (key == null) {
            return;
        }
        ArrayNode lines = Wire.JSON.createArrayNode();
        Objects.requireNonNull(server.rows().get(key)).get("ingredients").forEach(line -> lines.add(
                Wire.JSON.createObjectNode()
                        .set("name", line.path("name"))
                        .set("quantity", line.path("quantity"))
                        .set("unit", line.path("unit"))));
        ledger.rearranged(key);
        server.foreignPut(key, Map.of("ingredients", lines));
    }

    private void foreignDelete(Action action) {
        Entity entity = List.of(Entity.RECIPES, Entity.CHAT_SESSIONS, Entity.HOUSEHOLD_INGREDIENTS).get(action.b() % 3);
        RowKey key = pick(server.rows(), entity, action.a());
        if (key != null) {
            ledger.deleted(key, server.rows());
            server.foreignDelete(key);
        }
    }

    private void foreignCreate() {
        Map<String, JsonNode> fields = recipe();
        ArrayNode lines = Wire.JSON.createArrayNode();
        lines.add(Wire.JSON.createObjectNode().put("name", "flour").put("quantity", "1").put("unit", "kg"));
        fields.put("ingredients", lines);
        fields.put("source", NullNode.getInstance());
        foreign(new RowKey(Entity.RECIPES, id()), fields);
    }

    private void clone(Computer computer, Action action) {
        Computer other = computers.get(action.a() % computers.size());
        if (other != computer && computer.replica.idle()) {
            computer.replica = other.replica.cloned();
            // What two copies of one disk make of an amount no server knew can't be told from two counts.
            other.replica.rows().keySet().stream()
                    .filter(key -> !other.replica.shadows().containsKey(key))
                    .forEach(ledger::recounted);
        }
    }

    // Sync

    private void sync(Computer computer, Server line) {
        for (int i = 0; i < STEPS_TO_DRAIN; i++) {
            syncs++;
            Map<RowKey, Image> before = computer.replica.rows();
            Step step;
            try {
                step = computer.engine(line).step();
            } catch (ServerTroubleException e) {
                return;
            }
            if (!scenario.has(What.RESTORE, What.RECREATE, What.CLONE)) {
                String back = ledger.wentBack(before, computer.replica.rows());
                if (back != null) {
                    throw new Violation("a local edit flickers away: " + back);
                }
            }
            if (step.kind() == Step.Kind.MANY_DELETIONS) {
                computer.engine(line).answerDeletions(true);
                continue;
            }
            if (step.upToDate() && line == server && !computer.replica.rows().equals(server.rows())) {
                throw new Violation("up to date is a lie: " + difference(computer.replica.rows(), server.rows()));
            }
            if (!step.more()) {
                return;
            }
        }
        throw new Violation("the queue does not drain");
    }

    /** Everybody syncs until nobody has anything to say any more. */
    private void drain() {
        int quiet = 0;
        for (int round = 0; quiet < 2; round++) {
            if (round > 3 * computers.size() + 6) {
                throw new Violation("the queue does not drain");
            }
            List<Map<RowKey, Image>> before = held();
            for (Computer computer : computers) {
                sync(computer, server);
            }
            boolean same = before.equals(held()) && computers.stream().allMatch(computer -> computer.replica.idle());
            quiet = same ? quiet + 1 : 0;
        }
    }

    // What must hold

    private @Nullable String check() {
        for (Computer computer : computers) {
            if (!computer.replica.idle()) {
                return "the queue does not drain: " + computer.replica.shown();
            }
            Map<RowKey, Image> here = new TreeMap<>(computer.replica.rows());
            Map<RowKey, Image> there = new TreeMap<>(server.rows());
            ledger.poisonedRows().forEach(poisoned -> {
                here.keySet().removeIf(key -> key.id().equals(poisoned.id()));
                there.keySet().removeIf(key -> key.id().equals(poisoned.id()));
            });
            if (!here.equals(there)) {
                return "convergence: " + difference(here, there);
            }
        }
        return ledger.check(server.rows(), scenario);
    }

    private static String difference(Map<RowKey, Image> here, Map<RowKey, Image> there) {
        StringBuilder text = new StringBuilder();
        Set<RowKey> keys = new java.util.TreeSet<>(here.keySet());
        keys.addAll(there.keySet());
        for (RowKey key : keys) {
            if (!Objects.equals(here.get(key), there.get(key))) {
                text.append(key).append("\n  here ").append(here.get(key)).append("\n  there ").append(there.get(key)).append('\n');
            }
        }
        return text.toString();
    }
}

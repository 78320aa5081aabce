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
    private final Deeds deeds;
    private int syncs;
    private int crashes;

    /** What a schedule came to. */
    record Result(@Nullable String violation, int syncs, int crashes, int conflicts) {}

    /** A computer: its disk and its clock. */
    private final class Computer implements Deeds.Machine {
        private MemoryReplica replica;
        private @Nullable MemoryReplica snapshot;
        private Duration clock = Duration.ZERO;
        private final UUID device = id();

        private Computer(MemoryReplica replica) {
            this.replica = replica;
        }

        @Override
        public Instant now() {
            return time.plus(clock);
        }

        @Override
        public Map<RowKey, Image> rows() {
            return replica.rows();
        }

        @Override
        public boolean edit(Map<RowKey, Map<String, JsonNode>> changes) {
            replica.edit(now(), changes);
            return true;
        }

        @Override
        public void delete(RowKey key) {
            replica.delete(now(), key);
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
        this.deeds = new Deeds(random, this::id, () -> time, ledger, server);
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
        return Deeds.id(random);
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
        if (!deeds.done(action, computer)) {
            happen(action, computer);
        }
        if (random.nextInt(3) == 0) {
            computer.replica.flushed();
        }
    }

    private void happen(Action action, Computer computer) {
        switch (action.what()) {
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
            default -> throw new IllegalStateException(action.toString());
        }
    }

    private List<Map<RowKey, Image>> held() {
        return computers.stream().map(computer -> computer.replica.rows()).toList();
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

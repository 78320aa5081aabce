package app.larder.store;

import app.larder.account.SignIn;
import app.larder.sync.Deeds;
import app.larder.sync.Entity;
import app.larder.sync.Image;
import app.larder.sync.Ledger;
import app.larder.sync.RowKey;
import app.larder.sync.Scenario;
import app.larder.sync.Scenario.Action;
import app.larder.sync.Scenario.What;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plays the schedules of the fuzzer in memory on real files and a real Postgres: each computer is a process that is killed at
 * named points or at any moment, its way to the server delays and breaks after so many bytes, one of them goes through a pooler
 * in transaction mode, connections are terminated while they commit, and another program writes plain SQL. What one action
 * of a scenario comes to is told by its numbers, so that a seed plays the same again but for the moments of its kills.
 */
final class RealSchedules implements AutoCloseable {

    private static final int MOST_COMPUTERS = 3;
    private static final int STEPS = 60;
    private static final List<DeviceChild.Point> POINTS = List.of(DeviceChild.Point.values());
    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");

    private final Path folder;
    private final RealServer server;
    private final List<ChildDevice> all = new ArrayList<>();
    private final Counts counts = new Counts();
    private final Path template;

    /** What was done so far. */
    static final class Counts {
        int schedules;
        int syncs;
        int kills;
        int cuts;
        int terminated;
        int truncated;
        int held;
        int restored;
        int copied;
        int conflicts;
        int programs;

        @Override
        public String toString() {
            return schedules + " schedules, " + syncs + " syncs, " + kills + " kills (-9), " + cuts + " cut connections, "
                    + terminated + " terminated backends, " + programs + " statements of other programs (" + truncated
                    + " TRUNCATE, " + held + " held open), " + restored + " servers restored or made anew, " + copied
                    + " copied disks, " + conflicts + " conflicts";
        }
    }

    /** Something that must hold does not. */
    private static final class ViolationException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private ViolationException(String message) {
            super(message);
        }
    }

    RealSchedules(Path folder, boolean pooler) throws SQLException {
        this.folder = folder;
        this.server = new RealServer();
        this.template = folder.resolve("template");
        try (Database database = Database.local(template)) {
            database.localUser("anna");
        }
        for (int i = 0; i < MOST_COMPUTERS; i++) {
            int port = pooler && i == 1
                    ? PgBouncer.inTransactionMode().to(server.family().computer()).port()
                    : TestPostgres.port();
            ChildDevice computer = new ChildDevice(folder, new Cable(port));
            computer.start();
            all.add(computer);
        }
    }

    Counts counts() {
        return counts;
    }

    /** The violation a scenario ends in; null if everything holds. */
    @Nullable String play(Scenario scenario) throws Exception {
        counts.schedules++;
        Play play = new Play(scenario);
        try {
            play.begin();
            play.run();
            return null;
        } catch (ViolationException e) {
            return e.getMessage();
        } catch (RuntimeException e) {
            return "failed: " + e + " at " + List.of(e.getStackTrace()).subList(0, Math.min(6, e.getStackTrace().length));
        } finally {
            play.end();
        }
    }

    @Override
    public void close() {
        all.forEach(ChildDevice::close);
        server.close();
    }

    /** One scenario. */
    private final class Play {
        private final Scenario scenario;
        private final Random random;
        private final Ledger ledger = new Ledger();
        private final Deeds deeds;
        private final List<ChildDevice> computers;
        private final Path place;
        private final @Nullable Path[] snapshots;
        private final long[] revisions;
        private Instant time = START;

        private Play(Scenario scenario) throws Exception {
            this.scenario = scenario;
            this.random = new Random(scenario.seed());
            this.deeds = new Deeds(random, () -> Deeds.id(random), () -> time, ledger, server);
            this.computers = all.subList(0, Math.min(scenario.devices(), MOST_COMPUTERS));
            this.snapshots = new Path[computers.size()];
            this.revisions = new long[computers.size()];
            this.place = Files.createTempDirectory(folder, "schedule");
        }

        private void begin() {
            SignIn anna = server.family().signUp("anna " + scenario.seed() + " " + System.nanoTime());
            server.begin(anna.userId());
            String address = server.family().invitation().address();
            for (int i = 0; i < computers.size(); i++) {
                ChildDevice computer = computers.get(i);
                ObjectNode order = DeviceChild.JSON.createObjectNode()
                        .put("name", anna.username())
                        .put("user", anna.userId().toString())
                        .put("token", anna.token())
                        .put("device", "computer " + i)
                        .put("server", address.replace(":" + TestPostgres.port() + "/", ":" + computer.cable().port() + "/")
                                + "?connect_timeout=2");
                Path profile = place.resolve("device" + i);
                ChildDevice.copy(template, profile);
                computer.begin(profile, order);
            }
        }

        private void end() throws Exception {
            server.commitsTake(0);
            server.letGo();
            for (ChildDevice computer : computers) {
                computer.cable().mend();
                try {
                    computer.closeProfile();
                } catch (RuntimeException e) {
                    computer.kill();
                }
            }
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            }
        }

        private void run() {
            for (Action action : scenario.actions()) {
                time = time.plusSeconds(1 + random.nextInt(600));
                act(action);
            }
            drain();
            check();
        }

        private void act(Action action) {
            ChildDevice computer = computers.get(action.device() % computers.size());
            boolean foreign = action.what().name().startsWith("FOREIGN");
            if (foreign) {
                server.quiet();
                server.letGo();
                counts.programs++;
                if (action.what() == What.FOREIGN_DELETE && action.b() % 8 == 7) {
                    truncate(List.of(Entity.RECIPES, Entity.CHAT_SESSIONS, Entity.HOUSEHOLD_INGREDIENTS).get(action.a() % 3));
                    return;
                }
                if (action.what() != What.FOREIGN_DELETE && action.b() % 4 == 3) {
                    counts.held++;
                    server.holdNext();
                }
            }
            boolean dies = computer.editIsToBeKilled();
            if (!deeds.done(action, computer)) {
                happen(action, computer);
            } else if (dies && !computer.editIsToBeKilled()) {
                counts.kills++;
            }
        }

        private void truncate(Entity entity) {
            counts.truncated++;
            Map<RowKey, Image> rows = server.rows();
            rows.keySet().stream().filter(key -> key.entity() == entity).forEach(key -> ledger.deleted(key, rows));
            server.truncate(entity);
        }

        private void happen(Action action, ChildDevice computer) {
            switch (action.what()) {
                case SYNC -> sync(action, computer);
                case SYNC_ANSWER_LOST -> syncCutOff(action, computer);
                case SYNC_REQUEST_LOST -> {
                    computer.cable().cutAfterSending(1 + action.a() * 2L);
                    orderly(computer, ChildDevice.sync(STEPS), false);
                    computer.cable().mend();
                }
                case SYNC_TWICE -> orderly(computer, ChildDevice.sync(STEPS).put("twice", true), false);
                case SYNC_CRASH -> syncKilled(action, computer);
                case CRASH -> {
                    if (action.a() % 2 == 0) {
                        counts.kills++;
                        computer.kill();
                    } else {
                        computer.killNextEditAfter(action.b() * 20L);
                    }
                }
                case CLOCK -> computer.clock(Duration.ofSeconds(action.a() * 500L - 250_000));
                case CLONE -> copied(action, computer);
                case SNAPSHOT -> {
                    if (computer.idle()) {
                        Path snapshot = place.resolve("snapshot" + counts.copied++);
                        computer.copyTo(snapshot, action.b() % 2 == 0);
                        counts.kills += action.b() % 2 == 0 ? 1 : 0;
                        snapshots[computers.indexOf(computer)] = snapshot;
                    }
                }
                case ROLL_BACK -> {
                    Path snapshot = snapshots[computers.indexOf(computer)];
                    if (snapshot != null && computer.idle()) {
                        computer.replaceBy(snapshot);
                        revisions[computers.indexOf(computer)] = 0;
                    }
                }
                case BACKUP -> server.backup();
                case RESTORE -> {
                    if (server.hasBackup()) {
                        server.quiet();
                        server.letGo();
                        ledger.serverLoses(held(), server.rows());
                        server.restore();
                        counts.restored++;
                    }
                }
                case RECREATE -> {
                    server.quiet();
                    server.letGo();
                    ledger.serverLoses(held(), server.rows());
                    server.recreate();
                    counts.restored++;
                }
                default -> throw new IllegalStateException(action.toString());
            }
        }

        private List<Map<RowKey, Image>> held() {
            return computers.stream().map(ChildDevice::rows).toList();
        }

        private void copied(Action action, ChildDevice computer) {
            ChildDevice other = computers.get(action.a() % computers.size());
            if (other != computer && computer.idle()) {
                Set<RowKey> unknown = other.unknown();
                Path copy = place.resolve("copy" + counts.copied++);
                other.copyTo(copy, action.b() % 2 == 0);
                counts.kills += action.b() % 2 == 0 ? 1 : 0;
                computer.replaceBy(copy);
                // What two copies of one disk make of an amount no server knew can't be told from two counts.
                unknown.forEach(ledger::recounted);
                revisions[computers.indexOf(computer)] = 0;
            }
        }

        /** An exchange, over a slow way now and then, or while another computer's goes on. */
        private void sync(Action action, ChildDevice computer) {
            ChildDevice other = computers.get(action.b() % computers.size());
            if (action.a() % 5 == 0 && other != computer) {
                other.rows();
                Map<RowKey, Image> before = computer.rows();
                Map<RowKey, Image> others = other.rows();
                computer.begin(ChildDevice.sync(STEPS));
                other.begin(ChildDevice.sync(STEPS));
                took(computer, before, computer.finish());
                took(other, others, other.finish());
                return;
            }
            computer.cable().delay(action.a() % 5 == 1 ? 1 + action.b() % 20 : 0);
            orderly(computer, ChildDevice.sync(server.holds() ? 6 : STEPS), true);
            computer.cable().mend();
        }

        private boolean orderly(ChildDevice computer, ObjectNode order, boolean undisturbed) {
            if (undisturbed) {
                server.quiet();
            }
            Map<RowKey, Image> before = computer.rows();
            int cuts = computer.cable().cuts();
            JsonNode answer = computer.ask(order);
            counts.cuts += computer.cable().cuts() - cuts;
            took(computer, before, answer);
            if (undisturbed && answer.path("up_to_date").asBoolean(false)) {
                Map<RowKey, Image> there = server.rows();
                if (!computer.rows().equals(there)) {
                    throw new ViolationException("up to date is a lie: " + difference(computer.rows(), there));
                }
            }
            return !answer.has("trouble");
        }

        private void took(ChildDevice computer, Map<RowKey, Image> before, JsonNode answer) {
            counts.syncs += answer.get("steps").intValue();
            String trouble = answer.path("trouble").asString("");
            if (!trouble.isEmpty() && !trouble.startsWith("AGAIN")) {
                throw new ViolationException("trouble that nobody can wait out: " + trouble);
            }
            String kind = answer.path("kind").asString("DONE");
            if (!kind.equals("DONE")) {
                throw new ViolationException("an exchange came to " + kind);
            }
            if (!scenario.has(What.RESTORE, What.RECREATE, What.CLONE)) {
                String back = ledger.wentBack(before, computer.rows());
                if (back != null) {
                    throw new ViolationException("a local edit flickers away: " + back);
                }
            }
            cursor(computer);
        }

        private void cursor(ChildDevice computer) {
            int number = computers.indexOf(computer);
            long revision = computer.told().get("revision").longValue();
            if (revision < revisions[number] && !scenario.has(What.RESTORE, What.RECREATE)) {
                throw new ViolationException("the cursor goes back: from " + revisions[number] + " to " + revision);
            }
            revisions[number] = revision;
        }

        /** The answer, or some of it, never comes. */
        private void syncCutOff(Action action, ChildDevice computer) {
            Map<RowKey, Image> before = computer.rows();
            int cuts = computer.cable().cuts();
            int way = action.b() % 3;
            if (way == 0) {
                computer.cable().cutAfterReceiving(1 + action.a() * 2L);
            } else if (way == 1) {
                server.commitsTake(0.3);
            }
            computer.begin(ChildDevice.sync(STEPS));
            if (way != 0 && server.killsAnExchange(way == 1 ? 60 : 20)) {
                counts.terminated++;
            }
            JsonNode answer = computer.finish();
            server.commitsTake(0);
            computer.cable().mend();
            counts.cuts += computer.cable().cuts() - cuts;
            took(computer, before, answer);
        }

        /** Killed at a named point or at any moment; if the point never comes, afterwards. */
        private void syncKilled(Action action, ChildDevice computer) {
            counts.kills++;
            counts.syncs++;
            Map<RowKey, Image> before = computer.rows();
            int way = action.b() % 6;
            if (way < 4) {
                computer.ask(ChildDevice.sync(STEPS).put("stop", POINTS.get(way).name()));
            } else {
                computer.begin(ChildDevice.sync(STEPS));
                LockSupport.parkNanos(action.a() * 150_000L);
            }
            computer.kill();
            if (!scenario.has(What.RESTORE, What.RECREATE, What.CLONE)) {
                String back = ledger.wentBack(before, computer.rows());
                if (back != null) {
                    throw new ViolationException("a local edit flickers away: " + back);
                }
            }
            cursor(computer);
        }

        /** Everybody syncs until nobody has anything to say any more. */
        private void drain() {
            server.quiet();
            server.letGo();
            int quiet = 0;
            for (int round = 0; quiet < 2; round++) {
                if (round > 3 * computers.size() + 8) {
                    throw new ViolationException("the queue does not drain");
                }
                List<Map<RowKey, Image>> before = held();
                boolean answered = true;
                for (ChildDevice computer : computers) {
                    answered &= orderly(computer, ChildDevice.sync(STEPS), true);
                }
                boolean same = answered && before.equals(held()) && computers.stream().allMatch(ChildDevice::idle);
                quiet = same ? quiet + 1 : 0;
            }
        }

        private void check() {
            Map<RowKey, Image> rows = server.rows();
            counts.conflicts += (int) rows.keySet().stream().filter(key -> key.entity() == Entity.CONFLICTS).count();
            Map<RowKey, Image> there = without(rows);
            for (ChildDevice computer : computers) {
                Map<RowKey, Image> here = without(computer.rows());
                if (!here.equals(there)) {
                    throw new ViolationException("convergence: " + difference(here, there));
                }
                long repaired = computer.told().get("repaired").longValue();
                orderly(computer, ChildDevice.checkingSync(STEPS), false);
                if (computer.told().get("repaired").longValue() > repaired) {
                    throw new ViolationException("check sums differ where the rows are the same");
                }
            }
            String wrong = ledger.check(rows, scenario);
            if (wrong != null) {
                throw new ViolationException(wrong);
            }
        }

        private Map<RowKey, Image> without(Map<RowKey, Image> rows) {
            Map<RowKey, Image> some = new TreeMap<>(rows);
            ledger.poisonedRows().forEach(poisoned -> some.keySet().removeIf(key -> key.id().equals(poisoned.id())));
            return some;
        }

        private static String difference(Map<RowKey, Image> here, Map<RowKey, Image> there) {
            StringBuilder text = new StringBuilder();
            Set<RowKey> keys = new TreeSet<>(here.keySet());
            keys.addAll(there.keySet());
            for (RowKey key : keys) {
                if (!Objects.equals(here.get(key), there.get(key))) {
                    text.append(key).append("\n  here ").append(here.get(key)).append("\n  there ").append(there.get(key)).append('\n');
                }
            }
            return text.toString();
        }
    }
}

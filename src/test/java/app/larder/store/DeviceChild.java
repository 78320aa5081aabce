package app.larder.store;

import app.larder.account.NewId;
import app.larder.account.User;
import app.larder.sync.Activity;
import app.larder.sync.Device;
import app.larder.sync.Entity;
import app.larder.sync.Image;
import app.larder.sync.LocalRow;
import app.larder.sync.Replica;
import app.larder.sync.RowKey;
import app.larder.sync.Server;
import app.larder.sync.ServerTroubleException;
import app.larder.sync.Step;
import app.larder.sync.SyncEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A computer of a schedule, in a process of its own: a profile's file, the engine, and a way to a server. It is told what to
 * do in lines of JSON and answers each with one; at a named point of an exchange it stands still, to be killed there.
 */
final class DeviceChild {

    static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    /** Where an exchange can be left for ever. */
    enum Point {
        /** The batch is on the disk, and nothing was sent. */
        FROZEN,
        /** The server has done it, and nothing of the answer is on the disk. */
        ANSWERED,
        /** What came is written, and not committed. */
        APPLYING,
        /** What came is committed. */
        APPLIED
    }

    private final PrintStream out;
    private @Nullable Database database;
    private @Nullable UserStore rows;
    private @Nullable RemoteExchange server;
    private @Nullable SyncEngine engine;
    private Duration clock = Duration.ZERO;
    private @Nullable Point stop;
    private boolean twice;
    private boolean answered;

    private DeviceChild(PrintStream out) {
        this.out = out;
    }

    /** Obeys until the end of its input. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        DeviceChild child = new DeviceChild(out);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            ObjectNode answer = JSON.createObjectNode();
            try {
                child.obey(JSON.readTree(line), answer);
            } catch (RuntimeException e) {
                e.printStackTrace();
                answer.put("failed", e + " " + List.of(e.getStackTrace()).subList(0, Math.min(5, e.getStackTrace().length)));
            }
            out.println(JSON.writeValueAsString(answer));
        }
        child.close();
    }

    private void obey(JsonNode order, ObjectNode answer) {
        switch (order.get("do").stringValue()) {
            case "open" -> open(order);
            case "close" -> close();
            case "clock" -> clock = Duration.ofSeconds(order.get("seconds").longValue());
            case "rows" -> tell(answer);
            case "edit" -> edit(order.get("changes"));
            case "delete" -> {
                RowKey key = key(order);
                database().asWriter(statements -> {
                    new SyncContent(statements, store().user().id()).delete(key.entity(), List.of(key.id()));
                    return true;
                });
            }
            case "sync" -> sync(order, answer);
            default -> throw new IllegalArgumentException(order.toString());
        }
    }

    private Database database() {
        return Objects.requireNonNull(database);
    }

    private UserStore store() {
        return Objects.requireNonNull(rows);
    }

    private void open(JsonNode order) {
        Database opened = Database.local(Path.of(order.get("folder").stringValue()));
        database = opened;
        String name = order.get("name").stringValue();
        User user = opened.connect(
                opened.localUser(name), UUID.fromString(order.get("user").stringValue()), name, () -> _ -> false);
        rows = opened.openFor(user);
        String token = order.get("token").stringValue();
        server = RemoteExchange.open(DatabaseUrl.parse(order.get("server").stringValue()), () -> token);
        InstantSource now = () -> Clock.systemUTC().instant().plus(clock);
        engine = new SyncEngine(
                new Stopping(store().replica().orElseThrow()),
                new Line(server),
                new Device(opened.deviceId(), order.get("device").stringValue(), "test"),
                now,
                () -> NewId.at(now.instant()));
    }

    private void close() {
        if (server != null) {
            server.close();
            server = null;
        }
        if (database != null) {
            database.close();
            database = null;
        }
    }

    private static RowKey key(JsonNode row) {
        return new RowKey(
                Entity.named(row.get("entity").stringValue()).orElseThrow(), UUID.fromString(row.get("id").stringValue()));
    }

    private void edit(JsonNode changes) {
        Map<RowKey, JsonNode> sorted = new TreeMap<>();
        changes.forEach(change -> sorted.put(key(change), change.get("set")));
        database().asWriter(statements -> {
            SyncContent content = new SyncContent(statements, store().user().id());
            sorted.forEach((key, set) -> {
                Map<String, JsonNode> fields = new LinkedHashMap<>();
                set.forEachEntry(fields::put);
                Image before = content.image(key).orElse(Image.EMPTY);
                content.put(key.entity(), Map.of(key.id(), before.with(fields)));
            });
            return true;
        });
    }

    private void tell(ObjectNode answer) {
        Replica replica = store().replica().orElseThrow();
        replica.write(tx -> {
            ArrayNode list = JSON.createArrayNode();
            for (Map.Entry<RowKey, LocalRow> row : tx.load(tx.present(Optional.empty(), 100_000)).entrySet()) {
                ObjectNode one = list.addObject()
                        .put("entity", row.getKey().entity().wire())
                        .put("id", row.getKey().id().toString())
                        .put("known", row.getValue().shadow() != null);
                ObjectNode image = one.putObject("image");
                Objects.requireNonNull(row.getValue().current()).fields().forEach(image::set);
            }
            answer.set("rows", list);
            Set<UUID> held = tx.held().keySet().stream().map(RowKey::id).collect(Collectors.toSet());
            answer.put("idle", tx.dirty(100_000).stream().allMatch(dirty -> held.contains(dirty.group()))
                    && tx.note(Replica.Slot.IN_FLIGHT).isEmpty()
                    && tx.staged().rows() == 0);
            JsonNode cursor = JSON.readTree(tx.note(Replica.Slot.STATE).orElse("{}")).path("cursor");
            answer.put("revision", cursor.path("revision").asLong(0)).put("lineage", cursor.path("lineage").asString(""));
            List<Activity> told = tx.told(1000);
            answer.put("started_over", count(told, Activity.Kind.STARTED_OVER)).put("repaired", count(told, Activity.Kind.REPAIRED));
            return true;
        });
    }

    private static long count(List<Activity> told, Activity.Kind kind) {
        return told.stream().filter(line -> line.kind() == kind).count();
    }

    private void sync(JsonNode order, ObjectNode answer) {
        String point = order.path("stop").asString("");
        stop = point.isEmpty() ? null : Point.valueOf(point);
        twice = order.path("twice").asBoolean(false);
        boolean check = order.path("check").asBoolean(false);
        int most = order.get("steps").intValue();
        int steps = 0;
        try {
            SyncEngine sync = Objects.requireNonNull(engine);
            Step step;
            do {
                steps++;
                step = check && steps == 1 ? sync.check() : sync.step();
                if (step.kind() == Step.Kind.MANY_DELETIONS) {
                    sync.answerDeletions(true);
                    step = new Step(Step.Kind.DONE, 0, 0, step.waiting(), step.refused(), step.staged(), true, null);
                }
            } while (step.more() && steps < most);
            answer.put("kind", step.kind().name()).put("more", step.more()).put("up_to_date", step.upToDate());
        } catch (ServerTroubleException e) {
            answer.put("trouble", e.kind().name() + " " + e.getMessage());
        } finally {
            stop = null;
            answer.put("steps", steps);
        }
    }

    private void at(Point point) {
        if (point == stop) {
            out.println("{\"at\": \"" + point + "\"}");
            while (true) {
                java.util.concurrent.locks.LockSupport.park();
            }
        }
    }

    /** A way to the server that can be left after an answer, and that can say everything twice. */
    private final class Line implements Server {
        private final Server real;

        private Line(Server real) {
            this.real = real;
        }

        @Override
        public String exchange(String request) {
            String answer = real.exchange(request);
            if (twice) {
                answer = real.exchange(request);
            }
            answered = true;
            at(Point.ANSWERED);
            return answer;
        }
    }

    /** A replica that can be left in the middle. */
    private final class Stopping implements Replica {
        private final Replica real;

        private Stopping(Replica real) {
            this.real = real;
        }

        @Override
        public <T> T write(Function<Transaction, T> work) {
            boolean takes = answered;
            answered = false;
            T result = real.write(tx -> {
                T done = work.apply(tx);
                if (takes) {
                    at(Point.APPLYING);
                }
                return done;
            });
            if (takes) {
                at(Point.APPLIED);
            }
            return result;
        }

        @Override
        public void barrier() {
            real.barrier();
            at(Point.FROZEN);
        }
    }
}

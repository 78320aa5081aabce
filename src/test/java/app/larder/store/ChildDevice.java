package app.larder.store;

import app.larder.sync.Deeds;
import app.larder.sync.Entity;
import app.larder.sync.Image;
import app.larder.sync.RowKey;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A computer of a schedule as the tests hold it: its folder, and the child that has it open, if one lives. */
final class ChildDevice implements Deeds.Machine, AutoCloseable {

    private final Path logs;
    private final Cable cable;
    private Path folder = Path.of("");
    private ObjectNode opening = DeviceChild.JSON.createObjectNode();
    private @Nullable Process process;
    private @Nullable Writer in;
    private @Nullable BufferedReader out;
    private boolean open;
    private Duration clock = Duration.ZERO;
    private @Nullable JsonNode told;
    private long killEditAfterMicros = -1;

    ChildDevice(Path logs, Cable cable) {
        this.logs = logs;
        this.cable = cable;
    }

    Cable cable() {
        return cable;
    }

    /** Takes up a new profile: what it had before stays where it was. */
    void begin(Path profile, ObjectNode order) {
        closeProfile();
        folder = profile;
        opening = order.put("do", "open").put("folder", profile.toString());
        clock = Duration.ZERO;
    }

    private static ObjectNode order(String what) {
        return DeviceChild.JSON.createObjectNode().put("do", what);
    }

    /** Starts the child now, whatever it is for later. */
    void start() {
        if (process == null) {
            try {
                Process child = new ProcessBuilder(List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:-UsePerfData",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx300m",
                                "-Duser.language=en",
                                "-Duser.timezone=UTC",
                                "-Djava.util.logging.config.file=" + System.getProperty("java.util.logging.config.file", ""),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                DeviceChild.class.getName()))
                        .redirectError(ProcessBuilder.Redirect.appendTo(logs.resolve("children.log").toFile()))
                        .start();
                process = child;
                in = new BufferedWriter(new OutputStreamWriter(child.getOutputStream(), StandardCharsets.UTF_8));
                out = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void live() {
        start();
        if (!open) {
            send(opening);
            answer();
            open = true;
            send(order("clock").put("seconds", clock.toSeconds()));
            answer();
        }
    }

    private void send(ObjectNode order) {
        try {
            Writer writer = Objects.requireNonNull(in);
            writer.write(DeviceChild.JSON.writeValueAsString(order));
            writer.write('\n');
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode answer() {
        try {
            String line = Objects.requireNonNull(out).readLine();
            if (line == null) {
                throw new IllegalStateException("the child ended by itself; see children.log");
            }
            JsonNode answer = DeviceChild.JSON.readTree(line);
            if (answer.has("failed")) {
                throw new IllegalStateException("a computer failed: " + answer.get("failed").stringValue());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the child for something, and waits until it is done. */
    JsonNode ask(ObjectNode order) {
        live();
        told = null;
        send(order);
        return answer();
    }

    /** An exchange that somebody else goes on beside; {@link #finish} waits for it. */
    void begin(ObjectNode order) {
        live();
        told = null;
        send(order);
    }

    JsonNode finish() {
        return answer();
    }

    static ObjectNode sync(int steps) {
        return order("sync").put("steps", steps);
    }

    static ObjectNode checkingSync(int steps) {
        return sync(steps).put("check", true);
    }

    void clock(Duration ahead) {
        clock = ahead;
        ask(order("clock").put("seconds", ahead.toSeconds()));
    }

    /** Kill -9. What it had said is thrown away. */
    void kill() {
        Process child = process;
        if (child != null) {
            child.destroyForcibly();
            try {
                child.waitFor();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            try {
                Objects.requireNonNull(out).close();
                Objects.requireNonNull(in).close();
            } catch (IOException e) {
                // It was dead already, and its pipes with it.
                told = null;
            }
        }
        process = null;
        open = false;
        told = null;
    }

    /** The next edit is killed so long after it was ordered. */
    void killNextEditAfter(long micros) {
        killEditAfterMicros = micros;
    }

    boolean editIsToBeKilled() {
        return killEditAfterMicros >= 0;
    }

    /** Closes the file as somebody who leaves. */
    void closeProfile() {
        if (process != null && open) {
            send(order("close"));
            answer();
        }
        open = false;
        told = null;
    }

    /** What it says of itself, as it is until it is asked to do something. */
    JsonNode told() {
        JsonNode known = told;
        if (known == null) {
            known = ask(order("rows"));
            told = known;
        }
        return known;
    }

    boolean idle() {
        return told().get("idle").booleanValue();
    }

    @Override
    public Map<RowKey, Image> rows() {
        Map<RowKey, Image> rows = new TreeMap<>();
        told().get("rows").forEach(row -> {
            Map<String, JsonNode> fields = new LinkedHashMap<>();
            row.get("image").forEachEntry(fields::put);
            rows.put(key(row), new Image(fields));
        });
        return rows;
    }

    private static RowKey key(JsonNode row) {
        return new RowKey(
                Entity.named(row.get("entity").stringValue()).orElseThrow(), UUID.fromString(row.get("id").stringValue()));
    }

    /** Rows nothing was ever heard of. */
    Set<RowKey> unknown() {
        Set<RowKey> unknown = new HashSet<>();
        told().get("rows").forEach(row -> {
            if (!row.get("known").booleanValue()) {
                unknown.add(key(row));
            }
        });
        return unknown;
    }

    @Override
    public Instant now() {
        return Instant.now().plus(clock);
    }

    @Override
    public boolean edit(Map<RowKey, Map<String, JsonNode>> changes) {
        ObjectNode order = order("edit");
        ArrayNode list = order.putArray("changes");
        Map<RowKey, Image> before = rows();
        changes.forEach((key, fields) -> {
            ObjectNode set = list.addObject()
                    .put("entity", key.entity().wire())
                    .put("id", key.id().toString())
                    .putObject("set");
            fields.forEach(set::set);
            if (key.entity() == Entity.HOUSEHOLD_INGREDIENTS && !before.containsKey(key)) {
                set.put("added_at", "2026-01-01T08:00:00+00:00");
            }
        });
        if (killEditAfterMicros < 0) {
            ask(order);
            return true;
        }
        begin(order);
        java.util.concurrent.locks.LockSupport.parkNanos(killEditAfterMicros * 1000);
        killEditAfterMicros = -1;
        kill();
        return happened(before, changes);
    }

    /** All of an edit is there, or nothing of it. */
    private boolean happened(Map<RowKey, Image> before, Map<RowKey, Map<String, JsonNode>> changes) {
        Map<RowKey, Image> after = rows();
        if (after.equals(before)) {
            return false;
        }
        changes.forEach((key, fields) -> {
            Image row = after.get(key);
            if (row == null || fields.entrySet().stream().anyMatch(field -> !row.same(Image.EMPTY.with(fields), field.getKey()))) {
                throw new IllegalStateException("half an edit: " + key + " is " + row + " after " + fields);
            }
        });
        return true;
    }

    @Override
    public void delete(RowKey key) {
        ask(order("delete").put("entity", key.entity().wire()).put("id", key.id().toString()));
    }

    /** Makes a copy of the profile's folder, which is closed for that, or left as a kill leaves it. */
    void copyTo(Path target, boolean killed) {
        if (killed) {
            kill();
        } else {
            closeProfile();
        }
        copy(folder, target);
    }

    /** Goes on with a copy of that folder. */
    void replaceBy(Path source) {
        closeProfile();
        folder = folder.resolveSibling(folder.getFileName() + "+");
        copy(source, folder);
        opening.put("folder", folder.toString());
    }

    static void copy(Path source, Path target) {
        try (Stream<Path> all = Files.walk(source)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                Path copy = target.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
        cable.close();
    }
}

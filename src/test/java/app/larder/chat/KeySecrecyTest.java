package app.larder.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.Entered;
import app.larder.account.People;
import app.larder.account.ProfileFolder;
import app.larder.account.SecretShelf;
import app.larder.account.SecretShelves;
import app.larder.backup.BackupShelf;
import app.larder.backup.Backups;
import app.larder.backup.Unlocking;
import app.larder.chat.wire.Endpoint;
import app.larder.chat.wire.FaultServer;
import app.larder.chat.wire.OllamaFake;
import app.larder.logs.Crashes;
import app.larder.settings.ChatSettings;
import app.larder.store.CipherChange;
import app.larder.store.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key is on its shelf and in the request's header, and nowhere else. */
class KeySecrecyTest {

    private static final String KEY = "sk-test-12345";

    @Test
    void afterAWholeSessionTheKeyIsNowhereButOnItsShelf(@TempDir Path folder) throws Exception {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler listening = listening(logged);
        Logger root = Logger.getLogger("");
        Level level = root.getLevel();
        Handler[] usual = root.getHandlers();
        List.of(usual).forEach(root::removeHandler);
        root.addHandler(listening);
        root.setLevel(Level.ALL);
        Path home = folder.resolve("home");
        List<String> said = new ArrayList<>();
        try (FaultServer server = new FaultServer(); Entered entered = enter(home)) {
            ChatKeys keys = new ChatKeys(new SecretShelves(entered, SecretShelf.session()));
            for (SecretShelf.Place place : List.of(SecretShelf.Place.SESSION, SecretShelf.Place.FILE)) {
                session(entered, server, keys, place, said);
            }
            assertTrue(server.requests().stream().anyMatch(r -> r.contains("Authorization: Bearer " + KEY)), "it was used");
            assertEquals(1, filesWith(home, KEY), "the file with secrets, as chosen");
            ChatModels models = new ChatModels(() -> ChatSettings.DEFAULTS, keys, new ScriptedModel());
            keys.forget(models.endpoint(settings(server, "ok"), null).orElseThrow().host());
            assertEquals(0, filesWith(home, KEY));
        } finally {
            root.removeHandler(listening);
            List.of(usual).forEach(root::addHandler);
            root.setLevel(level);
        }
        assertEquals(List.of(), logged.stream().filter(line -> line.contains(KEY)).toList(), "no log");
        assertEquals(List.of(), said.stream().filter(line -> line.contains(KEY)).toList(), "no sentence");
        assertEquals(List.of(), crashes(home).stream().filter(details -> details.contains(KEY)).toList(), "no crash report");
        assertFalse(ProcessHandle.current().info().commandLine().orElse("").contains(KEY), "no process argument");
    }

    private static Entered enter(Path home) {
        return new People(new ProfileFolder(home), new CipherChange(), _ -> {}).enterAtOnce().orElseThrow();
    }

    private static ChatSettings settings(FaultServer server, String scenario) {
        return ChatSettings.DEFAULTS
                .withProvider(ChatSettings.Provider.OTHER)
                .withAddress(server.address(scenario))
                .withModel("m");
    }

    private static void session(
            Entered entered, FaultServer server, ChatKeys keys, SecretShelf.Place place, List<String> said) throws Exception {
        try (Database database = Database.local(entered.folder())) {
            ChatRepository chats = database.openFor(database.localUser("cook")).chats();
            try (TestKitchen kitchen = TestKitchen.stocked()) {
                for (String scenario : List.of("ok", "401", "miderr", "tools", "moved")) {
                    ChatSettings chosen = settings(server, scenario);
                    ChatModels models = new ChatModels(() -> chosen, keys, kitchen.helper());
                    Endpoint endpoint = models.endpoint(chosen, null).orElseThrow();
                    keys.keep(place, endpoint.host(), "  " + KEY + "\n");
                    assertEquals(place, keys.place(endpoint.host()).orElseThrow());
                    said.add(models.endpoint(chosen, null).orElseThrow().toString());
                    said.add(models.get().toString());
                    Waiting waiting = new Waiting();
                    ChatRoom room = new ChatRoom(chats, models, kitchen.tools, kitchen.clock);
                    room.send(room.begin(), "What now?", waiting);
                    said.add(waiting.end().toString());
                    new ModelTest(models).run(chosen, null, outcome -> said.add(outcome.toString()));
                }
                String exported = exported(database, entered.folder());
                assertTrue(exported.contains("What now?"), "the conversations are in it");
                said.add(exported);
            }
        }
    }

    /** What {@code larder backup} writes, which is the export of everything, as it reads unpacked. */
    private static String exported(Database database, Path profile) throws IOException {
        Backups backups = new Backups(
                database.openFor(database.localUser("cook")).backup().orElseThrow(),
                new BackupShelf(profile, null), Unlocking.NOTHING, 8, Clock.systemUTC());
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(backups.now().path()), StandardCharsets.UTF_8)) {
            while (zip.getNextEntry() != null) {
                all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    /** What is shown and copied when something nobody expected has the key in its message. */
    private static List<String> crashes(Path home) {
        List<String> shown = new ArrayList<>();
        Exception inside = new IOException("invalid header value: \"Bearer " + KEY + "\" in " + home);
        new Crashes("1", _ -> "", crash -> shown.add(crash.code() + crash.details()))
                .uncaughtException(Thread.currentThread(), new IllegalStateException(KEY, inside));
        assertEquals(1, shown.size());
        return shown;
    }

    /** A key that was pasted with a sign that no header may have: the client's own complaint would repeat it. */
    @Test
    void aKeyThatCannotBeSentIsRefusedWithoutBeingRepeated(@TempDir Path folder) throws Exception {
        try (FaultServer server = new FaultServer(); OllamaFake ollama = new OllamaFake(); Entered entered = enter(folder);
                TestKitchen kitchen = TestKitchen.stocked()) {
            ChatKeys keys = new ChatKeys(new SecretShelves(entered, SecretShelf.session()));
            ChatSettings other = settings(server, "ok");
            ChatSettings local = ChatSettings.DEFAULTS.withProvider(ChatSettings.Provider.OLLAMA).withAddress(ollama.address()).withModel("m");
            for (ChatSettings chosen : List.of(other, local)) {
                ChatModels models = new ChatModels(() -> chosen, keys, kitchen.helper());
                String bad = KEY + "\u2026\u00e9\nx";
                keys.keep(SecretShelf.Place.SESSION, models.endpoint(chosen, null).orElseThrow().host(), bad);
                List<String> said = new ArrayList<>();
                new ModelTest(models).run(chosen, null, outcome -> said.add(outcome.toString()));
                Waiting waiting = new Waiting();
                ChatRoom room = new ChatRoom(kitchen.rows.chats(), models, kitchen.tools, kitchen.clock);
                room.send(room.begin(), "What now?", waiting);
                said.add(waiting.end().toString());
                assertTrue(said.toString().contains("step=KEY, problem=Sentence[key=chat.problem.AUTH"), said.toString());
                assertTrue(said.getLast().contains("chat.problem.AUTH"), said.getLast());
                assertFalse(said.toString().contains(KEY));
            }
            assertEquals(List.of(), server.requests());
        }
    }

    private static long filesWith(Path folder, String text) throws IOException {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        long count = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                count += bytes.contains(new String(wanted, StandardCharsets.ISO_8859_1)) ? 1 : 0;
            }
        }
        return count;
    }

    private static Handler listening(List<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line.getMessage() + " " + List.of(line.getParameters() == null ? new Object[0] : line.getParameters())
                        + " " + line.getThrown());
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}

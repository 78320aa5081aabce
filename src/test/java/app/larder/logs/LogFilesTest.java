package app.larder.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.store.FailureCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written down, where, and what is not. */
class LogFilesTest {

    private static final String SECRET = "Marzipankartoffel";

    @TempDir
    private Path folder;

    /** The program's own configuration lets these through. */
    private static final List<Logger> HEARD =
            List.of(Logger.getLogger("app.larder"), Logger.getLogger("org.hibernate"), Logger.getLogger("org.postgresql"));

    /** Of whoever runs the tests. */
    private final List<Handler> others = List.of(Logger.getLogger("").getHandlers());

    @BeforeEach
    void hear() {
        others.forEach(Logger.getLogger("")::removeHandler);
        HEARD.forEach(logger -> logger.setLevel(Level.INFO));
    }

    @AfterEach
    void asBefore() {
        HEARD.forEach(logger -> logger.setLevel(null));
        others.forEach(Logger.getLogger("")::addHandler);
    }

    private String written(Path home) throws IOException {
        try (Stream<Path> files = Files.list(LogFiles.folder(home))) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .map(LogFilesTest::text)
                    .collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "O'Brien 🍅 ü%20#;%h%t"})
    void ownWordsAreWrittenWithTheirTimeAndOnlyWhileItIsOpen(String name) throws IOException {
        Path home = folder.resolve(name);
        try (LogFiles _ = LogFiles.begin(home, _ -> "").orElseThrow()) {
            Logger.getLogger("app.larder.Test").warning("a café opened");
        }
        Logger.getLogger("app.larder.Test").warning("too late");
        String line = written(home);
        assertTrue(line.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.?\\d*Z WARNING app.larder.Test: a café opened\n"), line);
    }

    @Test
    void librariesWordsAndMessagesOfFailuresAreLeftOutButNotWhatHelps() throws IOException {
        try (LogFiles _ = LogFiles.begin(folder, FailureCodes::of).orElseThrow()) {
            SQLException sql = new SQLException(
                    "duplicate key value violates unique constraint Detail: Key (name)=(" + SECRET + ") already exists.", "23505", 0);
            Logger.getLogger("org.hibernate.orm.jdbc.error").warning("HHH000247: ErrorCode: 0, SQLState: 23505 " + SECRET);
            Logger.getLogger("org.postgresql.Driver").log(Level.SEVERE, SECRET + " {0}", SECRET);
            Logger.getLogger("app.larder.store.Database")
                    .log(Level.WARNING, "not written", new IllegalStateException(SECRET, sql));
            Logger.getLogger("app.larder.store.Database")
                    .log(Level.WARNING, "full", new IOException("/home/" + SECRET + ": No space left on device"));
        }
        String all = written(folder);
        assertFalse(all.contains(SECRET), all);
        for (String help : List.of(
                "HHH000247", "org.hibernate.orm.jdbc.error", "java.lang.IllegalStateException", "java.sql.SQLException [23505/0]",
                "LogFilesTest.java:", "not written", "java.io.IOException [no space left on device]")) {
            assertTrue(all.contains(help), help + " is not in " + all);
        }
    }

    @Test
    void fiveFilesOfAMegabyteAreKept() throws IOException {
        Logger own = Logger.getLogger("app.larder.Test");
        String lengthy = "x".repeat(10_000);
        try (LogFiles _ = LogFiles.begin(folder, _ -> "").orElseThrow()) {
            for (int i = 0; i < 700; i++) {
                own.warning(lengthy);
            }
        }
        try (Stream<Path> files = Files.list(LogFiles.folder(folder))) {
            List<Path> all = files.sorted().toList();
            assertEquals(
                    List.of("larder-0.log", "larder-1.log", "larder-2.log", "larder-3.log", "larder-4.log"),
                    all.stream().map(file -> file.getFileName().toString()).toList());
            for (Path file : all) {
                assertTrue(Files.size(file) <= 1_020_000, file + " " + Files.size(file));
            }
        }
    }

    @Test
    void onlyTheOwnerMayLook() throws IOException {
        Assumptions.assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no owners here");
        LogFiles.begin(folder, _ -> "").orElseThrow().close();
        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(LogFiles.folder(folder))));
    }

    @Test
    void aFolderThatCantBeMadeIsNoReasonNotToOpen() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertTrue(LogFiles.begin(file, _ -> "").isEmpty());
    }
}

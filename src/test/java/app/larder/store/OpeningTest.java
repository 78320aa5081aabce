package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import app.larder.store.LarderOpenException.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.h2.api.ErrorCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever keeps a larder from being opened is said in a sentence, and nothing is lost over it. */
class OpeningTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aLarderOpenInAnotherProcessIsBusyUntilThatEnds() throws Exception {
        Process holder = CellarChild.start("hold", folder);
        try (BufferedReader out = CellarChild.output(holder)) {
            assertEquals("open", out.readLine());

            LarderOpenException refused = refusal(Kind.BUSY);
            assertEquals("This larder is already open in another Larder window or command.", refused.getMessage());

            holder.getOutputStream().write('\n');
            holder.getOutputStream().flush();
            assertEquals("closed", out.readLine());
            assertEquals(0, holder.waitFor());
        } finally {
            holder.destroyForcibly();
        }
        Database.local(folder).close();
    }

    @Test
    void aLarderOpenInThisProcessIsBusyToo() {
        try (Database open = Database.local(folder)) {
            refusal(Kind.BUSY);
            open.localUser("cook");
        }
    }

    @Test
    void aLarderOfANewerProgramAsksForAnUpdateAndIsNotTouched() throws Exception {
        Database.local(folder).close();
        Place place = Place.ofClosedFile(folder);
        place.execute("update larder.schema_meta set min_client = 99");
        byte[] before = Files.readAllBytes(data());

        assertEquals(
                "This larder was last opened by a newer Larder: please update Larder on this computer.",
                refusal(Kind.NEWER).getMessage());
        assertArrayEquals(before, Files.readAllBytes(data()));
    }

    @Test
    void aNewerLarderThatThisProgramMayStillUseIsOpened() throws Exception {
        Database.local(folder).close();
        Place.ofClosedFile(folder)
                .execute("insert into larder.flyway_schema_history (installed_rank, version, description, type, script,"
                        + " checksum, installed_by, installed_on, execution_time, success)"
                        + " select 99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'sa', current_timestamp, 1, true");

        Database.local(folder).close();
    }

    @Test
    void aDamagedFileIsLeftAsItIsAndItsBackupOpensInTheSameProcess() throws Exception {
        UUID id = keepOne();
        byte[] whole = Files.readAllBytes(data());
        byte[] noise = new byte[40_000];
        new Random(1).nextBytes(noise);
        byte[] noHeaders = whole.clone();
        Arrays.fill(noHeaders, 0, 2 * 4096, (byte) 'x');

        for (byte[] damaged : List.of(new byte[0], "hello".getBytes(StandardCharsets.US_ASCII), noise, noHeaders,
                Arrays.copyOf(whole, 2 * 4096), Arrays.copyOf(whole, 2 * 4096 + 100), Arrays.copyOf(whole, 3 * 4096))) {
            Path file = Files.write(data(), damaged);
            LarderOpenException refused = assertThrows(LarderOpenException.class, () -> Database.local(folder));
            assertEquals(Kind.DAMAGED, refused.kind(), refused.getMessage());
            String sentence = String.valueOf(refused.getMessage());
            assertTrue(sentence.startsWith("The larder's file in "), sentence);
            assertArrayEquals(damaged, Files.readAllBytes(file), damaged.length + " bytes");

            Files.write(file, whole);
            try (Database database = Database.local(folder)) {
                assertTrue(recipes(database).find(id).isPresent(), "restored after " + damaged.length + " bytes");
            }
            whole = Files.readAllBytes(file);
        }
    }

    @Test
    void aFileWhereTheFolderBelongsIsSaidSo() throws Exception {
        Path file = Files.writeString(folder.resolve("taken"), "a file");

        LarderOpenException refused = assertThrows(LarderOpenException.class, () -> Database.local(file));

        assertEquals("A file stands where Larder's folder " + file + " belongs.", refused.getMessage());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatCantBeWrittenIsSaidSo() throws Exception {
        keepOne();
        try {
            assertEquals(
                    "READ_ONLY Larder may not write in its folder " + folder + ".",
                    firstLine(CellarChild.start(readOnly(folder), "open", folder)));
        } finally {
            folder.toFile().setWritable(true);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatCantBeWrittenIsSaidSoAndOpensOnceItCan() throws Exception {
        UUID id = keepOne();
        try {
            assertEquals(
                    "READ_ONLY The larder's file " + data()
                            + " is write-protected: allow writing to it, or Larder can keep nothing.",
                    firstLine(CellarChild.start(readOnly(data()), "open", folder)));
        } finally {
            data().toFile().setWritable(true);
        }
        try (Database database = Database.local(folder)) {
            assertTrue(recipes(database).find(id).isPresent());
        }
    }

    /** Takes the right to write from a child, or here; for root no file is closed, but a file system may be. */
    private static List<String> readOnly(Path place) throws IOException, InterruptedException {
        if (place.toFile().setWritable(false) && !Files.isWritable(place)) {
            return List.of();
        }
        String closing = "mount --bind \"" + place + "\" \"" + place + "\" && mount -o remount,ro,bind \"" + place + "\"";
        Assumptions.assumeTrue(
                new ProcessBuilder("unshare", "-m", "sh", "-c", closing).start().waitFor() == 0,
                "SKIPPED: as root, and without the right to mount, nothing can be made read-only here");
        return List.of("unshare", "-m", "sh", "-c", closing + " && exec \"$@\"", "sh");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFullDiskAtTheFirstStartIsSaidSo() throws Exception {
        assertEquals(
                "DISK_FULL No room is left on the disk that holds " + folder + ".",
                firstLine(CellarChild.start(filesUpTo(16), "open", folder)));

        Database.local(folder).close();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDiskThatFillsUpCostsOnlyWhatWasNotAcknowledged() throws Exception {
        Database.local(folder).close();
        Process child = CellarChild.start(filesUpTo(6_000), "insert", folder, "100000");
        int stored = 0;
        String last = "";
        try (BufferedReader out = CellarChild.output(child)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("stored")) {
                    stored += line.split(" ", -1).length - 1;
                } else if (!line.equals("closed")) {
                    last = line;
                }
            }
        }
        assertEquals("refused No room is left on the disk: the last change was not saved.", last);
        assertTrue(stored > 0);
        try (Database database = Database.local(folder)) {
            assertEquals(stored, recipes(database).count(RecipeQuery.ALL));
            recipes(database).add(List.of(ContractRecipes.plain("Room again")));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDiskThatFillsUpInTheMiddleOfAnImportKeepsNoneOfIt() throws Exception {
        Database.local(folder).close();
        Process child = CellarChild.start(filesUpTo(6_000), "batch", folder, "4000");
        List<String> said;
        try (BufferedReader out = CellarChild.output(child)) {
            said = out.lines().toList();
        }
        assertEquals(
                List.of("open", "stored", "refused No room is left on the disk: the last change was not saved.", "closed"),
                said);
        try (Database database = Database.local(folder)) {
            assertEquals(1, recipes(database).count(RecipeQuery.ALL));
            assertTrue(recipes(database)
                    .find(recipes(database).ids(RecipeQuery.ALL, 0, 10).getFirst())
                    .filter(recipe -> recipe.name().equals("Before the import"))
                    .isPresent());
        }
    }

    private static List<String> filesUpTo(int kilobytes) {
        return List.of("bash", "-c", "ulimit -f " + kilobytes + " && exec \"$@\"", "bash");
    }

    private static String firstLine(Process child) throws IOException, InterruptedException {
        try (BufferedReader out = CellarChild.output(child)) {
            String line = out.readLine();
            child.waitFor();
            return String.valueOf(line);
        } finally {
            child.destroyForcibly();
        }
    }

    private Path data() {
        return folder.resolve("larder.mv.db");
    }

    private LarderOpenException refusal(Kind kind) {
        LarderOpenException refused = assertThrows(LarderOpenException.class, () -> Database.local(folder));
        assertEquals(kind, refused.kind(), refused.getMessage());
        assertFalse(String.valueOf(refused.getMessage()).contains("Exception"));
        return refused;
    }

    private UUID keepOne() {
        try (Database database = Database.local(folder)) {
            return recipes(database)
                    .add(List.of(ContractRecipes.full("Soup")))
                    .getFirst()
                    .id();
        }
    }

    private static RecipeRepository recipes(Database database) {
        return database.openFor(database.localUser("cook")).recipes();
    }

    @Test
    void aClockBefore1970IsSaidAndTheFileNotCalledDamaged() {
        // H2 2.5.252 under faketime, at noon of the last day of 1969.
        Exception said = new SQLException(
                "General error: \"java.lang.IllegalArgumentException: timeNanos out of range -43199548668557\"",
                "HY000",
                ErrorCode.GENERAL_ERROR_1,
                new IllegalArgumentException("timeNanos out of range -43199548668557"));
        LarderOpenException failure = OpenFailures.of(said, Path.of("home"));
        assertEquals(LarderOpenException.Kind.OTHER, failure.kind());
        assertTrue(String.valueOf(failure.getMessage()).contains("clock stands before 1970"), failure.getMessage());
    }
}

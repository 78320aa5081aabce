package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.backup.Rescued;
import app.larder.recipes.RecipeQuery;
import app.larder.words.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged file gives what can be read of it, the last backup the rest; the damaged file is kept. */
class RescueTest {

    private static final int RECIPES = 300;

    @TempDir
    private Path folder = Path.of("");

    private static UserStore rows(Database database) {
        return database.openFor(database.localUser("cook"));
    }

    private byte[] filled(Path profile, int backedUp) throws Exception {
        try (Database database = Database.local(profile)) {
            UserStore rows = rows(database);
            for (int i = 0; i < RECIPES; i += 20) {
                if (i == backedUp) {
                    BackupTest.backups(rows, profile).now();
                }
                int from = i;
                rows.recipes().add(IntStream.range(from, from + 20)
                        .mapToObj(n -> ContractRecipes.full("Recipe " + n + " " + "long ".repeat(100)))
                        .toList());
            }
        }
        return Files.readAllBytes(profile.resolve("larder.mv.db"));
    }

    @Test
    void aFileThatCantBeOpenedGivesWhatCanBeReadAndTheBackupTheRest() throws Exception {
        byte[] whole = filled(folder, 200);
        byte[] damaged = whole.clone();
        // The headers and the end are gone: no larder opens that.
        Arrays.fill(damaged, 0, 2 * 4096, (byte) 'x');
        Files.write(folder.resolve("larder.mv.db"), damaged);

        Rescued rescued = Rescue.run(folder, null);

        assertArrayEquals(damaged, Files.readAllBytes(rescued.damaged()));
        try (Database database = Database.local(folder)) {
            assertTrue(rows(database).recipes().count(RecipeQuery.ALL) >= 200, rescued.toString());
        }
        assertFalse(Files.exists(folder.resolve("rescue")));
    }

    @Test
    void aWholeFileIsRescuedAsItIs() throws Exception {
        filled(folder, 200);
        Rescued rescued = Rescue.run(folder, null);
        assertTrue(rescued.complete());
        assertEquals(RECIPES, rescued.recipes());
        try (Database database = Database.local(folder)) {
            assertEquals(RECIPES, rows(database).recipes().count(RecipeQuery.ALL));
        }
    }

    @Test
    void fortyDamagedFilesOpenOrAreRescuedOrStayAsTheyAre() throws Exception {
        Path origin = folder.resolve("origin");
        byte[] whole = filled(origin, -1);
        Random random = new Random(3);
        int opened = 0;
        int saved = 0;
        for (int i = 0; i < 40; i++) {
            Path profile = Files.createDirectories(folder.resolve("p" + i));
            byte[] damaged = i % 2 == 0
                    ? Arrays.copyOf(whole, 8192 + random.nextInt(whole.length - 8192))
                    : whole.clone();
            for (int hit = 0; i % 2 == 1 && hit < 1 + i; hit++) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Path file = Files.write(profile.resolve("larder.mv.db"), damaged);
            try (Database database = Database.local(profile)) {
                rows(database).recipes().count(RecipeQuery.ALL);
                opened++;
                continue;
            } catch (RuntimeException e) {
                // A file like that is what the rescue is for.
                damaged = Files.readAllBytes(file);
            }
            try {
                Rescued rescued = Rescue.run(profile, null);
                assertArrayEquals(damaged, Files.readAllBytes(rescued.damaged()));
                saved++;
                try (Database database = Database.local(profile)) {
                    assertEquals(rescued.recipes(), rows(database).recipes().count(RecipeQuery.ALL));
                }
            } catch (RuntimeException e) {
                assertTrue(e instanceof Said, e.toString());
                assertArrayEquals(damaged, Files.readAllBytes(file));
            }
        }
        assertTrue(opened + saved >= 25, opened + " opened, " + saved + " rescued");
        assertEquals(List.of(), BackupTest.files(folder).stream().filter(p -> p.endsWith("rescue")).toList());
    }
}

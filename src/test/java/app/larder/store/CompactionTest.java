package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The file only grows while it is open, and is small again after it. */
class CompactionTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFileThatIsMostlyOldIsSmallAfterClosingAndHoldsTheSame() throws Exception {
        List<Recipe> stored = new ArrayList<>();
        long before;
        try (Database database = Database.local(folder)) {
            RecipeRepository recipes = recipes(database);
            for (int i = 0; i < 5; i++) {
                stored.add(ContractRecipes.full("Recipe " + i + " " + "long ".repeat(40_000)));
            }
            stored = recipes.add(stored);
            do {
                stored.forEach(recipes::update);
                before = Files.size(data());
            } while (before < 45L << 20);
        }
        long after = Files.size(data());

        assertTrue(after < 5L << 20, before + " bytes became " + after);
        assertFalse(Files.exists(folder.resolve("larder.compacting.mv.db")));
        try (Database database = Database.local(folder)) {
            RecipeRepository recipes = recipes(database);
            for (Recipe recipe : stored) {
                assertEquals(recipe, recipes.find(recipe.id()).orElseThrow());
            }
            List<UUID> all = recipes.ids(RecipeQuery.ALL.withIngredients(List.of("pumpkin")), 0, 1_000);
            assertEquals(5, all.size());
        }
    }

    @Test
    void aSmallFileIsLeftAlone() throws Exception {
        try (Database database = Database.local(folder)) {
            recipes(database).add(List.of(ContractRecipes.full("Soup")));
        }
        Object file = Files.readAttributes(data(), BasicFileAttributes.class).fileKey();
        try (Database database = Database.local(folder)) {
            recipes(database).add(List.of(ContractRecipes.full("Soup")));
        }
        assertEquals(file, Files.readAttributes(data(), BasicFileAttributes.class).fileKey());
    }

    @Test
    void whatACutOffCompactionLeftIsClearedAway() throws Exception {
        Database.local(folder).close();
        Path left = Files.writeString(folder.resolve("larder.compacting.mv.db"), "half");

        Database.local(folder).close();

        assertFalse(Files.exists(left));
    }

    @Test
    void aCompactionThatFailsLeavesTheFile() throws Exception {
        UUID id = keepOne();
        byte[] before = Files.readAllBytes(data());
        Path inTheWay = Files.createDirectories(folder.resolve("larder.compacting.mv.db/in the way"));

        try (LocalFile file = LocalFile.take(folder)) {
            compaction(file).run();
        }

        assertArrayEquals(before, Files.readAllBytes(data()));
        assertTrue(Files.exists(inTheWay));
        try (Database database = Database.local(folder)) {
            assertTrue(recipes(database).find(id).isPresent());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCompactionForWhichThereIsNoRoomLeavesTheFile() throws Exception {
        UUID id = keepOne();
        byte[] before = Files.readAllBytes(data());

        Process child = CellarChild.start(
                List.of("bash", "-c", "ulimit -f 16 && exec \"$@\"", "bash"), "compact", folder, "1");
        try (BufferedReader out = CellarChild.output(child)) {
            assertEquals("compacted", out.readLine());
            assertEquals(0, child.waitFor());
        }

        assertArrayEquals(before, Files.readAllBytes(data()));
        assertFalse(Files.exists(folder.resolve("larder.compacting.mv.db")));
        try (Database database = Database.local(folder)) {
            assertTrue(recipes(database).find(id).isPresent());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void killedWhileItCompactsItKeepsEverything() throws Exception {
        List<Recipe> stored;
        try (Database database = Database.local(folder)) {
            stored = recipes(database)
                    .add(Stream.generate(() -> ContractRecipes.full("Soup " + "long ".repeat(2_000)))
                            .limit(200)
                            .toList());
        }
        for (int round = 0; round < 3; round++) {
            Process child = CellarChild.start("compact", folder, "1000000");
            try (BufferedReader out = CellarChild.output(child)) {
                assertEquals("compacted", out.readLine());
                Thread.sleep(20 + 17L * round);
                child.destroyForcibly();
                assertEquals(128 + 9, child.waitFor());
            }
            try (Database database = Database.local(folder)) {
                RecipeRepository recipes = recipes(database);
                assertEquals(stored.size(), recipes.count(RecipeQuery.ALL));
                assertEquals(stored.getLast(), recipes.find(stored.getLast().id()).orElseThrow());
            }
        }
    }

    /** A compaction of a closed file that has been looked at. */
    static Compaction compaction(LocalFile file) throws SQLException {
        String address = "jdbc:h2:" + file.address() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;ACCESS_MODE_DATA=r";
        try (Connection look = DriverManager.getConnection(address, "sa", "")) {
            return Compaction.of(file, null, look);
        }
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

    private Path data() {
        return folder.resolve("larder.mv.db");
    }
}

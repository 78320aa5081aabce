package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
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
            for (int i = 0; i < 100; i++) {
                stored.add(ContractRecipes.full("Recipe " + i + " " + "long ".repeat(2_000)));
            }
            stored = recipes.add(stored);
            do {
                stored.forEach(recipes::update);
                before = Files.size(data());
            } while (before < 60L << 20);
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
            assertEquals(100, all.size());
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

    private static RecipeRepository recipes(Database database) {
        return database.openFor(database.localUser("cook")).recipes();
    }

    private Path data() {
        return folder.resolve("larder.mv.db");
    }
}

package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.User;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search index beside the file can always be lost, and nothing with it. */
class TextKeeperTest {

    /** Found by the index only: the tables know no typos. */
    private static final RecipeQuery TYPO = RecipeQuery.ALL.withText("pancaces");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theIndexIsFoundAgainAtTheNextStart() {
        UUID id = keep("Pancakes");

        try (Database database = Database.local(folder)) {
            assertEquals(List.of(id), recipes(database).ids(TYPO, 0, 10));
        }
    }

    @Test
    void aLostIndexIsMadeAnew() throws Exception {
        UUID id = keep("Pancakes");
        delete(folder.resolve("search"));

        try (Database database = Database.local(folder)) {
            assertEquals(List.of(id), soon(recipes(database)));
        }
    }

    @Test
    void aBrokenIndexIsMadeAnew() throws Exception {
        UUID id = keep("Pancakes");
        try (Stream<Path> files = Files.walk(folder.resolve("search"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }

        try (Database database = Database.local(folder)) {
            assertEquals(List.of(id), soon(recipes(database)));
        }
    }

    @Test
    void anIndexOfAnotherStateOfTheFileIsMadeAnew() throws Exception {
        keep("Pancakes");
        Path older = folder.resolve("older");
        Files.copy(folder.resolve("larder.mv.db"), older);
        UUID second = keep("Potato pancakes");
        Files.copy(older, folder.resolve("larder.mv.db"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        try (Database database = Database.local(folder)) {
            List<UUID> found = soon(recipes(database));
            assertEquals(1, found.size());
            assertTrue(!found.contains(second));
        }
    }

    @Test
    void closingDuringARebuildWaitsForNoMoreThanABatch() throws Exception {
        try (Database database = Database.local(folder)) {
            recipes(database)
                    .add(Stream.generate(() -> ContractRecipes.full("Pancakes")).limit(2_000).toList());
        }
        delete(folder.resolve("search"));

        try (Database database = Database.local(folder)) {
            assertEquals(2_000, recipes(database).count(RecipeQuery.ALL));
        }
        try (Database database = Database.local(folder)) {
            assertEquals(10, soon(recipes(database)).size());
        }
    }

    private UUID keep(String name) {
        try (Database database = Database.local(folder)) {
            Recipe recipe = recipes(database).add(List.of(ContractRecipes.plain(name))).getFirst();
            return recipe.id();
        }
    }

    private static RecipeRepository recipes(Database database) {
        User user = database.localUser("cook");
        return database.openFor(user).recipes();
    }

    /** Asks until the rebuild in the background is through. */
    private static List<UUID> soon(RecipeRepository recipes) throws InterruptedException {
        List<UUID> found = List.of();
        for (int i = 0; i < 600 && found.isEmpty(); i++) {
            found = recipes.ids(TYPO, 0, 10);
            if (found.isEmpty()) {
                Thread.sleep(50);
            }
        }
        return found;
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

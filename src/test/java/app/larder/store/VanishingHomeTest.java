package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.backup.BackupProblem;
import app.larder.backup.Backups;
import app.larder.recipes.Pictures;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import app.larder.words.FileFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A data folder that goes away under an open larder and comes back, as on a network share. */
class VanishingHomeTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows lets nobody take a folder away that is in use")
    void nothingIsMadeInItsPlaceAndAllIsThereWhenItIsBack() throws Exception {
        Path home = folder.resolve("home");
        Path away = folder.resolve("away");
        try (Database database = Database.local(home)) {
            UserStore rows = database.openFor(database.localUser("cook"));
            Recipe soup = rows.recipes().add(List.of(ContractRecipes.full("Soup"))).getFirst();
            Backups backups = BackupTest.backups(rows, home);
            Files.move(home, away);

            BackupProblem unwritten = assertThrows(BackupProblem.class, backups::now);
            assertEquals(BackupProblem.Kind.UNWRITTEN, unwritten.kind());
            assertThrows(
                    FileFailure.class, () -> rows.photos().add(soup.id(), Pictures.plate(20, 20, 0, "png")));
            rows.recipes().add(List.of(ContractRecipes.full("Cake")));
            assertFalse(Files.exists(home), "a folder in its place would hide it");

            Files.move(away, home);
            assertTrue(Files.exists(backups.now().path()));
        }
        try (Database database = Database.local(home)) {
            UserStore rows = database.openFor(database.localUser("cook"));
            assertEquals(2, rows.recipes().count(RecipeQuery.ALL));
        }
    }
}

package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.backup.BackupFile;
import app.larder.backup.BackupShelf;
import app.larder.backup.Kept;
import app.larder.backup.Unlocking;
import app.larder.recipes.RecipeQuery;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Larder that is killed while it backs up or restores leaves the profile and every backup whole. */
class BackupKilledTest {

    private static final int RECIPES = 200;

    @TempDir
    private Path folder = Path.of("");

    private List<UUID> ids() {
        try (Database database = Database.local(folder)) {
            return database.openFor(database.localUser("cook")).recipes().ids(RecipeQuery.ALL, 0, 10_000);
        }
    }

    private void kill(String command, long millis) throws Exception {
        Process child = CellarChild.start(command, folder);
        try (BufferedReader out = CellarChild.output(child)) {
            assertEquals("open", out.readLine());
            Thread.sleep(millis);
        } finally {
            child.destroyForcibly();
            child.waitFor();
        }
    }

    @Test
    void whateverItWasDoing() throws Exception {
        try (Database database = Database.local(folder)) {
            UserStore rows = database.openFor(database.localUser("cook"));
            rows.recipes().add(Stream.generate(() -> ContractRecipes.full("Soup " + "long ".repeat(300)))
                    .limit(RECIPES)
                    .toList());
            Path kept = BackupTest.backups(rows, folder).at(folder.resolve("kept.zip"));
            assertTrue(Files.exists(kept));
            rows.recipes().trash(rows.recipes().ids(RecipeQuery.ALL, 0, RECIPES / 2));
        }
        for (int round = 0; round < 2; round++) {
            kill("backup", 40L + 150L * round);
            assertEquals(RECIPES / 2, ids().size());
            kill("restore", 60L + 300L * round);
            // All of a restore or nothing of it: half of them lay in the trash.
            assertTrue(ids().size() == RECIPES || ids().size() == RECIPES / 2, ids().size() + " recipes");
            undoIfRestored();
        }
        for (Kept kept : new BackupShelf(folder, null).list()) {
            try (BackupFile backup = BackupFile.open(kept.path(), Unlocking.NOTHING)) {
                backup.check();
            }
        }
    }

    private void undoIfRestored() {
        try (Database database = Database.local(folder)) {
            UserStore rows = database.openFor(database.localUser("cook"));
            if (rows.recipes().count(RecipeQuery.ALL) == RECIPES) {
                rows.recipes().trash(rows.recipes().ids(RecipeQuery.ALL, 0, RECIPES / 2));
            }
        }
    }
}

package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.Entered;
import app.larder.account.KeptDrafts;
import app.larder.account.People;
import app.larder.account.Seal;
import app.larder.backup.BackupFile;
import app.larder.backup.BackupShelf;
import app.larder.backup.Backups;
import app.larder.backup.Comparison;
import app.larder.backup.Comparison.Thing;
import app.larder.backup.Restored;
import app.larder.backup.Unlocking;
import app.larder.recipes.DraftLine;
import app.larder.recipes.DraftShelf;
import app.larder.recipes.RecipeDraft;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is typed in the editor and not saved is in backups, and never takes the place of what is typed here. */
class DraftBackupTest {

    private static final UUID SOUP = UUID.fromString("018f0000-0000-7000-8000-000000000001");

    @TempDir
    private Path folder = Path.of("");

    private static UserStore rows(Database database) {
        return database.openFor(database.localUser("cook"));
    }

    private static DraftShelf shelf(Path profile) {
        return new DraftShelf(profile.resolve("drafts"), Seal.NONE);
    }

    private static RecipeDraft draft(String name) {
        return new RecipeDraft(
                null, "", Instant.EPOCH, new RecipeDraft.Fields(name, "", "", "", "", "", "", "", "a, b", "n\nn"), List.of(DraftLine.of("1 kg Käse")), List.of());
    }

    private Path backedUp() {
        Path from = folder.resolve("from");
        try (Database database = Database.local(from)) {
            shelf(from).keep(null, () -> draft("Half a \"Käsekuchen\""));
            shelf(from).keep(SOUP, () -> draft("Soup, changed"));
            return BackupTest.backups(rows(database), from).now().path();
        }
    }

    @Test
    void draftsComeBackAsTheyWereAndAnUndoTakesThemAlong() {
        Path file = backedUp();
        Path to = folder.resolve("to");
        try (Database database = Database.local(to)) {
            Backups backups = BackupTest.backups(rows(database), to);
            try (BackupFile backup = backups.open(file, null)) {
                Comparison preview = backups.compare(backup);
                assertEquals(new Comparison.Counts(2, 0, 0), preview.of(Thing.DRAFT));
                Restored restored = backups.restore(backup);
                assertEquals(preview, restored.comparison());
                assertEquals(Optional.of(draft("Half a \"Käsekuchen\"")), shelf(to).find(null));
                assertEquals(Optional.of(draft("Soup, changed")), shelf(to).find(SOUP));
                restored.undo().run();
                assertEquals(Optional.empty(), shelf(to).find(SOUP));
            }
        }
    }

    @Test
    void whatIsBeingTypedHereStays() {
        Path file = backedUp();
        Path to = folder.resolve("to");
        try (Database database = Database.local(to)) {
            shelf(to).keep(null, () -> draft("Mine"));
            Backups backups = BackupTest.backups(rows(database), to);
            try (BackupFile backup = backups.open(file, null)) {
                Restored restored = backups.restore(backup);
                assertEquals(new Comparison.Counts(1, 0, 1), restored.comparison().of(Thing.DRAFT));
                restored.undo().run();
            }
            assertEquals(Optional.of(draft("Mine")), shelf(to).find(null));
        }
    }

    @Test
    void onlyAnIdNamesADraft() throws Exception {
        KeptDrafts drafts = new KeptDrafts(folder, Seal.NONE);
        assertFalse(drafts.put("../escaped", "{}"));
        assertFalse(drafts.put("", "{}"));
        assertTrue(drafts.put("new", "{}"));
        assertFalse(Files.exists(folder.resolve("escaped.json")));
    }

    @Test
    void aProtectedPersonsDraftsAreSealedInTheBackupAndAfterIt() throws Exception {
        People people = CellarChild.people(folder);
        try (Entered entered = people.protect(people.last(), CellarChild.PASSWORD.toCharArray());
                Database database = Database.local(entered.folder(), entered.key())) {
            DraftShelf shelf = new DraftShelf(entered.drafts(), entered.seal());
            shelf.keep(null, () -> draft("Pumpkin"));
            Backups backups = new Backups(
                    rows(database).backup().orElseThrow(), new BackupShelf(entered.folder(), entered.key()),
                    new Unlocking(entered.key(), null), Migrations.NEWEST, Clock.systemUTC());
            Path file = backups.now().path();
            shelf.keep(null, () -> null);
            try (BackupFile backup = backups.open(file, null)) {
                backups.restore(backup);
            }
            assertEquals(Optional.of(draft("Pumpkin")), shelf.find(null));
            Path kept = entered.drafts().resolve("new.json");
            assertFalse(Files.readString(kept, StandardCharsets.ISO_8859_1).contains("umpkin"));
        }
    }
}

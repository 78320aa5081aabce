package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.Entered;
import app.larder.account.People;
import app.larder.backup.BackupFile;
import app.larder.backup.BackupShelf;
import app.larder.backup.Backups;
import app.larder.backup.Comparison;
import app.larder.backup.Comparison.State;
import app.larder.backup.Comparison.Thing;
import app.larder.backup.Restored;
import app.larder.backup.Unlocking;
import app.larder.recipes.Photo;
import app.larder.recipes.Pictures;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos are in backups, each comes back as it was, and one that is damaged there costs nothing but itself. */
class PhotoBackupTest {

    private static final List<String> NAMES = List.of("Soup", "Cake", "Bread");
    private static final List<byte[]> PLATES = List.of(
            Pictures.plate(90, 60, 0, "jpg"), Pictures.plate(60, 90, 120, "png"), Pictures.plate(70, 70, 240, "gif"));

    @TempDir
    private Path folder = Path.of("");

    private static UserStore rows(Database database) {
        return database.openFor(database.localUser("cook"));
    }

    private static List<Recipe> fill(UserStore rows) {
        List<Recipe> recipes = rows.recipes().add(NAMES.stream().map(ContractRecipes::full).toList());
        for (int i = 0; i < recipes.size(); i++) {
            rows.photos().add(recipes.get(i).id(), PLATES.get(i));
        }
        return recipes;
    }

    private byte[] backedUp(Path from) throws IOException {
        try (Database database = Database.local(from)) {
            UserStore rows = rows(database);
            fill(rows);
            return Files.readAllBytes(BackupTest.backups(rows, from).now().path());
        }
    }

    private static int place(byte[] file, byte[] within) {
        for (int at = 0; at + within.length <= file.length; at++) {
            if (Arrays.equals(file, at, at + within.length, within, 0, within.length)) {
                return at;
            }
        }
        throw new AssertionError("not stored as it is");
    }

    private static String photoOf(UserStore rows, Recipe recipe) {
        return rows.photos().of(recipe.id()).stream()
                .map(photo -> rows.photos().bytes(photo).map(Photo::hash).orElse("gone"))
                .toList()
                .toString();
    }

    private static List<Recipe> recipes(UserStore rows) {
        List<Recipe> all = rows.recipes().ids(RecipeQuery.ALL, 0, 10).stream()
                .map(id -> rows.recipes().find(id).orElseThrow())
                .toList();
        return NAMES.stream()
                .map(name -> all.stream().filter(recipe -> recipe.name().equals(name)).findFirst().orElseThrow())
                .toList();
    }

    @Test
    void aPhotoThatIsDamagedInTheBackupIsRefusedByNameAndAllElseComes() throws IOException {
        byte[] file = backedUp(folder.resolve("from"));
        file[place(file, PLATES.get(1)) + 40] ^= 4;
        Path damaged = Files.write(folder.resolve("damaged.zip"), file);
        try (Database database = Database.local(folder.resolve("to"))) {
            UserStore rows = rows(database);
            Backups backups = BackupTest.backups(rows, folder.resolve("to"));
            try (BackupFile backup = backups.open(damaged, null)) {
                assertEquals(1, backup.damagedPhotos().size());
                Comparison compared = backups.restore(backup).comparison();
                assertEquals(new Comparison.Named(Thing.PHOTO, State.DAMAGED, "Cake"), compared.names().getFirst());
                assertEquals(List.of("Cake"), compared.damaged());
                assertEquals(new Comparison.Counts(2, 0, 0), compared.of(Thing.PHOTO));
            }
            List<Recipe> back = recipes(rows);
            assertEquals(List.of(Photo.hash(PLATES.get(0))).toString(), photoOf(rows, back.get(0)));
            assertEquals("[]", photoOf(rows, back.get(1)));
            assertEquals(List.of(Photo.hash(PLATES.get(2))).toString(), photoOf(rows, back.get(2)));
        }
    }

    @Test
    void aBackupCutOffAmongThePhotosStillGivesEveryRecipe() throws IOException {
        byte[] file = backedUp(folder.resolve("from"));
        int first = PLATES.stream().mapToInt(plate -> place(file, plate)).min().orElseThrow();
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(file, first + 100));
        try (Database database = Database.local(folder.resolve("to"))) {
            UserStore rows = rows(database);
            Backups backups = BackupTest.backups(rows, folder.resolve("to"));
            try (BackupFile backup = backups.open(cut, null)) {
                assertEquals(3, backups.restore(backup).comparison().damaged().size());
            }
            assertEquals(3, recipes(rows).size());
            assertEquals(List.of(), rows.photos().all());
        }
    }

    @Test
    void aPhotoGoneFromTheDiskComesBackThoughItsRowIsHere() throws IOException {
        try (Database database = Database.local(folder)) {
            UserStore rows = rows(database);
            List<Recipe> recipes = fill(rows);
            Backups backups = BackupTest.backups(rows, folder);
            Path file = backups.now().path();
            Path photos = folder.resolve(PhotoFiles.FOLDER);
            Files.delete(photos.resolve(Photo.hash(PLATES.get(0))));
            Files.writeString(photos.resolve(Photo.hash(PLATES.get(1))), "no picture any more");
            try (BackupFile backup = backups.open(file, null)) {
                assertEquals(new Comparison.Counts(0, 2, 1), backups.compare(backup).of(Thing.PHOTO));
                backups.restore(backup);
            }
            for (int i = 0; i < 3; i++) {
                assertEquals(List.of(Photo.hash(PLATES.get(i))).toString(), photoOf(rows, recipes.get(i)));
            }
        }
    }

    @Test
    void anUndoTakesThePhotosAlong() throws IOException {
        byte[] file = backedUp(folder.resolve("from"));
        Path whole = Files.write(folder.resolve("whole.zip"), file);
        try (Database database = Database.local(folder.resolve("to"))) {
            UserStore rows = rows(database);
            Backups backups = BackupTest.backups(rows, folder.resolve("to"));
            try (BackupFile backup = backups.open(whole, null)) {
                Restored restored = backups.restore(backup);
                assertEquals(3, rows.photos().all().size());
                restored.undo().run();
            }
            assertEquals(List.of(), rows.photos().all());
        }
    }

    @Test
    void aProtectedPersonsPhotosCannotBeReadInTheirBackup() throws Exception {
        People people = CellarChild.people(folder);
        try (Entered entered = people.protect(people.last(), CellarChild.PASSWORD.toCharArray());
                Database database = Database.local(entered.folder(), entered.key())) {
            UserStore rows = rows(database);
            List<Recipe> recipes = fill(rows);
            Backups backups = new Backups(
                    rows.backup().orElseThrow(), new BackupShelf(entered.folder(), entered.key()),
                    new Unlocking(entered.key(), null), Migrations.NEWEST, Clock.systemUTC());
            Path file = backups.now().path();
            assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("JFIF"));
            Photo photo = rows.photos().of(recipes.getFirst().id()).getFirst();
            Files.delete(entered.folder().resolve(PhotoFiles.FOLDER).resolve(photo.sha256()));
            try (BackupFile backup = backups.open(file, null)) {
                backups.restore(backup);
            }
            assertArrayEquals(PLATES.getFirst(), rows.photos().bytes(photo).orElseThrow());
            assertFalse(Files.readString(
                            entered.folder().resolve(PhotoFiles.FOLDER).resolve(photo.sha256()), StandardCharsets.ISO_8859_1)
                    .contains("JFIF"));
        }
    }

    @Test
    void aRescueBringsPhotosThatAreGoneFromTheLastBackup() throws IOException {
        try (Database database = Database.local(folder)) {
            UserStore rows = rows(database);
            fill(rows);
            BackupTest.backups(rows, folder).now();
        }
        Path gone = folder.resolve(PhotoFiles.FOLDER).resolve(Photo.hash(PLATES.get(2)));
        Files.delete(gone);
        assertTrue(Rescue.run(folder, null).complete());
        assertArrayEquals(PLATES.get(2), Files.readAllBytes(gone));
        assertFalse(Files.exists(folder.resolve("rescue")));
        try (Database database = Database.local(folder)) {
            assertEquals(3, rows(database).photos().all().size());
        }
    }
}

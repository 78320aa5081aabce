package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.FileKey;
import app.larder.account.User;
import app.larder.recipes.Photo;
import app.larder.recipes.Pictures;
import app.larder.recipes.Recipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos as files beside the database. */
class PhotoFilesTest {

    private static final byte[] PLATE = Pictures.plate(300, 200, 20, "jpg");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** Makes every file look as if it were long there. */
    static void age(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(70))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Photo add(Database database) {
        UserStore rows = rows(database);
        Recipe soup = rows.recipes().add(List.of(ContractRecipes.plain("Soup"))).getFirst();
        Photo photo = rows.photos().add(soup.id(), PLATE);
        assertTrue(rows.photos().small(photo, 100).isPresent());
        return photo;
    }

    private static UserStore rows(Database database) {
        User cook = database.localUser("cook");
        return database.openFor(cook);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(PhotoFiles.FOLDER))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean readable(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        return text.contains("JFIF");
    }

    private boolean allReadable(boolean readable) throws IOException {
        for (Path file : files()) {
            if (readable(file) != readable) {
                return false;
            }
        }
        return true;
    }

    @Test
    void aProtectedPersonsPhotosCannotBeReadWithoutTheKey() throws IOException {
        try (FileKey key = FileKey.random()) {
            Photo photo;
            try (Database database = Database.local(folder, key)) {
                photo = add(database);
            }
            assertEquals(2, files().size(), "the photo and its small copy");
            assertTrue(allReadable(false));
            try (Database database = Database.local(folder, key)) {
                assertArrayEquals(PLATE, rows(database).photos().bytes(photo).orElseThrow());
            }
        }
    }

    @Test
    void photosAreProtectedAndFreedTogetherWithTheDatabase() throws IOException {
        Photo photo;
        try (Database database = Database.local(folder)) {
            photo = add(database);
        }
        assertTrue(allReadable(true));
        try (FileKey key = FileKey.random()) {
            new CipherChange().encrypt(folder, key);
            assertTrue(allReadable(false));
            assertEquals(2, files().size());
            try (Database database = Database.local(folder, key)) {
                assertArrayEquals(PLATE, rows(database).photos().bytes(photo).orElseThrow());
            }
            new CipherChange().decrypt(folder, key);
        }
        assertTrue(allReadable(true));
        assertEquals(2, files().size());
        try (Database database = Database.local(folder)) {
            assertArrayEquals(PLATE, rows(database).photos().bytes(photo).orElseThrow());
        }
    }

    @Test
    void aPhotoLeftReadableByAChangeThatWasCutOffIsProtectedAtTheNextStart() throws IOException {
        try (FileKey key = FileKey.random()) {
            Photo photo;
            try (Database database = Database.local(folder, key)) {
                photo = add(database);
            }
            Path file = folder.resolve(PhotoFiles.FOLDER).resolve(photo.sha256());
            Files.write(file, PLATE);
            assertFalse(allReadable(false));
            try (Database database = Database.local(folder, key)) {
                rows(database).photos().collect();
                assertArrayEquals(PLATE, rows(database).photos().bytes(photo).orElseThrow());
            }
            assertTrue(allReadable(false));
        }
    }

    @Test
    void aDamagedFileIsNoPhotoAndIsMendedByAddingItAgain() throws IOException {
        try (Database database = Database.local(folder)) {
            Photo photo = add(database);
            Path file = folder.resolve(PhotoFiles.FOLDER).resolve(photo.sha256());
            Files.write(file, new byte[] {1, 2, 3});
            assertTrue(rows(database).photos().bytes(photo).isEmpty());

            rows(database).photos().add(photo.recipeId(), photo.id(), PLATE, photo.addedAt());

            assertArrayEquals(PLATE, rows(database).photos().bytes(photo).orElseThrow());
        }
    }

    @Test
    void aMissingSmallCopyIsMadeAgain() throws IOException {
        try (Database database = Database.local(folder)) {
            Photo photo = add(database);
            Path small = folder.resolve(PhotoFiles.FOLDER).resolve("small").resolve(photo.sha256() + "-100");
            Files.delete(small);
            assertTrue(rows(database).photos().small(photo, 100).isPresent());
            assertTrue(Files.exists(small));
        }
    }
}

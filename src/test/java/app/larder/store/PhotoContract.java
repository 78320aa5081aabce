package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.NewId;
import app.larder.recipes.Photo;
import app.larder.recipes.PhotoRepository;
import app.larder.recipes.Pictures;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeRepository;
import app.larder.recipes.UnusablePhotoException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a {@link PhotoRepository} promises, whatever database is under it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test
abstract class PhotoContract {

    private static final byte[] RED = Pictures.plate(60, 40, 0, "jpg");
    private static final byte[] GREEN = Pictures.plate(40, 60, 120, "png");
    private static final byte[] BLUE = Pictures.plate(50, 50, 240, "gif");

    private Place place;
    private RecipeRepository recipes;
    private PhotoRepository photos;
    private Recipe soup;
    private final AtomicInteger people = new AtomicInteger();

    abstract Place open(Path folder);

    @BeforeAll
    void openPlace(@TempDir Path folder) {
        place = open(folder);
    }

    @AfterAll
    void close() {
        place.close();
    }

    @BeforeEach
    void somebodyNew() {
        UserStore mine = place.newcomer("cook " + people.incrementAndGet());
        recipes = mine.recipes();
        photos = mine.photos();
        soup = recipes.add(List.of(ContractRecipes.plain("Soup"))).getFirst();
    }

    @Test
    void aPhotoComesBackByteForByteWithWhatItsContentSays() {
        Photo red = photos.add(soup.id(), RED);
        Photo green = photos.add(soup.id(), GREEN);

        assertEquals(List.of(red, green), photos.of(soup.id()));
        assertArrayEquals(RED, photos.bytes(red).orElseThrow());
        assertArrayEquals(GREEN, photos.bytes(green).orElseThrow());
        assertEquals("image/jpeg 60 40 " + RED.length, facts(red));
        assertEquals("image/png 40 60 " + GREEN.length, facts(green));
        assertEquals(Photo.hash(RED), red.sha256());
        assertEquals(List.of(red, green), photos.all());
        assertEquals(Map.of(soup.id(), red), photos.first(List.of(soup.id(), UUID.randomUUID())));
        assertTrue(photos.of(UUID.randomUUID()).isEmpty());
    }

    private static String facts(Photo photo) {
        return photo.mediaType() + " " + photo.width() + " " + photo.height() + " " + photo.size();
    }

    @Test
    void theSameIdAgainDoesNothing() {
        Instant then = Instant.parse("2020-01-01T00:00:00.123456Z");
        UUID id = NewId.at(then);
        Photo first = photos.add(soup.id(), id, RED, then);

        assertEquals(first, photos.add(soup.id(), id, RED, Instant.now()));
        assertEquals(first, photos.add(soup.id(), RED), "the same picture");
        assertEquals(List.of(first), photos.of(soup.id()));
        assertEquals(then, first.addedAt());
    }

    @Test
    void removingIsUndoneByAddingAgain() {
        Photo red = photos.add(soup.id(), RED);
        Photo green = photos.add(soup.id(), GREEN);
        photos.remove(red.id());
        photos.remove(UUID.randomUUID());
        assertEquals(List.of(green), photos.of(soup.id()));

        byte[] bytes = photos.bytes(red).orElseThrow();
        assertEquals(red, photos.add(red.recipeId(), red.id(), bytes, red.addedAt()));

        assertEquals(List.of(red, green), photos.of(soup.id()), "in its place");
    }

    @Test
    void aDeletedRecipeTakesItsPhotosToTheTrashAndBack() {
        Photo red = photos.add(soup.id(), RED);
        Photo blue = photos.add(soup.id(), BLUE);
        recipes.trash(List.of(soup.id()));
        assertTrue(photos.all().isEmpty());
        assertEquals(0, photos.collect());

        recipes.restore(List.of(soup.id()));

        assertEquals(List.of(red, blue), photos.of(soup.id()));
        assertArrayEquals(RED, photos.bytes(red).orElseThrow());
        assertArrayEquals(BLUE, photos.bytes(blue).orElseThrow());
        assertEquals(soup, recipes.find(soup.id()).orElseThrow());
    }

    @Test
    void whatIsNoPictureOrHasNoRecipeIsRefused() {
        assertThrows(
                UnusablePhotoException.class,
                () -> photos.add(soup.id(), "<svg onload='x'/>".getBytes(StandardCharsets.UTF_8)));
        assertThrows(UnusablePhotoException.class, () -> photos.add(UUID.randomUUID(), RED));
        assertTrue(photos.all().isEmpty());
    }

    @Test
    void everybodySeesTheirOwnPhotosOnly() {
        Photo red = photos.add(soup.id(), RED);
        UserStore other = place.newcomer("other " + people.incrementAndGet());

        assertTrue(other.photos().of(soup.id()).isEmpty());
        assertTrue(other.photos().all().isEmpty());
        assertTrue(other.photos().first(List.of(soup.id())).isEmpty());
        other.photos().remove(red.id());
        assertThrows(UnusablePhotoException.class, () -> other.photos().add(soup.id(), RED));
        assertEquals(List.of(red), photos.of(soup.id()));
        if (place.isPostgres()) {
            assertTrue(other.photos().bytes(red).isPresent(), "their own copy, from the try before");
        }
    }

    @Test
    void aSmallCopyIsMade() {
        Photo large = photos.add(soup.id(), Pictures.plate(900, 600, 30, "jpg"));
        byte[] small = photos.small(large, 160).orElseThrow();
        assertTrue(small.length < large.size());
        assertArrayEquals(small, photos.small(large, 160).orElseThrow());
    }

    @Test
    void bytesThatNothingNeedsStayForAWhile() throws SQLException {
        Photo red = photos.add(soup.id(), RED);
        photos.remove(red.id());
        assertEquals(0, photos.collect());
        assertEquals(0, photos.collect());
        assertArrayEquals(RED, photos.bytes(red).orElseThrow());

        age();
        Photo again = photos.add(soup.id(), GREEN);
        photos.add(soup.id(), RED);
        photos.collect();
        assertArrayEquals(RED, photos.bytes(red).orElseThrow(), "it is needed again");
        photos.remove(photos.of(soup.id()).getLast().id());
        photos.collect();
        age();
        assertTrue(photos.collect() > 0);

        assertFalse(photos.bytes(red).isPresent());
        assertTrue(photos.bytes(again).isPresent());
    }

    /** Makes what was noted as unused long unused. */
    void age() throws SQLException {
        place.execute("update larder.photo_bytes set unused_since = unused_since - interval '70' day");
    }
}

package app.larder.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.larder.exchange.input.LinkReader;
import app.larder.recipes.Origin;
import app.larder.recipes.PhotoRepository;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeRepository;
import app.larder.store.Database;
import app.larder.store.UserStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Real exports of other programs in {@code ../shared/corpus/exports}; skipped where they are not. What they hold was
 * counted with Python's zipfile and json, without this code.
 */
class RealExportsTest {

    private Database database;
    private RecipeRepository recipes;
    private PhotoRepository photos;
    private Importer importer;

    @BeforeEach
    void open() {
        database = Database.memory("exports-" + UUID.randomUUID());
        UserStore rows = database.openFor(database.localUser("cook"));
        recipes = rows.recipes();
        photos = rows.photos();
        importer = new Importer(Clock.systemUTC(), LinkReader::usual, () -> recipes, () -> photos);
    }

    @AfterEach
    void close() {
        database.close();
    }

    static Path export(String name) {
        String shared = Objects.requireNonNullElse(System.getenv("LARDER_SHARED"), "../shared");
        Path file = Path.of(shared, "corpus", "exports", name);
        assumeTrue(Files.exists(file), "no " + file);
        return file;
    }

    private ImportReport preview(String name) {
        return importer.preview(
                List.of(new ImportSource.OnDisk(export(name))), item -> {}, ImportProgress.SILENT, () -> false);
    }

    private List<Recipe> kept(String name, int count, int withPhotos) {
        ImportReport report = preview(name);
        assertEquals(List.of(), report.failures());
        assertEquals(count, report.recipes().size());
        Batch batch = importer.commit(report.recipes());
        assertEquals(count, batch.recipes().size());
        assertEquals(withPhotos, batch.photos(), batch.refusedPhotos().toString());
        assertEquals(withPhotos, photos.all().size());
        ImportReport again = preview(name);
        assertTrue(again.recipes().stream().allMatch(ImportedRecipe::isKnown), "the second time all are known");
        assertEquals(
                0, importer.commit(again.recipes(), Duplicates.SKIP, ImportProgress.SILENT, () -> false).recipes().size());
        return batch.recipes();
    }

    private static Recipe named(List<Recipe> recipes, String name) {
        return recipes.stream().filter(recipe -> recipe.name().equals(name)).findFirst().orElseThrow(() -> new AssertionError(
                recipes.stream().map(Recipe::name).collect(Collectors.joining(", "))));
    }

    @Test
    void paprikaComesWhole() {
        List<Recipe> kept = kept("paprika.zip", 5, 5);
        Recipe roast = named(kept, "Zwiebelrostbraten mit selbstgemachten Spätzle");
        assertEquals(List.of("Basics", "Fisch", "Fleisch", "Nudelgerichte"), roast.details().tags());
        assertEquals("für den Braten", roast.ingredients().getFirst().section());
        assertEquals("2 Stück Roastbeef ca. 2cm dick", roast.ingredients().getFirst().text());
        assertEquals("für die Spätzle", roast.ingredients().getLast().section());
        assertEquals(2, roast.details().servings());
        assertEquals("2011-10-27T12:36:19Z", roast.createdAt().toString());
        Origin origin = Objects.requireNonNull(roast.details().origin());
        assertEquals("1F2323B5-A21E-4468-8F83-33EC5A5A3B25-7491-00001030E462BF26", origin.id());
        assertEquals("Easy", origin.fields().get("difficulty"));
        Recipe rolls = named(kept, "Zucchini Rolls with Goat Cheese and Mint");
        assertEquals("about 20 rolls", rolls.details().yield());
        assertEquals(30, rolls.prepTimeMinutes());
        assertTrue(rolls.steps().getFirst().startsWith("Bring a small saucepan"), rolls.steps().getFirst());
    }

    @Test
    void mealieComesWhole() {
        List<Recipe> kept = kept("mealie.zip", 3, 3);
        Recipe dough = named(kept, "PIZZA DOUGH — Basics With Babish");
        assertEquals(List.of("babish"), dough.details().tags());
        assertEquals("240 g bread flour", dough.ingredients().getFirst().text());
        assertEquals("Preparation:", dough.steps().getFirst());
        assertEquals(24 * 60, dough.prepTimeMinutes());
        assertEquals("https://basicswithbabish.co/basicsepisodes/pizza-dough", dough.source());
    }

    @Test
    void bothMealieBackupsComeWhole() {
        ImportReport first = preview("mealie-backup-a.zip");
        ImportReport second = preview("mealie-backup-b.zip");
        assertEquals(List.of(), first.failures());
        assertEquals(List.of(), second.failures());
        assertEquals(88, first.recipes().size());
        assertEquals(42, second.recipes().size());
        assertEquals(889, first.recipes().stream().mapToInt(found -> found.recipe().ingredients().size()).sum());
        assertEquals(
                456, second.recipes().stream().mapToInt(found -> found.recipe().ingredients().size()).sum());
        assertEquals(
                149, second.recipes().stream().mapToInt(found -> found.recipe().details().tags().size()).sum(),
                "147 links to tags and 2 to categories");
        assertTrue(second.recipes().stream().anyMatch(found -> Objects.equals(found.recipe().details().rating(), 5)));
    }

    @Test
    void tandoorComesWhole() {
        Recipe chili = kept("tandoor.zip", 1, 1).getFirst();
        assertEquals("“Texas Red” Chili", chili.name());
        assertEquals("2 oz New Mexico chile, dry (57 g)", chili.ingredients().getFirst().text());
        assertEquals(1, chili.details().servings());
    }

    @Test
    void nextcloudComesWhole() {
        List<Recipe> kept = kept("nextcloud.zip", 3, 2);
        Recipe shrimp = named(kept, "Air Fryer Shrimp");
        assertEquals(4, shrimp.details().servings());
        assertEquals(23, shrimp.minutes());
        assertEquals(null, shrimp.details().rating(), "a site's average is nobody's own rating");
        Recipe pie = named(kept, "Skillet Shepherd's Pie");
        assertTrue(Objects.requireNonNull(pie.details().origin()).fields().containsKey("video"));
    }
}

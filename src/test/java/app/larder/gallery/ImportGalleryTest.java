package app.larder.gallery;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.fx.Background;
import app.larder.fx.Texts;
import app.larder.recipes.RecipeRepository;
import app.larder.recipes.view.ImportScreens;
import app.larder.settings.Settings.Appearance;
import app.larder.store.Database;
import app.larder.words.FileFailure;
import app.larder.words.Sentence;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the import screen in its states. */
class ImportGalleryTest {

    private static final Database DATABASE = Database.memory("import-gallery");
    private static final RecipeRepository RECIPES =
            DATABASE.openFor(DATABASE.localUser("cook")).recipes();

    @TempDir
    Path place;

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void toBeginWith() {
        Gallery.pictures("import-idle", () -> show(RECIPES, Background.direct(), Locale.UK, List.of()));
    }

    @Test
    void whileReading() {
        Gallery.pictures(
                "import-reading", () -> show(RECIPES, ImportScreens.waiting(), Locale.UK, List.of("x.html")));
    }

    @Test
    void whatWasFound() throws IOException {
        String folder = ImportScreens.folder(place.resolve("recipes")).toString();
        Gallery.pictures(
                "import-preview",
                () -> show(RECIPES, Background.direct(), Locale.UK, List.of(folder)),
                screen -> assertFalse(((CheckBox) screen.lookup("#all")).isSelected(), "three of four are chosen"));
    }

    @Test
    void whileKeeping() throws IOException {
        String folder = ImportScreens.folder(place.resolve("recipes")).toString();
        List<Database> fresh = new ArrayList<>();
        Gallery.pictures("import-keeping", () -> {
            // What one picture keeps would be there already in the next.
            Database database = Database.memory("import-keeping-" + fresh.size());
            fresh.add(database);
            RecipeRepository recipes = database.openFor(database.localUser("cook")).recipes();
            Parent screen = ImportScreens.show(recipes, ImportScreens.keeping(), Locale.UK, List.of(folder));
            ((Button) screen.lookup("#keep")).fire();
            return Framed.in("recipes", Texts.in(Locale.UK), screen);
        }, screen -> {
            assertFalse(screen.lookup("#keep").isVisible(), "what is being kept is not offered once more");
            assertTrue(screen.lookup("#all").isDisabled());
        });
        fresh.forEach(Database::close);
    }

    @Test
    void whatMayBeTriedAgain() throws IOException {
        String folder = ImportScreens.folder(place.resolve("recipes")).toString();
        List<String> sources = List.of(folder, place.resolve("later.json").toString(), place.resolve("much-later.json").toString());
        Gallery.pictures(
                "import-retry",
                () -> show(RECIPES, Background.direct(), Locale.GERMANY, sources),
                screen -> assertTrue(screen.lookup("#retryFailed").isVisible()));
    }

    @Test
    void nothingFound() throws IOException {
        Path empty = Files.createDirectories(place.resolve("empty"));
        Gallery.pictures(
                "import-nothing",
                () -> show(RECIPES, Background.direct(), Locale.UK, List.of(empty.toString())));
        Path news = Files.writeString(place.resolve("news.html"), "<p>The town hall is open on Monday.</p>");
        Gallery.pictures(
                "import-none",
                () -> show(RECIPES, Background.direct(), Locale.UK, List.of(news.toString(), "http://127.0.0.1/recipe")));
    }

    @Test
    void readingFailed() {
        RecipeRepository broken = (RecipeRepository) Proxy.newProxyInstance(
                ImportGalleryTest.class.getClassLoader(), new Class<?>[] {RecipeRepository.class}, (p, m, a) -> {
                    throw new FileFailure(Sentence.of("store.disk-full"), new IOException());
                });
        Gallery.pictures(
                "import-failed", () -> show(broken, Background.direct(), Locale.UK, List.of("x.html")));
    }

    @Test
    void inGermanAndLarge() throws IOException {
        String folder = ImportScreens.folder(place.resolve("recipes")).toString();
        Gallery.picture(
                "import-german",
                Gallery.Look.light(900, 600),
                () -> show(RECIPES, Background.direct(), Locale.GERMANY, List.of(folder)),
                root -> {});
        for (List<String> sources : List.of(List.<String>of(), List.of(folder))) {
            Gallery.picture(
                    sources.isEmpty() ? "import-idle-german" : "import-german",
                    new Gallery.Look(Appearance.DARK, 900, 600, 200),
                    () -> show(RECIPES, Background.direct(), Locale.GERMANY, sources),
                    root -> {});
        }
    }

    private static Parent show(RecipeRepository recipes, Background background, Locale language, List<String> sources) {
        return Framed.in("recipes", Texts.in(language), ImportScreens.show(recipes, background, language, sources));
    }
}

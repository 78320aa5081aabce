package app.larder.gallery;

import app.larder.gallery.Gallery.Look;
import app.larder.recipes.view.EditorScreens;
import app.larder.settings.Settings.Appearance;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the editor in its states. */
class EditorGalleryTest {

    private static final Look NARROW = Look.light(900, 600);
    private static final Look LARGE = new Look(Appearance.DARK, 900, 600, 200);

    @TempDir
    private static Path folder;

    private static EditorScreens screens;

    @BeforeAll
    static void open() {
        screens = new EditorScreens(folder);
    }

    @AfterAll
    static void close() {
        screens.close();
    }

    @Test
    void emptyForANewRecipe() {
        Gallery.pictures("editor-new", () -> screens.opened(Locale.UK, null));
    }

    @Test
    void fullFromItsTop() {
        Gallery.pictures("editor-full", () -> screens.opened(Locale.UK, EditorScreens.stew()));
    }

    @Test
    void fullFurtherDownWithALineBeingTyped() {
        Gallery.pictures("editor-below", () -> screens.opened(Locale.UK, EditorScreens.stew()), root -> {
            find(root, ".ingredient-row .text-input").requestFocus();
            scrollDown(root);
        });
    }

    @Test
    void partsSetRightAndOneBeingSetRight() {
        Gallery.pictures("editor-corrected", screens::corrected, root -> {
            ((Button) find(root, ".ingredient-row .part-unit")).fire();
            ((ScrollPane) find(root, ".scroll-pane")).setVvalue(0.6);
        });
    }

    @Test
    void aDraftLeftBehind() {
        Gallery.pictures("editor-draft", () -> screens.leftBehind(Locale.UK));
        Gallery.picture("editor-draft-german", NARROW, () -> screens.leftBehind(Locale.GERMANY), root -> {});
        Gallery.picture("editor-draft-german", LARGE, () -> screens.leftBehind(Locale.GERMANY), root -> {});
    }

    @Test
    void questionsAndMistakes() {
        Gallery.pictures("editor-changed", screens::changedElsewhere);
        Gallery.pictures("editor-refused", screens::refused);
        Gallery.pictures("editor-whole", screens::wholeRecipe);
    }

    @Test
    void inGermanAndLarge() {
        Gallery.picture("editor-german", NARROW, () -> screens.opened(Locale.GERMANY, EditorScreens.stew()), root -> {});
        Gallery.picture("editor-german", LARGE, () -> screens.opened(Locale.GERMANY, EditorScreens.stew()), root -> {});
        Gallery.picture(
                "editor-below", LARGE, () -> screens.opened(Locale.UK, EditorScreens.stew()), EditorGalleryTest::scrollDown);
    }

    private static void scrollDown(Parent root) {
        ((ScrollPane) find(root, ".scroll-pane")).setVvalue(1);
    }

    private static Node find(Parent root, String selector) {
        return Objects.requireNonNull(root.lookup(selector), selector);
    }
}

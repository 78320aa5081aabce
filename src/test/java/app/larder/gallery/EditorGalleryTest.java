package app.larder.gallery;

import app.larder.fx.Texts;
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
        Gallery.pictures("editor-new", () -> framed(Locale.UK, screens.opened(Locale.UK, null)));
    }

    @Test
    void fullFromItsTop() {
        Gallery.pictures("editor-full", () -> framed(Locale.UK, screens.opened(Locale.UK, EditorScreens.stew())));
    }

    @Test
    void fullFurtherDownWithALineBeingTyped() {
        Gallery.pictures("editor-below", () -> framed(Locale.UK, screens.opened(Locale.UK, EditorScreens.stew())), root -> {
            find(root, ".ingredient-row .text-input").requestFocus();
            scrollDown(root);
        });
    }

    @Test
    void partsSetRightAndOneBeingSetRight() {
        Gallery.pictures("editor-corrected", () -> framed(Locale.UK, screens.corrected()), root -> {
            ((Button) find(root, ".ingredient-row .part-unit")).fire();
            ((ScrollPane) find(root, ".scroll-pane")).setVvalue(0.6);
        });
    }

    @Test
    void aDraftLeftBehind() {
        Gallery.pictures("editor-draft", () -> framed(Locale.UK, screens.leftBehind(Locale.UK)));
        Gallery.picture("editor-draft-german", NARROW, () -> framed(Locale.GERMANY, screens.leftBehind(Locale.GERMANY)), root -> {});
        Gallery.picture("editor-draft-german", LARGE, () -> framed(Locale.GERMANY, screens.leftBehind(Locale.GERMANY)), root -> {});
    }

    @Test
    void questionsAndMistakes() {
        Gallery.pictures("editor-changed", () -> framed(Locale.UK, screens.changedElsewhere()));
        Gallery.pictures("editor-refused", () -> framed(Locale.UK, screens.refused()));
        Gallery.pictures("editor-whole", () -> framed(Locale.UK, screens.wholeRecipe()));
    }

    @Test
    void inGermanAndLarge() {
        Gallery.picture("editor-german", NARROW, () -> framed(Locale.GERMANY, screens.opened(Locale.GERMANY, EditorScreens.stew())), root -> {});
        Gallery.picture("editor-german", LARGE, () -> framed(Locale.GERMANY, screens.opened(Locale.GERMANY, EditorScreens.stew())), root -> {});
        Gallery.picture(
                "editor-below", LARGE, () -> framed(Locale.UK, screens.opened(Locale.UK, EditorScreens.stew())), EditorGalleryTest::scrollDown);
    }

    private static Parent framed(Locale language, Parent screen) {
        return Framed.in("recipes", Texts.in(language), screen);
    }

    private static void scrollDown(Parent root) {
        ((ScrollPane) find(root, ".scroll-pane")).setVvalue(1);
    }

    private static Node find(Parent root, String selector) {
        return Objects.requireNonNull(root.lookup(selector), selector);
    }
}

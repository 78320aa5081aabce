package app.larder.gallery;

import app.larder.recipes.view.EditorScreens;
import app.larder.settings.Settings.Appearance;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the editor in its states. */
class EditorGalleryTest {

    @TempDir
    Path folder;

    @Test
    void emptyForANewRecipe() {
        Gallery.pictures("editor-new", () -> EditorScreens.show(folder, Locale.UK, null));
    }

    @Test
    void fullFromItsTop() {
        Gallery.pictures("editor-full", () -> EditorScreens.show(folder, Locale.UK, EditorScreens.stew()));
    }

    @Test
    void fullFurtherDown() {
        Gallery.pictures("editor-below", () -> EditorScreens.show(folder, Locale.UK, EditorScreens.stew()), root -> {
            ((TextInputControl) find(root, ".ingredient-row .text-input")).requestFocus();
            ((ScrollPane) find(root, ".scroll-pane")).setVvalue(1);
        });
    }

    @Test
    void fullInGermanAndLarge() {
        Gallery.picture(
                "editor-german",
                Gallery.Look.light(900, 600),
                () -> EditorScreens.show(folder, Locale.GERMANY, EditorScreens.stew()),
                root -> {});
        Gallery.picture(
                "editor-german",
                new Gallery.Look(Appearance.DARK, 900, 600, 200),
                () -> EditorScreens.show(folder, Locale.GERMANY, EditorScreens.stew()),
                root -> {});
    }

    private static Object find(Parent root, String selector) {
        return Objects.requireNonNull(root.lookup(selector), selector);
    }
}

package app.larder.gallery;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;

/** The gallery's own checks see what they are there to see. */
class GalleryChecksTest {

    @Test
    void aCutLabelIsFound() {
        AssertionError found = assertThrows(AssertionError.class, () -> Gallery.picture(
                "check-cut", Gallery.Look.light(300, 100), () -> {
                    Label label = new Label("more words than fit");
                    label.setMaxWidth(40);
                    return new HBox(label);
                }, root -> {}));
        assertTrue(String.valueOf(found.getMessage()).contains("more words than fit"));
    }

    @Test
    void aLabelOutsideTheWindowIsFound() {
        AssertionError found = assertThrows(AssertionError.class, () -> Gallery.picture(
                "check-beside", Gallery.Look.light(300, 100), () -> {
                    Label label = new Label("far out");
                    label.relocate(280, 20);
                    return new Pane(label);
                }, root -> {}));
        assertTrue(String.valueOf(found.getMessage()).contains("far out"));
    }

    @Test
    void aBlankPictureIsFound() {
        assertThrows(AssertionError.class, () -> Gallery.picture(
                "check-blank", Gallery.Look.light(300, 100), Pane::new, root -> {}));
    }

    @Test
    void aWholeLabelPassesAndIsKeptAsAPicture() {
        Gallery.picture("check-whole", Gallery.Look.light(300, 100), () -> new HBox(new Label("fits")), root -> {});
        assertTrue(Files.exists(Path.of("target", "gallery", "check-whole-light-300x100.png")));
    }
}

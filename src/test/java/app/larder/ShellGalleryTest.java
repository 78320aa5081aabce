package app.larder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.gallery.Gallery;
import app.larder.shell.CrashView;
import app.larder.shell.FailureView;
import app.larder.shell.OpeningView;
import app.larder.shell.ShellView;
import app.larder.shell.WelcomeView;
import app.larder.fx.Views;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The frame in its states: keys, command palette, notices, first start, failure. */
class ShellGalleryTest {

    @TempDir
    private Path folder;

    private Rooms rooms;

    @BeforeEach
    void open() {
        rooms = new Rooms(folder, Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        rooms.close();
    }

    @Test
    void theFirstStartOffersOneWayIn() {
        Gallery.pictures("shell-welcome", () -> rooms.views.load(WelcomeView.class).root());
    }

    @Test
    void openingAndFailureAreScreensOfTheirOwn() {
        Gallery.pictures("shell-opening", () -> rooms.views.load(OpeningView.class).root());
        Gallery.pictures("shell-crash", () -> rooms.views.load(CrashView.class).root());
        Gallery.pictures("shell-failure", () -> rooms.views.load(FailureView.class).root());
    }

    @Test
    void controlKOpensThePaletteAndEscClosesIt() {
        Gallery.pictures("shell-palette", this::frame, root -> {
            press(root, KeyCode.K, true);
            Node palette = root.lookup(".palette-shade");
            assertTrue(palette.isVisible());
            ((TextField) root.lookup("#palette-field")).setText("go");
            assertTrue(((ListView<?>) root.lookup("#palette-list")).getItems().size() >= 3);
        });
        Gallery.picture("shell-palette-closed", Gallery.Look.light(900, 600), this::frame, root -> {
            press(root, KeyCode.K, true);
            press(root, KeyCode.ESCAPE, false);
            assertFalse(root.lookup(".palette-shade").isVisible());
        });
    }

    @Test
    void f1ListsTheKeys() {
        Gallery.pictures("shell-keys", this::frame, root -> press(root, KeyCode.F1, false));
    }

    @Test
    void aNoticeWithUndoStandsAtTheFoot() {
        Gallery.pictures(
                "shell-notice",
                this::frame,
                root -> rooms.notices.undoable("“Lentil soup” is in the trash.", rooms.texts.get("shell.undo"), () -> {}));
    }

    @Test
    void aNoticeInTheChatLeavesTheFieldFree() {
        Gallery.pictures("shell-notice-chat", this::frame, root -> {
            press(root, KeyCode.DIGIT3, true);
            rooms.notices.undoable("The card is dismissed.", rooms.texts.get("shell.undo"), () -> {});
            root.applyCss();
            root.layout();
            Node notice = root.lookup(".notice");
            Node composer = root.lookup(".composer");
            assertTrue(notice.isVisible());
            assertTrue(
                    notice.localToScene(notice.getLayoutBounds()).getMaxY() < composer.localToScene(composer.getLayoutBounds()).getMinY());
            press(root, KeyCode.DIGIT2, true);
            assertEquals(0, notice.getTranslateY(), 0.01, "other rooms have nothing there");
            press(root, KeyCode.DIGIT3, true);
        });
    }

    @Test
    void aNewerVersionIsAQuietNotice() {
        Gallery.pictures(
                "shell-newer",
                this::frame,
                root -> rooms.notices.offer(
                        rooms.texts.get("shell.newer", "0.2.0"), rooms.texts.get("shell.newer.open"), () -> {}));
    }

    @Test
    void controlZInAFieldWithWordsInItTakesNothingElseBack() {
        Gallery.picture("shell-undo", Gallery.Look.light(900, 600), this::frame, root -> {
            press(root, KeyCode.DIGIT2, true);
            TextField field = (TextField) root.lookup("#quickAdd");
            AtomicInteger undone = new AtomicInteger();
            rooms.notices.undoable("Eggs deleted", "Undo", undone::incrementAndGet);
            field.setText("8 eggs");
            press(field, KeyCode.Z, true);
            assertEquals(0, undone.get());
            field.clear();
            press(field, KeyCode.Z, true);
            assertEquals(1, undone.get());
            assertEquals("Undone: Eggs deleted", Objects.requireNonNull(rooms.notices.currentProperty().get()).text());
        });
    }

    @Test
    void theRailSwitchesRooms() {
        Gallery.picture("shell-pantry", Gallery.Look.light(900, 600), this::frame, root -> {
            press(root, KeyCode.DIGIT2, true);
            assertEquals(1, root.lookupAll("#quickAdd").size());
        });
    }

    private Parent frame() {
        Views.Loaded<ShellView> frame = rooms.views.load(ShellView.class);
        frame.controller().enter("recipes");
        return frame.root();
    }

    private static void press(Parent root, KeyCode key, boolean shortcut) {
        root.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, shortcut, false, false));
    }
}

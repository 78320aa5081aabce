package app.larder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.gallery.Gallery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every screen loads with the controllers the program wires, and everything one can press or fill has a name. */
class FxmlTest {

    private static final Pattern CONTROLLER = Pattern.compile("fx:controller=\"([\\w.]+)\"");

    @TempDir
    private static Path folder;

    private static Rooms english;
    private static Rooms german;

    @BeforeAll
    static void open() {
        Gallery.startToolkit();
        english = new Rooms(folder, Locale.ENGLISH);
        german = new Rooms(folder, Locale.GERMAN);
    }

    @AfterAll
    static void close() {
        english.close();
        german.close();
    }

    @TestFactory
    Stream<DynamicTest> everyScreenLoadsAndNamesItsControls() throws IOException {
        return screens().stream()
                .flatMap(file -> Stream.of(english, german)
                        .map(rooms -> DynamicTest.dynamicTest(
                                file.getFileName() + " in " + rooms.texts.locale(), () -> loads(file, rooms))));
    }

    @Test
    void thereAreScreens() throws IOException {
        assertTrue(screens().size() >= 10, screens().toString());
    }

    private static void loads(Path file, Rooms rooms) throws Exception {
        Matcher controller = CONTROLLER.matcher(Files.readString(file));
        assertTrue(controller.find(), file + " names its controller");
        Class<?> type = Class.forName(controller.group(1));
        List<String> nameless = Gallery.onScreen(() -> {
            Parent root = rooms.views.load(type).root();
            assertNotNull(new Scene(root, 1200, 800));
            root.applyCss();
            root.layout();
            List<String> found = new ArrayList<>();
            collectNameless(root, found);
            return found;
        });
        assertEquals(List.of(), nameless);
    }

    private static void collectNameless(Node node, List<String> found) {
        boolean needsName = node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase<?>
                || node instanceof Slider
                || node instanceof ListView<?>;
        // A control that is not there yet is named when it is shown, like the button of a notice.
        if (needsName && node.isVisible() && !named((Control) node)) {
            found.add(node.getClass().getSimpleName() + " " + node.getId() + " " + node.getStyleClass());
        }
        if (node instanceof ScrollPane pane && pane.getContent() != null) {
            collectNameless(pane.getContent(), found);
        }
        // Skins' own parts (arrows, clear buttons) belong to their control.
        if (node instanceof Parent parent && !(node instanceof Control)) {
            parent.getChildrenUnmodifiable().forEach(child -> collectNameless(child, found));
        }
    }

    private static boolean named(Control control) {
        if (notBlank(control.getAccessibleText())) {
            return true;
        }
        return switch (control) {
            case ButtonBase button -> notBlank(button.getText());
            case TextInputControl field -> notBlank(field.getPromptText()) || labelled(field);
            default -> labelled(control);
        };
    }

    private static boolean labelled(Control control) {
        return control.getScene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label && control.equals(label.getLabelFor()));
    }

    private static boolean notBlank(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static List<Path> screens() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("fxml"))) {
            return files.filter(f -> f.toString().endsWith(".fxml")).sorted().toList();
        }
    }
}

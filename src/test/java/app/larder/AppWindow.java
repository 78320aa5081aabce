package app.larder;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import app.larder.account.ProfileFolder;
import app.larder.gallery.Gallery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The whole window as it runs, on threads of its own, and the hands and eyes of whoever sits before it. */
final class AppWindow implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    final Stage stage;
    final LarderApp app;

    /** Opens the window on a data folder. */
    AppWindow(Path home) {
        Gallery.startToolkit();
        stage = Gallery.onScreen(Stage::new);
        app = Gallery.onScreen(() -> {
            LarderApp fresh = new LarderApp();
            fresh.open(stage, new ProfileFolder(home));
            return fresh;
        });
    }

    @Override
    public void close() {
        Gallery.onScreen(() -> {
            // A window above it that is left open would keep the keys from the next test's.
            List.copyOf(Window.getWindows()).stream()
                    .filter(window -> window instanceof Stage above && stage.equals(above.getOwner()))
                    .forEach(Window::hide);
            app.stop();
            stage.close();
            return true;
        });
    }

    static Predicate<Node> showing(String words) {
        return node -> node instanceof Labeled labeled && Objects.requireNonNullElse(labeled.getText(), "").contains(words);
    }

    void press(String selector) {
        press(selector, _ -> true);
    }

    void press(String selector, Predicate<Node> which) {
        until(selector, node -> which.test(node) && !node.isDisabled());
        with(selector, which, node -> ((ButtonBase) node).fire());
    }

    void type(String selector, String words) {
        until(selector, node -> !node.isDisabled());
        with(selector, _ -> true, node -> ((TextInputControl) node).setText(words));
    }

    void enter(String selector) {
        with(selector, _ -> true, node -> node.fireEvent(new javafx.event.ActionEvent()));
    }

    String text(String selector) {
        StringBuilder text = new StringBuilder();
        with(selector, _ -> true, node -> text.append(((TextInputControl) node).getText()));
        return text.toString();
    }

    void with(String selector, Predicate<Node> which, Consumer<Node> work) {
        Gallery.onScreen(() -> {
            work.accept(Objects.requireNonNull(find(selector, which), selector));
            return true;
        });
    }

    boolean there(String selector, Predicate<Node> which) {
        return Gallery.onScreen(() -> find(selector, which) != null);
    }

    /** Waits, a few frames at a time, until such a node is on the screen. */
    void until(String selector, Predicate<Node> which) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!there(selector, which)) {
            if (Instant.now().isAfter(end)) {
                fail(selector + " did not come; the screen says " + Gallery.onScreen(() -> words(stage.getScene().getRoot())));
            }
            Gallery.settle();
        }
        assertTrue(there(selector, which), selector);
    }

    private @Nullable Node find(String selector, Predicate<Node> which) {
        return stage.getScene().getRoot().lookupAll(selector).stream()
                .filter(AppWindow::onScreen)
                .filter(which)
                .findFirst()
                .orElse(null);
    }

    private static boolean onScreen(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        if (node.isVisible() && node instanceof Labeled labeled) {
            words.append(labeled.getText()).append(" | ");
        }
        if (node instanceof ScrollPane pane && pane.getContent() != null) {
            words.append(words(pane.getContent()));
        } else if (node.isVisible() && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> words.append(words(child)));
        }
        return words.toString();
    }
}

package app.larder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import app.larder.account.ProfileFolder;
import app.larder.fx.Texts;
import app.larder.gallery.Gallery;
import app.larder.store.FamilyServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/** The whole window as it runs, on threads of its own: in, out, over to the family's database and back. */
class LarderAppTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String PASSWORD = "quince jelly";

    @TempDir
    private Path home;

    private final Texts texts = Texts.in(Locale.getDefault());
    private Stage stage;
    private LarderApp app;

    @BeforeEach
    void open() {
        Gallery.startToolkit();
        stage = Gallery.onScreen(Stage::new);
        app = started(stage);
    }

    private LarderApp started(Stage window) {
        return Gallery.onScreen(() -> {
            LarderApp fresh = new LarderApp();
            fresh.open(window, new ProfileFolder(home));
            return fresh;
        });
    }

    @AfterEach
    void close() {
        Gallery.onScreen(() -> {
            app.stop();
            stage.close();
            return true;
        });
    }

    @Test
    void whoIsProtectedSignsOutAndComesBackToWhatTheyKept() {
        press("#welcome-start");
        press("#room-pantry");
        type("#quickAdd", "3 leeks");
        enter("#quickAdd");
        until("*", showing("Leeks"));
        press("#room-settings");
        press("#account-protect");
        type("#account-fresh", PASSWORD);
        type("#account-repeated", PASSWORD);
        press("#account-apply");
        until(".label", showing(texts.get("account.protection.on")));

        press("#account-leave");
        until("#sign-in-password", _ -> true);
        assertFalse(there("*", showing("Leeks")), "nothing of theirs is on the screen");
        type("#sign-in-password", "quince jam");
        press("#sign-in");
        until(".error-text", node -> !((Label) node).getText().isEmpty());
        type("#sign-in-password", PASSWORD);
        press("#sign-in");
        press("#room-pantry");
        until("*", showing("Leeks"));
    }

    @Test
    void whoWorksDirectlyAndLosesTheConnectionIsToldSoLosesNothingAndGoesOnHere() {
        try (FamilyServer server = new FamilyServer()) {
            press("#welcome-connect");
            type("#family-address", server.address() + "\n" + server.code());
            press("#family-test");
            type("#family-username", "anna");
            type("#family-password", PASSWORD);
            type("#family-repeated", PASSWORD);
            with("#family-place", _ -> true, node -> ((ComboBox<?>) node).getSelectionModel().selectLast());
            press("#family-enter");
            press("#room-settings");
            press("#family-direct");
            until("#family-direct", node -> ((javafx.scene.control.RadioButton) node).isSelected() && !node.isDisabled());
            press("#room-pantry");
            type("#quickAdd", "3 leeks");
            enter("#quickAdd");
            until("*", showing("Leeks"));

            server.cut();
            type("#quickAdd", "1 celeriac");
            enter("#quickAdd");
            until(".label", showing(texts.get("store.cut-off")));
            assertEquals("1 celeriac", text("#quickAdd"), "what was typed is still there");

            close();
            open();
            until(".label", showing(texts.get("store.cut-off")));
            press(".button", showing(texts.get("failure.here")));
            press("#room-pantry");
            until("#quickAdd", _ -> true);
            assertFalse(there("*", showing("Leeks")), "those are in the database");
        }
    }

    private static Predicate<Node> showing(String words) {
        return node -> node instanceof Labeled labeled && Objects.requireNonNullElse(labeled.getText(), "").contains(words);
    }

    private void press(String selector) {
        press(selector, _ -> true);
    }

    private void press(String selector, Predicate<Node> which) {
        until(selector, node -> which.test(node) && !node.isDisabled());
        with(selector, which, node -> ((ButtonBase) node).fire());
    }

    private void type(String selector, String words) {
        until(selector, node -> !node.isDisabled());
        with(selector, _ -> true, node -> ((TextInputControl) node).setText(words));
    }

    private void enter(String selector) {
        with(selector, _ -> true, node -> node.fireEvent(new javafx.event.ActionEvent()));
    }

    private String text(String selector) {
        StringBuilder text = new StringBuilder();
        with(selector, _ -> true, node -> text.append(((TextInputControl) node).getText()));
        return text.toString();
    }

    private void with(String selector, Predicate<Node> which, Consumer<Node> work) {
        Gallery.onScreen(() -> {
            work.accept(Objects.requireNonNull(find(selector, which), selector));
            return true;
        });
    }

    private boolean there(String selector, Predicate<Node> which) {
        return Gallery.onScreen(() -> find(selector, which) != null);
    }

    /** Waits, a few frames at a time, until such a node is on the screen. */
    private void until(String selector, Predicate<Node> which) {
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
                .filter(LarderAppTest::onScreen)
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

package app.larder;

import static app.larder.AppWindow.showing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.larder.fx.Texts;
import app.larder.store.FamilyServer;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole window as it runs, on threads of its own: in, out, over to the family's database and back. */
class LarderAppTest {

    private static final String PASSWORD = "quince jelly";

    @TempDir
    private Path home;

    private final Texts texts = Texts.in(Locale.getDefault());
    private AppWindow window;

    @BeforeEach
    void open() {
        window = new AppWindow(home);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void whoIsProtectedSignsOutAndComesBackToWhatTheyKept() {
        window.press("#welcome-start");
        window.press("#room-pantry");
        window.type("#quickAdd", "3 leeks");
        window.enter("#quickAdd");
        window.until("*", showing("Leeks"));
        window.press("#room-settings");
        window.press("#account-protect");
        window.type("#account-fresh", PASSWORD);
        window.type("#account-repeated", PASSWORD);
        window.press("#account-apply");
        window.until(".label", showing(texts.get("account.protection.on")));

        window.press("#account-leave");
        window.until("#sign-in-password", _ -> true);
        assertFalse(window.there("*", showing("Leeks")), "nothing of theirs is on the screen");
        window.type("#sign-in-password", "quince jam");
        window.press("#sign-in");
        window.until(".error-text", node -> !((Label) node).getText().isEmpty());
        window.type("#sign-in-password", PASSWORD);
        window.press("#sign-in");
        window.press("#room-pantry");
        window.until("*", showing("Leeks"));
    }

    @Test
    void whoWorksDirectlyAndLosesTheConnectionIsToldSoLosesNothingAndGoesOnHere() {
        try (FamilyServer server = new FamilyServer()) {
            window.press("#welcome-connect");
            window.type("#family-address", server.address() + "\n" + server.code());
            window.press("#family-test");
            window.type("#family-username", "anna");
            window.type("#family-password", PASSWORD);
            window.type("#family-repeated", PASSWORD);
            window.with("#family-place", _ -> true, node -> ((ComboBox<?>) node).getSelectionModel().selectLast());
            window.press("#family-enter");
            window.press("#room-settings");
            window.press("#family-direct");
            window.until("#family-direct", node -> ((javafx.scene.control.RadioButton) node).isSelected() && !node.isDisabled());
            window.press("#room-pantry");
            window.type("#quickAdd", "3 leeks");
            window.enter("#quickAdd");
            window.until("*", showing("Leeks"));

            server.cut();
            window.type("#quickAdd", "1 celeriac");
            window.enter("#quickAdd");
            window.until(".label", showing(texts.get("store.cut-off")));
            assertEquals("1 celeriac", window.text("#quickAdd"), "what was typed is still there");

            close();
            open();
            window.until(".label", showing(texts.get("store.cut-off")));
            window.press(".button", showing(texts.get("failure.here")));
            window.press("#room-pantry");
            window.until("#quickAdd", _ -> true);
            assertFalse(window.there("*", showing("Leeks")), "those are in the database");
        }
    }
}

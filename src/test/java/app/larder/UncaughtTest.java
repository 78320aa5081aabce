package app.larder;

import static app.larder.AppWindow.showing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.fx.Texts;
import app.larder.gallery.Gallery;
import app.larder.logs.LogFiles;
import app.larder.words.FileFailure;
import app.larder.words.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody caught, in the whole window as it runs, and what is written down about a session. */
class UncaughtTest {

    private static final String SECRET = "Marzipankartoffel";
    private static final String PASSWORD = "quince jelly";
    private static final Logger OWN = Logger.getLogger("app.larder");

    @TempDir
    private Path home;

    private final Texts texts = Texts.in(Locale.getDefault());
    private LogFiles log;
    private AppWindow window;

    @BeforeEach
    void open() {
        OWN.setLevel(Level.ALL);
        log = LogFiles.begin(home, _ -> "").orElseThrow();
        window = new AppWindow(home);
    }

    @AfterEach
    void close() {
        window.close();
        log.close();
        OWN.setLevel(null);
    }

    private void crash(Throwable failure) {
        window.app.uncaught(Thread.currentThread(), failure);
        Gallery.settle();
    }

    private static List<Stage> crashWindows() {
        return Gallery.onScreen(() -> Window.getWindows().stream()
                .filter(shown -> shown instanceof Stage stage && stage.getScene().getRoot().lookup("#codeLabel") != null)
                .map(Stage.class::cast)
                .toList());
    }

    @Test
    void anErrorNobodyCaughtIsShownOnceAndOneGoesOn() {
        window.press("#welcome-start");
        window.until("#room-pantry", _ -> true);
        crash(new FileFailure(Sentence.of("open.disk-full", "/home"), new IOException()));
        assertEquals(0, crashWindows().size(), "that one knows its sentence");
        window.until(".label", showing(texts.get("open.disk-full", "/home")));

        crash(new IllegalStateException(SECRET));
        crash(new IllegalArgumentException("a second one"));
        crash(new StackOverflowError());
        assertEquals(1, crashWindows().size());
        Stage shown = crashWindows().getFirst();
        Gallery.onScreen(() -> {
            shown.getScene().getRoot().lookupAll(".button").stream()
                    .map(Button.class::cast)
                    .filter(Button::isCancelButton)
                    .forEach(Button::fire);
            return true;
        });
        assertFalse(Gallery.onScreen(shown::isShowing));
        window.press("#room-pantry");
        window.until("#quickAdd", _ -> true);
    }

    @Test
    void nothingOfWhatWasDoneIsInTheLog() throws Exception {
        window.press("#welcome-start");
        window.press("#room-pantry");
        window.type("#quickAdd", "3 " + SECRET);
        window.enter("#quickAdd");
        window.until("*", showing(SECRET));
        window.press("#room-settings");
        window.press("#account-protect");
        window.type("#account-fresh", PASSWORD);
        window.type("#account-repeated", PASSWORD);
        window.press("#account-apply");
        window.until(".label", showing(texts.get("account.protection.on")));
        window.press("#account-leave");
        window.type("#sign-in-password", PASSWORD);
        window.press("#sign-in");
        window.until("#room-pantry", _ -> true);
        crash(new IllegalStateException(SECRET, new UncheckedIOException(new IOException(PASSWORD))));
        window.close();
        String all;
        try (Stream<Path> files = Files.list(LogFiles.folder(home))) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.toList()) {
                text.append(Files.readString(file));
            }
            all = text.toString();
        }
        assertTrue(all.contains("start: rooms after") && all.contains("nobody expected this"), all);
        for (String never : List.of(SECRET, PASSWORD, home.toString())) {
            assertFalse(all.contains(never), never + " is in " + all);
        }
        window = new AppWindow(home);
    }
}

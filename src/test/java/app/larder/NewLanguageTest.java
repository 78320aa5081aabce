package app.larder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.ProfileFolder;
import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.fx.Views;
import app.larder.gallery.Gallery;
import app.larder.gallery.NoDialogs;
import app.larder.settings.Settings;
import app.larder.shell.ShellView;
import app.larder.shell.Who;
import app.larder.store.Database;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window built anew in another language, as the settings do it, over the same larder. */
class NewLanguageTest {

    @TempDir
    private Path folder;

    private final Notices notices = new Notices();
    private Wiring wiring;
    private @Nullable ShellView before;

    @BeforeEach
    void open() {
        Gallery.startToolkit();
        wiring = new Wiring(new AccountWiring(new ProfileFolder(folder)).people().enterAtOnce().orElseThrow(), Database.memory(UUID.randomUUID().toString()));
        wiring.addSamples(Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        wiring.close();
    }

    private Parent window(Locale locale) {
        Texts texts = Texts.in(locale);
        Map<Class<?>, Supplier<?>> controllers = new HashMap<>();
        Views views = new Views(controllers, texts);
        controllers.putAll(wiring.screens(new WindowParts(
                views, texts, Background.direct(), notices, new NoDialogs(), () -> Settings.DEFAULTS, _ -> {}, _ -> {})));
        controllers.put(ShellView.class, () -> new ShellView(
                views, texts, notices, Wiring.ROOMS, new Who(new SimpleStringProperty("Anna"), false, () -> {}), wiring.whereabouts()));
        return Gallery.onScreen(() -> {
            if (before != null) {
                before.leave();
            }
            Views.Loaded<ShellView> frame = views.load(ShellView.class);
            frame.controller().enter("recipes");
            before = frame.controller();
            // Without a scene a scroll pane has no content to look for.
            new Scene(frame.root(), 1200, 800);
            frame.root().applyCss();
            frame.root().layout();
            return frame.root();
        });
    }

    @Test
    void whatWasDeletedInTheOldWindowComesBackIntoTheNewOne() {
        Parent english = window(Locale.ENGLISH);
        int all = recipes(english);
        Gallery.onScreen(() -> {
            Objects.requireNonNull(Objects.requireNonNull(before).room()).commands().stream()
                    .filter(c -> c.text().equals("Delete this recipe"))
                    .forEach(c -> c.run().run());
            return true;
        });
        assertEquals(all - 1, recipes(english));

        Parent german = window(Locale.GERMAN);
        assertEquals(all - 1, recipes(german));
        Gallery.onScreen(() -> {
            notices.undo();
            return true;
        });
        assertEquals(all, recipes(german));
    }

    private static int recipes(Parent window) {
        return Gallery.onScreen(() -> ((ListView<?>) window.lookup("#recipes-list")).getItems().size());
    }

    @Test
    void timersGoOnInTheNewWindowAndSpeakItsLanguage() {
        Parent english = window(Locale.ENGLISH);
        Gallery.onScreen(() -> {
            ((Button) Objects.requireNonNull(english.lookup(".time-chip"))).fire();
            return true;
        });
        assertEquals(1, timers(english).size());
        assertTrue(timers(english).getFirst().startsWith("Step "), timers(english).toString());

        Parent german = window(Locale.GERMAN);
        assertEquals(1, timers(german).size());
        assertTrue(timers(german).getFirst().startsWith("Schritt "), timers(german).toString());
        Gallery.onScreen(() -> {
            ((Button) Objects.requireNonNull(german.lookupAll(".timer .button").stream()
                            .reduce((first, last) -> last)
                            .orElse(null)))
                    .fire();
            return true;
        });
        assertEquals(List.of(), timers(german));
        assertEquals(1, timers(english).size(), "the old window listens no more");
    }

    private static List<String> timers(Parent window) {
        return Gallery.onScreen(() -> window.lookupAll(".what").stream()
                .map(Node.class::cast)
                .map(node -> ((Label) node).getText())
                .toList());
    }
}

package app.larder.gallery;

import app.larder.chat.view.ChatView;
import app.larder.fx.Badge;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.fx.Views;
import app.larder.pantry.view.PantryView;
import app.larder.recipes.view.RecipesView;
import app.larder.settings.view.SettingsView;
import app.larder.shell.RoomEntry;
import app.larder.shell.ShellView;
import app.larder.shell.Who;
import app.larder.shell.Whereabouts;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A room's screen inside the window's frame, so that its picture is what people see. */
final class Framed {

    private static final List<RoomEntry> ROOMS = List.of(
            new RoomEntry("recipes", "fth-book-open", RecipesView.class),
            new RoomEntry("pantry", "fth-archive", PantryView.class),
            new RoomEntry("chat", "fth-message-circle", ChatView.class),
            new RoomEntry("settings", "fth-settings", SettingsView.class));

    private Framed() {}

    /** The frame with that room's screen in it and its button on the rail pressed. */
    static Parent in(String room, Texts texts, Parent screen) {
        Badge alone = new Badge("fth-hard-drive", texts.get("sync.badge.alone"), Badge.Tone.GOOD);
        return in("room-" + room, texts, screen, new SimpleObjectProperty<>(alone));
    }

    /** The frame with a screen in it, the button of that id pressed, and that mark on its rail. */
    static Parent in(String button, Texts texts, Parent screen, ObservableValue<Badge> badge) {
        Views none = new Views(Map.of(), texts);
        Who anna = new Who(new SimpleStringProperty("Anna"), false, () -> {});
        Whereabouts where = new Whereabouts(badge, () -> {}, SettingsView.class);
        Views frame = new Views(
                Map.of(ShellView.class, () -> new ShellView(none, texts, new Notices(), ROOMS, anna, where)), texts);
        Parent shell = frame.load(ShellView.class).root();
        ((Region) screen).setMinWidth(0);
        ((StackPane) shell.lookup("#stage")).getChildren().setAll(screen);
        ((ToggleButton) shell.lookup("#" + button)).setSelected(true);
        return shell;
    }
}

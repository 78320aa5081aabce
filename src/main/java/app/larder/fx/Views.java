package app.larder.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/**
 * Loads screens. A controller {@code app.larder.ROOM.view.XView} (or {@code app.larder.shell.XView}) belongs to
 * {@code /fxml/ROOM/XView.fxml}; controllers are made by the suppliers of {@code Wiring}, never by reflection.
 */
public final class Views {

    private final Map<Class<?>, Supplier<?>> controllers;
    private final Texts texts;

    /**
     * Screens with these controllers. The map is read at each load, so that controllers which load parts of their own
     * can be put in after these views exist.
     */
    public Views(Map<Class<?>, Supplier<?>> controllers, Texts texts) {
        this.controllers = Collections.unmodifiableMap(controllers);
        this.texts = texts;
    }

    /**
     * A screen and the object behind it.
     *
     * @param <C> the controller's class
     */
    public record Loaded<C>(Parent root, C controller) {}

    /** Loads the screen of a controller class. */
    public <C> Loaded<C> load(Class<C> controller) {
        String path = "/fxml/" + room(controller) + "/" + controller.getSimpleName() + ".fxml";
        URL file = Views.class.getResource(path);
        if (file == null) {
            throw new IllegalStateException("no screen " + path);
        }
        FXMLLoader loader = new FXMLLoader(file, texts.bundle());
        loader.setControllerFactory(this::controller);
        try {
            Parent root = loader.load();
            return new Loaded<>(root, controller.cast(loader.getController()));
        } catch (IOException e) {
            throw new UncheckedIOException("The screen " + path + " does not load.", e);
        }
    }

    private Object controller(Class<?> type) {
        Supplier<?> supplier = controllers.get(type);
        if (supplier == null) {
            throw new IllegalStateException(type.getName() + " is not wired");
        }
        return supplier.get();
    }

    private static String room(Class<?> controller) {
        String name = controller.getPackageName();
        String room = name.endsWith(".view") ? name.substring(0, name.length() - ".view".length()) : name;
        return room.substring(room.lastIndexOf('.') + 1);
    }
}

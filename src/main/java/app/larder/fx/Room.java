package app.larder.fx;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;

/** What the frame asks of the room on screen; implemented by each room's controller, all on the JavaFX thread. */
public interface Room {

    /** The room was entered: show what is current and put the focus where work begins. */
    void enter();

    /** The window is about to close or to be built anew: keep at once what was typed and not saved. */
    default void leave() {}

    /** Whether what is on screen wants the whole window, as cook mode does; the rail then steps aside. */
    default ObservableValue<Boolean> fillsWindow() {
        return new SimpleBooleanProperty(false);
    }

    /** How high what stands at the foot of the room is, in pixels; notices keep above it. */
    default ObservableValue<Number> footHeight() {
        return new SimpleDoubleProperty();
    }

    /** Ctrl+N: begin something new. */
    void newItem();

    /** Ctrl+F: into the room's search field. */
    void search();

    /** Esc: one step back; false if there is nowhere to go back to. */
    boolean back();

    /** What the command palette offers for this room. */
    List<Command> commands();

    /** Hands over what the command palette finds for typed words, such as recipes by name: soon, at most a handful. */
    void find(String typed, Consumer<List<Command>> found);

    /** Files, folders or web addresses were dropped on the window; false if this room has no use for them. */
    default boolean drop(List<String> sources) {
        return false;
    }

    /**
     * One entry of the command palette.
     *
     * @param text what it does, as shown
     * @param icon an Ikonli literal
     * @param keys the keys that do the same ("Ctrl+N"); empty if none
     */
    record Command(String text, String icon, String keys, Runnable run) {}
}

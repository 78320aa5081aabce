package app.larder.shell;

import app.larder.fx.Badge;
import app.larder.fx.Room;
import javafx.beans.value.ObservableValue;

/**
 * Where what people write is kept, as the rail shows it.
 *
 * @param badge what it says now
 * @param tick asks it to say so anew, as minutes pass
 * @param room says more about it, and can be left with Esc
 */
public record Whereabouts(ObservableValue<Badge> badge, Runnable tick, Class<? extends Room> room) {}

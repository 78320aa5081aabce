package app.larder.pantry.view;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A column of the pantry's table. */
public enum Column {
    NAME(0),
    QUANTITY(1),
    CATEGORY(2),
    ADDED(3);

    private final int place;

    Column(int place) {
        this.place = place;
    }

    /** Its place in a row, from the left. */
    int place() {
        return place;
    }

    /** The next one to the right, or left; null past the end. */
    @Nullable Column beside(boolean right) {
        return at(place + (right ? 1 : -1)).orElse(null);
    }

    private static Optional<Column> at(int place) {
        for (Column column : values()) {
            if (column.place == place) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}

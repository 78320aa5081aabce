package app.larder.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of what sync did.
 *
 * @param at when, by this computer's clock
 * @param kind what
 * @param key which row; null if it is about many
 * @param count how many rows; 1 for one
 * @param detail the other computer's name or the server's reason, as fits the kind; null if there is nothing to say
 */
public record Activity(Instant at, Kind kind, @Nullable RowKey key, int count, @Nullable String detail) {

    /** What happened. */
    public enum Kind {
        SENT,
        RECEIVED,
        MERGED,
        CONFLICT,
        KEPT_FROM_DELETION,
        REFUSED,
        STARTED_OVER,
        REPAIRED
    }
}

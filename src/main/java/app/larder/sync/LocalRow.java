package app.larder.sync;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row on this computer.
 *
 * @param current what it holds now; null if it is not there
 * @param shadow what was last heard of it; null if nothing ever
 * @param dirty whether it was changed here since it was last settled with the server
 * @param edited when each field was last changed here since then, by this computer's clock; empty unless dirty
 */
public record LocalRow(@Nullable Image current, @Nullable Shadow shadow, boolean dirty, Map<String, Instant> edited) {

    /** A row nobody knows. */
    public static final LocalRow NONE = new LocalRow(null, null, false, Map.of());

    LocalRow withCurrent(@Nullable Image image) {
        return new LocalRow(image, shadow, dirty, edited);
    }

    LocalRow withShadow(Shadow heard) {
        return new LocalRow(current, heard, dirty, edited);
    }

    LocalRow clean() {
        return new LocalRow(current, shadow, false, Map.of());
    }

    LocalRow dirty(Map<String, Instant> changed) {
        return new LocalRow(current, shadow, true, changed);
    }

    /** What the server holds, as far as it is known; null if nothing. */
    @Nullable Image remote() {
        return shadow == null || shadow.deleted() ? null : shadow.image();
    }

    /** Whether a person changed it here and the server doesn't know. */
    boolean changedHere() {
        return dirty && !Objects.equals(current, remote());
    }
}

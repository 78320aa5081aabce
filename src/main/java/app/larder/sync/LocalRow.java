package app.larder.sync;

import java.time.Instant;
import java.util.Map;
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
}

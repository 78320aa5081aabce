package app.larder.sync;

import java.time.Instant;
import java.util.Map;

/**
 * What this computer last heard of a row.
 *
 * @param revision the family's count at which the row became so; 0 if the server doesn't have it
 * @param deleted whether it is gone there; then the image is its last one
 * @param image as it came
 * @param edited when each field was last changed, by the server's clock, as far as known
 */
public record Shadow(long revision, boolean deleted, Image image, Map<String, Instant> edited) {

    /** As {@code was}, but unknown to the server. */
    static Shadow unknown(Shadow was) {
        return new Shadow(0, true, was.image(), was.edited());
    }

    /** Of another revision. */
    Shadow at(long otherRevision) {
        return new Shadow(otherRevision, deleted, image, edited);
    }
}

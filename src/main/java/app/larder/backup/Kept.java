package app.larder.backup;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A backup on the shelf, as its name says.
 *
 * @param path the file
 * @param madeAt when, to the second
 * @param bytes how large it is
 * @param isSealed whether it is protected
 */
public record Kept(Path path, Instant madeAt, Reason reason, long bytes, boolean isSealed) {}

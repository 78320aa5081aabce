package app.larder.backup;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What could be saved from a damaged file.
 *
 * @param recipes how many were read from it
 * @param pantryItems how many were read from it
 * @param messages how many were read from it
 * @param complete whether everything in it could be read
 * @param lastBackup when the backup was made that filled the gaps; null if there was none
 * @param fromBackup how many things only that backup had
 * @param damaged where the damaged file is kept
 */
public record Rescued(
        long recipes,
        long pantryItems,
        long messages,
        boolean complete,
        @Nullable Instant lastBackup,
        int fromBackup,
        Path damaged) {}

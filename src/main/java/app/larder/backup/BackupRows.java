package app.larder.backup;

import java.util.function.Function;

/** One person's rows on this computer, as backups need them. */
public interface BackupRows {

    /** Reads all rows as they are at one moment, beside whoever writes. */
    <T> T read(Function<BackupSource, T> work);

    /** What restoring would do; changes nothing. */
    Comparison compare(BackupContent content);

    /**
     * Puts back what a backup holds, all of it or nothing, as ordinary edits made now. Rows the backup doesn't know stay.
     * A recipe or pantry item that differs becomes what it was, and a copy of what it is now goes to the trash.
     */
    Restored restore(BackupContent content);
}

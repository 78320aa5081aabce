package app.larder.sync;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What sync does to one row of this computer: its content, what is known of the server's, and whether it is still to be
 * sent. None of it counts as an edit.
 *
 * @param key which row
 * @param write what becomes of its content
 * @param image the content for {@link Write#PUT}, fields of newer programs included, which are left out of the table
 * @param shadow what is known of the server's row from now on; null to leave what was known
 * @param mark what becomes of its mark
 * @param edited when each field was last changed here, for {@link Mark#DIRTY}; merged into what was noted
 * @param reason why the server refused it, for {@link Mark#HELD}: an SQL state
 */
public record RowChange(
        RowKey key,
        Write write,
        @Nullable Image image,
        @Nullable Shadow shadow,
        Mark mark,
        Map<String, Instant> edited,
        @Nullable String reason) {

    /** What becomes of a row's content. */
    public enum Write {
        KEEP,
        PUT,
        DELETE
    }

    /** What becomes of a row's mark. */
    public enum Mark {
        /** As it was. */
        KEEP,
        /** Nothing is left to be sent. */
        CLEAN,
        /** It is to be sent. */
        DIRTY,
        /** The server refused it: not sent again until somebody edits it or says so. */
        HELD
    }
}

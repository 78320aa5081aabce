package app.larder.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands between this computer and the family's server.
 *
 * @param state in a word
 * @param done rows that have gone or come since this exchange began
 * @param of rows there are to go and come, as far as known; 0 if nobody knows
 * @param waiting rows that are here only
 * @param refused rows among them that the server refused
 * @param synced when everything was last the same here and there, by this computer's clock; null if never
 * @param offline since when the server has been out of reach; null if it is not
 */
public record SyncStatus(
        State state,
        int done,
        int of,
        int waiting,
        int refused,
        @Nullable Instant synced,
        @Nullable Instant offline) {

    /** Nobody is connected. */
    public static final SyncStatus NONE = new SyncStatus(State.ON_THIS_COMPUTER_ONLY, 0, 0, 0, 0, null, null);

    /** The states, whichever says most first. */
    public enum State {
        /** There is no account, or none any more. */
        ON_THIS_COMPUTER_ONLY,
        /** An exchange is going on. */
        SYNCING,
        /** Everything here is there, and everything there here. */
        UP_TO_DATE,
        /** What waits goes as soon as the server can be reached, or with the next exchange. */
        WAITING,
        /** The server was reached for ten minutes and what waits has not become less. */
        STUCK,
        /** The server refused some rows. */
        NEEDS_YOU,
        /** So much would be deleted here that somebody must say if that is meant. */
        MANY_DELETIONS,
        /** The person's sign-in is worth nothing any more. */
        SIGN_IN_AGAIN,
        /** The server lets this computer in no more, or its password has changed. */
        COMPUTER_REFUSED,
        /** The server is newer than this program. */
        UPDATE_NEEDED,
        /** The server's tables are older than this program, or not Larder's. */
        SERVER_TOO_OLD
    }
}

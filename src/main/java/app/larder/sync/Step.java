package app.larder.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an exchange came to.
 *
 * @param kind what
 * @param sent rows the server took
 * @param received rows the server told of
 * @param waiting rows that are still to be sent
 * @param refused rows among them that the server refused
 * @param staged rows that came and wait for the rest
 * @param more whether another exchange has something to do at once
 * @param synced when everything was last the same here and there, by this computer's clock; null if never
 */
public record Step(
        Kind kind,
        int sent,
        int received,
        int waiting,
        int refused,
        int staged,
        boolean more,
        @Nullable Instant synced) {

    /** How it ended. */
    public enum Kind {
        DONE,
        /** The sign-in is worth nothing any more. */
        SIGNED_OUT,
        /** The account was deleted on the server. */
        ACCOUNT_GONE,
        /** The server is newer than this program. */
        UPDATE_NEEDED,
        /** So much would be deleted here that somebody must say if that is meant: {@link SyncEngine#answerDeletions}. */
        MANY_DELETIONS
    }

    Step withProgress(int gone, int came, boolean goOn) {
        return new Step(kind, gone, came, waiting, refused, staged, goOn, synced);
    }

    /** Whether everything here is on the server, and everything there here. */
    public boolean upToDate() {
        return kind == Kind.DONE && !more && waiting == 0 && staged == 0;
    }
}

package app.larder.chat.wire;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a turn did not come to its end.
 *
 * @param kind what happened
 * @param serverMessage what the server said about it, as plain text of at most 200 characters; empty if nothing
 * @param status the HTTP status; 0 if there was no answer
 * @param retryAfter how long the server asks to wait; null if it does not say
 */
public record Failure(FailureKind kind, String serverMessage, int status, @Nullable Duration retryAfter) {

    /** One that no server has said anything about. */
    public static Failure of(FailureKind kind) {
        return new Failure(kind, "", 0, null);
    }
}

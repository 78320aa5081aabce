package app.larder.chat;

import app.larder.chat.wire.Failure;
import java.time.Duration;

/** Decides whether a question that failed before any text came is asked once more, and how. */
final class Patience {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration USUAL = Duration.ofSeconds(2);

    private int waits;
    private boolean cutShort;
    private boolean withoutTools;

    /** What to do about a failure. */
    enum What {
        WAIT,
        WITHOUT_TOOLS,
        LESS_HISTORY,
        GIVE_UP
    }

    /** What to do, after so many milliseconds. */
    record Advice(What what, long millis) {

        static final Advice GIVE_UP = new Advice(What.GIVE_UP, 0);
    }

    Advice advice(Failure failure, boolean local) {
        return switch (failure.kind()) {
            case RATE_LIMIT -> wait(failure, 2, USUAL);
            case SERVER -> wait(failure, 2, Duration.ofSeconds(1 + 2L * waits));
            case UNREACHABLE -> local ? Advice.GIVE_UP : wait(failure, 1, Duration.ofSeconds(1));
            case CONTEXT_TOO_LONG -> {
                boolean again = !cutShort;
                cutShort = true;
                yield again ? new Advice(What.LESS_HISTORY, 0) : Advice.GIVE_UP;
            }
            case NO_TOOLS -> {
                boolean again = !withoutTools;
                withoutTools = true;
                yield again ? new Advice(What.WITHOUT_TOOLS, 0) : Advice.GIVE_UP;
            }
            case CANCELLED, FIRST_BYTE_TIMEOUT, STALLED, AUTH, NO_CREDIT, MODEL_NOT_FOUND, BAD_REQUEST,
                NOT_AN_AI_SERVER, TRUNCATED, PROTOCOL, IN_STREAM -> Advice.GIVE_UP;
        };
    }

    private Advice wait(Failure failure, int most, Duration otherwise) {
        Duration pause = failure.retryAfter() == null ? otherwise : failure.retryAfter();
        if (waits >= most || pause.compareTo(LONGEST) > 0) {
            return Advice.GIVE_UP;
        }
        waits++;
        return new Advice(What.WAIT, pause.toMillis());
    }
}

package app.larder.sync;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When the next exchange is due. Soon after an edit, at once when there is reason to think that something is new, and else
 * less and less often; after a failure the same, so that a server that comes back is not met by everybody at once.
 * Times are nanoseconds of {@link System#nanoTime}.
 */
final class Rhythm {

    private static final long PAUSE_OF_TYPING = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_TYPING = Duration.ofSeconds(5).toNanos();
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(1), Duration.ofMinutes(5));

    private final RandomGenerator random;
    private long planned;
    private int quiet;
    private boolean typing;
    private long typingSince;
    private long typedAt;

    /** The first exchange is due at once. */
    Rhythm(RandomGenerator random, long now) {
        this.random = random;
        this.planned = now;
    }

    /** Somebody changed something here: due when they pause, or have gone on for a while. */
    void edited(long now) {
        if (!typing) {
            typing = true;
            typingSince = now;
        }
        typedAt = now;
        quiet = 0;
    }

    /** Something may be new there, or the network is back: due at once. */
    void noticed(long now) {
        planned = now;
        quiet = 0;
    }

    /** An exchange begins: what is edited from now on asks for another. */
    void begun() {
        typing = false;
    }

    /** An exchange is over, and there is more to do at once. */
    void goesOn(long now) {
        planned = now;
    }

    /** An exchange is over, or failed; {@code eventful} if it brought or took something. */
    void over(long now, boolean eventful) {
        quiet = eventful ? 0 : quiet;
        long pause = PAUSES.get(Math.min(quiet, PAUSES.size() - 1)).toNanos();
        quiet++;
        planned = now + pause / 10 * 9 + random.nextLong(pause / 5);
    }

    /** Nothing can be done before somebody helps: the longest pause, whatever is typed. */
    void resting(long now) {
        quiet = PAUSES.size();
        over(now, false);
        typing = false;
    }

    /** When the next exchange is due. */
    long due() {
        if (!typing) {
            return planned;
        }
        long pause = Math.min(typedAt + PAUSE_OF_TYPING - typingSince, LONGEST_TYPING) + typingSince;
        return pause - planned < 0 ? pause : planned;
    }
}

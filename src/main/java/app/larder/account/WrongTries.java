package app.larder.account;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Slows the guessing of passwords at this window: a quarter of a second after the first wrong one, twice that after each
 * further one, eight seconds at most. It is forgotten with the window, because whoever can start Larder again can copy
 * the file as well and guess without it; against that only Argon2id stands.
 */
final class WrongTries {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final int MOST_DOUBLINGS = 5;

    private final Map<String, Integer> wrong = new ConcurrentHashMap<>();

    /** How long whoever was wrong once more must wait. */
    Duration afterWrong(String whose) {
        int before = wrong.merge(whose, 1, Integer::sum) - 1;
        return FIRST.multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
    }

    void right(String whose) {
        wrong.remove(whose);
    }
}

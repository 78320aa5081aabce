package app.larder.kitchen;

import java.util.List;
import java.util.OptionalInt;

/** Reads how long something takes, as people and web pages write it. */
public final class KitchenTime {

    private static final long MOST_MINUTES = 60L * 24 * 365;

    private KitchenTime() {}

    /**
     * The minutes a text says: "1 h 20 min", "35 minuti", "1:30" (hours and minutes), "90" (minutes), "1,5 Std."; for a
     * range the longer end, seconds rounded up to a minute. Several times one after the other are added ("1 day 2
     * hours"), of unrelated ones the first counts. Empty if the text says no time or more than a year.
     */
    public static OptionalInt minutes(String text) {
        String stripped = text.strip();
        if (stripped.length() > 1000) {
            return OptionalInt.empty();
        }
        List<StepTimes.Span> spans = StepTimes.in(stripped);
        if (!spans.isEmpty()) {
            return inRange((spans.getFirst().longest().toSeconds() + 59) / 60);
        }
        int colon = stripped.indexOf(':');
        if (colon > 0) {
            int second = stripped.indexOf(':', colon + 1);
            long hours = whole(stripped.substring(0, colon));
            long minutes = whole(stripped.substring(colon + 1, second < 0 ? stripped.length() : second));
            return hours < 0 || minutes < 0 || minutes > 59 ? OptionalInt.empty() : inRange(hours * 60 + minutes);
        }
        long minutes = whole(stripped);
        return minutes < 0 ? OptionalInt.empty() : inRange(minutes);
    }

    private static OptionalInt inRange(long minutes) {
        return minutes > MOST_MINUTES ? OptionalInt.empty() : OptionalInt.of((int) minutes);
    }

    /** A whole number of at most six digits; -1 for anything else. */
    private static long whole(String text) {
        if (text.isEmpty() || text.length() > 6) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!Numerals.isDigit(text.charAt(i))) {
                return -1;
            }
            value = value * 10 + Character.digit(text.charAt(i), 10);
        }
        return value;
    }
}

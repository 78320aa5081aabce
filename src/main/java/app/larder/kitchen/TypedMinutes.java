package app.larder.kitchen;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a length of time as people type it into a field: "90", "1 h 20", "1:20", "1½ hours", "2 Std. 15 Min.",
 * "20-30 min". A bare number means minutes; of a range the longer end counts; days have 24 hours. Pure, never throws.
 *
 * <p>It refuses what is not wholly a time, so that the person can mend it. What pages say about time is read in {@code
 * exchange.format}, which knows ISO 8601 and more languages and passes over what it does not know; times in the middle of
 * a step's text are found by {@link StepTimes}.
 */
public final class TypedMinutes {

    /** Longest time believed, in minutes: a year. */
    public static final int MOST = 366 * 24 * 60;

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,4}):([0-5]\\d)(?:\\s*h)?");
    private static final String NUMBER = "\\d{1,3}\\s*/\\s*\\d{1,3}|\\d{1,6}(?:[.,]\\d{1,3})?|[½¼¾⅓⅔]";
    private static final String AMOUNT = "(?:\\d{1,4}\\s+\\d{1,3}\\s*/\\s*\\d{1,3}|\\d{1,4}\\s*[½¼¾⅓⅔]|" + NUMBER + ")";
    private static final Pattern TERM = Pattern.compile("\\s*(?:(?:and|und|,|&|\\+)\\s*)?(" + AMOUNT
            + ")(?:\\s*(?:-|–|—|to|bis)\\s*(" + AMOUNT + "))?\\s*"
            + "(d|days?|tage?|h|hrs?|hours?|std|stdn?|stunden?|m|mins?|minutes?|minuten?|')?(?![\\p{L}])\\.?\\s*");
    private static final Pattern MIXED = Pattern.compile("(?:(\\d+(?:[.,]\\d+)?)\\s*)?(?:\\s(\\d+)\\s*/\\s*(\\d+)|([½¼¾⅓⅔]))?");
    private static final Pattern FRACTION = Pattern.compile("(\\d+)\\s*/\\s*(\\d+)");
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private TypedMinutes() {}

    /**
     * What a field says.
     *
     * @param minutes whole minutes, halves rounded up, 0 to {@link #MOST}; null if the field is empty or not understood
     * @param refused whether something was typed that is no length of time
     */
    public record Reading(@Nullable Integer minutes, boolean refused) {

        static final Reading EMPTY = new Reading(null, false);
        static final Reading REFUSED = new Reading(null, true);
    }

    /** Reads what was typed; every text has an answer. */
    public static Reading read(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return Reading.EMPTY;
        }
        if (text.length() > 60) {
            return Reading.REFUSED;
        }
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            return reading(new BigDecimal(clock.group(1)).multiply(SIXTY).add(new BigDecimal(clock.group(2))));
        }
        return terms(text.replaceFirst("^(?:about|ca\\.?|circa|etwa|approx\\.?|~)\\s*", ""));
    }

    private static Reading terms(String text) {
        Matcher term = TERM.matcher(text);
        BigDecimal sum = BigDecimal.ZERO;
        int before = Integer.MAX_VALUE;
        int at = 0;
        while (at < text.length()) {
            if (!term.find(at) || term.start() != at || term.end() == at) {
                return Reading.REFUSED;
            }
            int unit = minutesIn(term.group(3), before);
            String upper = term.group(2) == null ? term.group(1) : term.group(2);
            Optional<BigDecimal> amount = amount(upper);
            if (unit >= before || amount.isEmpty()) {
                return Reading.REFUSED;
            }
            sum = sum.add(amount.get().multiply(BigDecimal.valueOf(unit)));
            before = unit;
            at = term.end();
        }
        return at == 0 ? Reading.REFUSED : reading(sum);
    }

    /** A number without a unit is minutes, alone ("90") or after hours ("1 h 20"); after days it means nothing. */
    private static int minutesIn(@Nullable String unit, int before) {
        if (unit == null) {
            return before == 24 * 60 ? Integer.MAX_VALUE : 1;
        }
        return switch (unit.charAt(0)) {
            case 'd', 't' -> 24 * 60;
            case 'h', 's' -> 60;
            default -> 1;
        };
    }

    private static Optional<BigDecimal> amount(String text) {
        Matcher fraction = FRACTION.matcher(text);
        if (fraction.matches()) {
            return quotient(fraction.group(1), fraction.group(2));
        }
        Matcher mixed = MIXED.matcher(text);
        if (!mixed.matches()) {
            return Optional.empty();
        }
        BigDecimal whole = mixed.group(1) == null ? BigDecimal.ZERO : new BigDecimal(mixed.group(1).replace(',', '.'));
        if (mixed.group(2) != null) {
            return quotient(mixed.group(2), mixed.group(3)).map(whole::add);
        }
        return Optional.of(mixed.group(4) == null ? whole : whole.add(vulgar(mixed.group(4).charAt(0))));
    }

    private static Optional<BigDecimal> quotient(String top, String bottom) {
        BigDecimal divisor = new BigDecimal(bottom);
        return divisor.signum() == 0
                ? Optional.empty()
                : Optional.of(new BigDecimal(top).divide(divisor, 6, RoundingMode.HALF_UP));
    }

    private static BigDecimal vulgar(char sign) {
        return new BigDecimal(
                switch (sign) {
                    case '½' -> "0.5";
                    case '¼' -> "0.25";
                    case '¾' -> "0.75";
                    case '⅓' -> "0.333333";
                    default -> "0.666667";
                });
    }

    private static Reading reading(BigDecimal minutes) {
        BigDecimal whole = minutes.setScale(0, RoundingMode.HALF_UP);
        return whole.compareTo(BigDecimal.valueOf(MOST)) > 0 ? Reading.REFUSED : new Reading(whole.intValue(), false);
    }
}

package app.larder.kitchen;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers in text: digits with a decimal point or comma, ASCII fractions, and the one-letter fractions of Unicode. */
final class Numerals {

    /** Longer runs of digits are not an amount; the limit keeps arithmetic quick whatever a file holds. */
    private static final int MOST_DIGITS = 100;

    private static final String VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞↉";
    private static final Quantity[] VULGAR_VALUES = {
        Quantity.of(1, 4), Quantity.of(1, 2), Quantity.of(3, 4), Quantity.of(1, 7), Quantity.of(1, 9),
        Quantity.of(1, 10), Quantity.of(1, 3), Quantity.of(2, 3), Quantity.of(1, 5), Quantity.of(2, 5),
        Quantity.of(3, 5), Quantity.of(4, 5), Quantity.of(1, 6), Quantity.of(5, 6), Quantity.of(1, 8),
        Quantity.of(3, 8), Quantity.of(5, 8), Quantity.of(7, 8), Quantity.of(0)
    };

    private Numerals() {}

    /**
     * A number found in a text.
     *
     * @param value its value
     * @param end index after its last character
     * @param whole whether only digits stand there
     * @param fraction whether a fraction stands there, so that a whole number may precede it
     * @param separator '.' or ',' where exactly three digits follow the only one of them, else 0: such a number may mean
     *     thousands or thousandths
     */
    record Found(Quantity value, int end, boolean whole, boolean fraction, char separator) {

        boolean properFraction() {
            return fraction && value.numerator().compareTo(value.denominator()) < 0;
        }
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || (c > 127 && (Character.isSpaceChar(c) || Character.isWhitespace(c))) || c < ' ';
    }

    static boolean isVulgar(char c) {
        return c > 127 && VULGAR.indexOf(c) >= 0;
    }

    static boolean isDigit(char c) {
        return c < 128 ? c >= '0' && c <= '9' : Character.isDigit(c);
    }

    static boolean isFractionBar(char c) {
        return c == '/' || c == '\u2044' || c == '\u2215';
    }

    /** The one letter for a proper fraction of kitchen size, else the fraction in ASCII. */
    static String vulgar(int numerator, int denominator) {
        Quantity wanted = Quantity.of(numerator, denominator);
        for (int i = 0; i < VULGAR_VALUES.length; i++) {
            if (VULGAR_VALUES[i].equals(wanted)) {
                return VULGAR.substring(i, i + 1);
            }
        }
        return numerator + "/" + denominator;
    }

    /** The number that begins exactly at {@code from}: digits, decimals, "n/m", "½" or "1½"; null if none does. */
    static @Nullable Found at(CharSequence text, int from, int to) {
        if (from >= to) {
            return null;
        }
        char first = text.charAt(from);
        if (isVulgar(first)) {
            return new Found(VULGAR_VALUES[VULGAR.indexOf(first)], from + 1, false, true, '\0');
        }
        int end = digits(text, from, to);
        boolean leadingPoint = end == from
                && (first == '.' || first == ',')
                && from + 1 < to
                && isDigit(text.charAt(from + 1));
        if ((end == from && !leadingPoint) || end - from > MOST_DIGITS) {
            return null;
        }
        if (!leadingPoint && end < to && isVulgar(text.charAt(end))) {
            Quantity whole = number(text, from, end);
            Quantity part = VULGAR_VALUES[VULGAR.indexOf(text.charAt(end))];
            return new Found(whole.plus(part), end + 1, false, false, '\0');
        }
        if (!leadingPoint && end + 1 < to && isFractionBar(text.charAt(end)) && isDigit(text.charAt(end + 1))) {
            int last = digits(text, end + 1, to);
            boolean usable = last - end - 1 <= MOST_DIGITS;
            Quantity below = usable ? number(text, end + 1, last) : Quantity.ZERO;
            if (!below.isZero()) {
                return new Found(number(text, from, end).dividedBy(below), last, false, true, '\0');
            }
        }
        return decimal(text, from, end, to);
    }

    private static Found decimal(CharSequence text, int from, int wholeEnd, int to) {
        Quantity whole = wholeEnd == from ? Quantity.ZERO : number(text, from, wholeEnd);
        if (wholeEnd + 1 >= to) {
            return new Found(whole, wholeEnd, true, false, '\0');
        }
        char point = text.charAt(wholeEnd);
        int end = point == '.' || point == ',' ? digits(text, wholeEnd + 1, to) : wholeEnd;
        int places = end - wholeEnd - 1;
        if (places < 1 || places > MOST_DIGITS) {
            return new Found(whole, wholeEnd, true, false, '\0');
        }
        boolean ambiguous = places == 3 && wholeEnd > from && wholeEnd - from <= 3 && !whole.isZero();
        if (ambiguous && point == ',') {
            StringBuilder digits = new StringBuilder().append(text, from, wholeEnd).append(text, wholeEnd + 1, end);
            while (end + 3 < to && text.charAt(end) == ',' && digits(text, end + 1, to) == end + 4
                    && digits.length() < MOST_DIGITS - 3) {
                digits.append(text, end + 1, end + 4);
                end += 4;
            }
            return new Found(number(digits, 0, digits.length()), end, false, false, ',');
        }
        Quantity thousandths = number(text, wholeEnd + 1, end);
        Quantity part = new Quantity(thousandths.numerator(), BigInteger.TEN.pow(places));
        return new Found(whole.plus(part), end, false, false, ambiguous ? '.' : '\0');
    }

    private static int digits(CharSequence text, int from, int to) {
        int end = from;
        while (end < to && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static Quantity number(CharSequence text, int from, int to) {
        if (to - from <= 18) {
            long value = 0;
            for (int i = from; i < to; i++) {
                value = value * 10 + Character.digit(text.charAt(i), 10);
            }
            return Quantity.of(value);
        }
        return new Quantity(new BigInteger(text.subSequence(from, to).toString()), BigInteger.ONE);
    }
}

package app.larder.kitchen;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * An exact amount: a rational number in lowest terms with a positive denominator, never negative.
 *
 * <p>It prints as a cook writes ("1 1/2", "0.7"), and what it prints reads back as the same amount.
 *
 * @param numerator 0 or more
 * @param denominator 1 or more
 */
public record Quantity(BigInteger numerator, BigInteger denominator) implements Comparable<Quantity> {

    /** Nothing at all. */
    public static final Quantity ZERO = of(0);

    /** One whole. */
    public static final Quantity ONE = of(1);

    private static final int MOST_DECIMALS = 100;

    public Quantity {
        if (denominator.signum() <= 0 || numerator.signum() < 0) {
            throw new IllegalArgumentException("an amount is not negative: " + numerator + "/" + denominator);
        }
        if (!denominator.equals(BigInteger.ONE)) {
            BigInteger common = numerator.gcd(denominator);
            if (!common.equals(BigInteger.ONE)) {
                numerator = numerator.divide(common);
                denominator = denominator.divide(common);
            }
        }
    }

    /** A whole number of things. */
    public static Quantity of(long whole) {
        return new Quantity(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    /** A fraction; it need not be in lowest terms. */
    public static Quantity of(long numerator, long denominator) {
        return new Quantity(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** The exact value of a decimal number, 0 or more. */
    public static Quantity of(BigDecimal decimal) {
        BigDecimal plain = decimal.scale() < 0 ? decimal.setScale(0) : decimal;
        return new Quantity(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
    }

    /**
     * Reads an amount as a cook writes it: "2", "1.5", "1,5", "1,000", "1/2", "1 1/2", "1-1/2", "½", "1½", "1 ½", with
     * {@code /} or U+2044. A comma before exactly three digits separates thousands unless a zero stands before it. Empty
     * if the whole text is not one amount, or if a number in it has more than 100 digits.
     */
    public static Optional<Quantity> parse(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && Numerals.isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && Numerals.isSpace(text.charAt(to - 1))) {
            to--;
        }
        Numerals.Found first = Numerals.at(text, from, to);
        if (first == null) {
            return Optional.empty();
        }
        if (first.end() == to) {
            return Optional.of(first.value());
        }
        int next = first.end();
        boolean dash = text.charAt(next) == '-';
        if (dash) {
            next++;
        } else {
            while (next < to && Numerals.isSpace(text.charAt(next))) {
                next++;
            }
        }
        Numerals.Found second = first.whole() && next > first.end() ? Numerals.at(text, next, to) : null;
        if (second == null || second.end() != to || !second.properFraction()) {
            return Optional.empty();
        }
        return Optional.of(first.value().plus(second.value()));
    }

    /** The sum of both amounts. */
    public Quantity plus(Quantity other) {
        if (denominator.equals(other.denominator)) {
            return new Quantity(numerator.add(other.numerator), denominator);
        }
        return new Quantity(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** This amount taken {@code other} times. */
    public Quantity times(Quantity other) {
        return new Quantity(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /**
     * This amount divided by another.
     *
     * @throws ArithmeticException if {@code other} is zero
     */
    public Quantity dividedBy(Quantity other) {
        if (other.isZero()) {
            throw new ArithmeticException("an amount cannot be divided by nothing");
        }
        return new Quantity(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** This amount less another, or nothing where the other is more. */
    public Quantity minus(Quantity other) {
        BigInteger left = numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator));
        return left.signum() <= 0 ? ZERO : new Quantity(left, denominator.multiply(other.denominator));
    }

    /** The whole part: 1 of 1 1/2. */
    public Quantity whole() {
        return new Quantity(numerator.divide(denominator), BigInteger.ONE);
    }

    public boolean isZero() {
        return numerator.signum() == 0;
    }

    public boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    /** The nearest double; for drawing and ranking, not for arithmetic. */
    public double toDouble() {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), java.math.MathContext.DECIMAL64).doubleValue();
    }

    /** The nearest multiple of {@code step}, halves upwards; {@code step} is more than zero. */
    public Quantity roundedTo(Quantity step) {
        Quantity steps = dividedBy(step);
        BigInteger twice = steps.numerator.shiftLeft(1).add(steps.denominator);
        return step.times(new Quantity(twice.divide(steps.denominator.shiftLeft(1)), BigInteger.ONE));
    }

    @Override
    public int compareTo(Quantity other) {
        if (denominator.equals(other.denominator)) {
            return numerator.compareTo(other.numerator);
        }
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /**
     * In ASCII: whole numbers, halves, thirds, quarters, sixths and eighths as a cook writes them ("1 1/2"), other
     * amounts as a decimal number where one is exact ("0.7"), else as a fraction ("2/7").
     */
    @Override
    public String toString() {
        if (isWhole()) {
            return numerator.toString();
        }
        if (!isKitchenFraction()) {
            String decimal = exactDecimal();
            if (decimal != null) {
                return decimal;
            }
        }
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        String fraction = parts[1] + "/" + denominator;
        return parts[0].signum() == 0 ? fraction : parts[0] + " " + fraction;
    }

    /** As {@link #toString()}, with the one-letter fractions of Unicode where there is one: "1½". */
    public String display() {
        if (isWhole() || !isKitchenFraction()) {
            return toString();
        }
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        String fraction = Numerals.vulgar(parts[1].intValueExact(), denominator.intValueExact());
        return parts[0].signum() == 0 ? fraction : parts[0] + fraction;
    }

    /**
     * As a decimal number with at most {@code decimals} places, rounded half up, trailing zeros dropped, and a comma
     * where the language writes one: "1.5", in German "1,5". Metric amounts are written so.
     */
    public String decimal(int decimals, Locale locale) {
        BigDecimal value = new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        String plain = value.signum() == 0 ? "0" : value.toPlainString();
        char point = java.text.DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        return plain.replace('.', point);
    }

    /** Whether the denominator is one of 1, 2, 3, 4, 6, 8: the fractions of measuring cups and spoons. */
    boolean isKitchenFraction() {
        return denominator.bitLength() <= 4
                && switch (denominator.intValue()) {
                    case 1, 2, 3, 4, 6, 8 -> true;
                    default -> false;
                };
    }

    private @org.jspecify.annotations.Nullable String exactDecimal() {
        if (denominator.bitLength() > 333) {
            return null;
        }
        BigInteger five = BigInteger.valueOf(5);
        int twos = denominator.getLowestSetBit();
        BigInteger rest = denominator.shiftRight(twos);
        int fives = 0;
        while (rest.mod(five).signum() == 0) {
            rest = rest.divide(five);
            fives++;
        }
        int scale = Math.max(twos, fives);
        if (!rest.equals(BigInteger.ONE) || scale > MOST_DECIMALS) {
            return null;
        }
        return new BigDecimal(numerator.multiply(BigInteger.TEN.pow(scale)).divide(denominator), scale).toPlainString();
    }
}

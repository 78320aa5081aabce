package app.larder.kitchen;

import java.math.BigInteger;
import java.util.Optional;

/**
 * An exact amount: a rational number in lowest terms with a positive denominator, never negative.
 *
 * @param numerator 0 or more
 * @param denominator 1 or more
 */
public record Quantity(BigInteger numerator, BigInteger denominator) implements Comparable<Quantity> {

    public Quantity {
        if (denominator.signum() <= 0 || numerator.signum() < 0) {
            throw new IllegalArgumentException("an amount is not negative: " + numerator + "/" + denominator);
        }
        BigInteger common = numerator.gcd(denominator);
        if (common.compareTo(BigInteger.ONE) > 0) {
            numerator = numerator.divide(common);
            denominator = denominator.divide(common);
        }
    }

    public static Quantity of(long whole) {
        return new Quantity(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    public static Quantity of(long numerator, long denominator) {
        return new Quantity(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * Reads an amount as a cook writes it: "2", "1.5", "1,5", "1/2", "1 1/2", "½", "1½". Empty if the whole text is not
     * one amount.
     */
    public static Optional<Quantity> parse(String text) {
        return text.strip().matches("[0-9]{1,18}") ? Optional.of(of(Long.parseLong(text.strip()))) : Optional.empty();
    }

    public Quantity plus(Quantity other) {
        return new Quantity(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Quantity times(Quantity other) {
        return new Quantity(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /**
     * This amount divided by another.
     *
     * @throws ArithmeticException if {@code other} is zero
     */
    public Quantity dividedBy(Quantity other) {
        return new Quantity(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    @Override
    public int compareTo(Quantity other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}

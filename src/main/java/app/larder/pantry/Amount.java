package app.larder.pantry;

import app.larder.kitchen.Quantity;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount at home that can be reckoned with: a number, or packs of one size, and a unit.
 *
 * @param about the typed word that makes it a guess ("about", "ca."); empty if none
 * @param packs how many packs of {@code each} ("2 x 400 g": 2); null if it is not in packs
 * @param each the number, or the size of one pack
 * @param unit the unit as typed; empty if none
 * @param comma whether its decimals were typed with a comma, and are written so again
 */
public record Amount(String about, @Nullable Quantity packs, Quantity each, String unit, boolean comma) {

    private static final Pattern TYPED = Pattern.compile(
            "(?iu)\\s*(about|around|approx\\.?|roughly|ca\\.?|circa|etwa|ungefähr|rund|~|≈)?\\s*"
                    + "(?:([0-9][^x×*]*?)\\s*[x×*]\\s*)?([^\\s].*?)\\s*");

    /** A longer text is no amount; this keeps reckoning with it cheap. */
    private static final int MOST_CHARACTERS = 60;

    private static final BigInteger THOUSAND = BigInteger.valueOf(1000);

    /** Reads the two texts of a pantry row; empty if they hold no number to reckon with ("some", "2-3"). */
    public static Optional<Amount> of(@Nullable String quantity, @Nullable String unit) {
        if (quantity == null || quantity.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        Matcher typed = TYPED.matcher(quantity);
        if (!typed.matches()) {
            return Optional.empty();
        }
        Optional<Quantity> each = Quantity.parse(typed.group(3));
        Optional<Quantity> packs = typed.group(2) == null ? Optional.empty() : Quantity.parse(typed.group(2));
        if (each.isEmpty() || (typed.group(2) != null && packs.isEmpty())) {
            return Optional.empty();
        }
        String about = typed.group(1) == null ? "" : typed.group(1);
        boolean comma = quantity.indexOf(',') >= 0;
        return Optional.of(new Amount(about, packs.orElse(null), each.get(), unit == null ? "" : unit.strip(), comma));
    }

    /** Weights before volumes before counts, each by size; what is no amount comes last. */
    public static int compare(Optional<Amount> one, Optional<Amount> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        Amount a = one.get();
        Amount b = other.get();
        int kind = UnitWords.compareKinds(a.unit, b.unit);
        return kind != 0
                ? kind
                : UnitWords.inBaseUnit(a.total(), a.unit).compareTo(UnitWords.inBaseUnit(b.total(), b.unit));
    }

    /** All of it in its unit, packs and all. */
    public Quantity total() {
        return packs == null ? each : packs.times(each);
    }

    /**
     * The sum, in this amount's unit and, where it comes out even, in its packs. Empty if the units do not measure the
     * same, or if the sum is not a number a cook would write (half a pound and 200 g).
     */
    public Optional<Amount> plus(Amount other) {
        return UnitWords.convert(other.total(), other.unit, unit)
                .map(more -> about(other).withTotal(total().plus(more)))
                .filter(Amount::isNice);
    }

    /**
     * What is left when {@code other} is taken, rounded where it is no number a cook would write and then called "about";
     * zero if all of it is. Empty if the units do not measure the same.
     */
    public Optional<Amount> minus(Amount other) {
        Optional<Quantity> less = UnitWords.convert(other.total(), other.unit, unit);
        if (less.isEmpty()) {
            return Optional.empty();
        }
        Amount left = about(other).withTotal(total().minus(less.get()));
        if (left.isNice()) {
            return Optional.of(left.inGrams());
        }
        // What was typed says in which unit the person thinks: a pound less 200 g is left in grams.
        Amount inTheirs = UnitWords.convert(left.total(), unit, other.unit)
                .map(q -> new Amount(left.about, null, q, other.unit, other.comma))
                .orElse(left);
        Quantity step = inTheirs.each.compareTo(Quantity.of(10)) < 0 ? Quantity.of(1, 10) : Quantity.ONE;
        String guess = inTheirs.about.isEmpty() ? "about" : inTheirs.about;
        return Optional.of(new Amount(guess, null, inTheirs.each.roundedTo(step), inTheirs.unit, comma));
    }

    /** Less than a kilogram in grams, less than a litre in millilitres: what is left of 1 kg after 800 g is 200 g. */
    private Amount inGrams() {
        Optional<String> smaller = packs == null && each.compareTo(Quantity.ONE) < 0 ? UnitWords.thousandth(unit) : Optional.empty();
        return smaller.map(word -> new Amount(about, null, each.times(Quantity.of(1000)), word, comma)).orElse(this);
    }

    /** The same with so many more packs; for an amount not in packs, that much more of its unit. */
    Amount plusPacks(Quantity more) {
        return packs == null
                ? new Amount(about, null, each.plus(more), unit, comma)
                : new Amount(about, packs.plus(more), each, unit, comma);
    }

    /** The same with so many packs fewer; for an amount not in packs, that much less of its unit. Never below zero. */
    Amount minusPacks(Quantity fewer) {
        return packs == null
                ? new Amount(about, null, each.minus(fewer), unit, comma)
                : new Amount(about, packs.minus(fewer), each, unit, comma);
    }

    /** One press of + or −: a pack, a piece, or a handy step of a measure (50 g, 100 g of a kilogram, a quarter cup). */
    Quantity step() {
        return packs == null ? UnitWords.step(each, unit) : Quantity.ONE;
    }

    public boolean isZero() {
        return total().isZero();
    }

    /** Its text for {@link HouseholdIngredient#quantity}; reads back as the same amount. */
    public String quantityText() {
        String number = packs == null ? number(each) : packs + " x " + number(each);
        return about.isEmpty() ? number : about + " " + number;
    }

    /** Its text for {@link HouseholdIngredient#unit}; null if it has no unit. */
    public @Nullable String unitText() {
        return unit.isEmpty() ? null : unit;
    }

    private Amount about(Amount other) {
        return about.isEmpty() ? new Amount(other.about, packs, each, unit, comma) : this;
    }

    private Amount withTotal(Quantity total) {
        if (packs != null && !each.isZero()) {
            Quantity count = total.dividedBy(each);
            if (count.isWhole()) {
                return new Amount(about, count, each, unit, comma);
            }
        }
        return new Amount(about, null, total, unit, comma);
    }

    /** Whether it is a number a cook would write: at most three decimals, or thirds and sixths. */
    private boolean isNice() {
        BigInteger parts = each.denominator();
        return THOUSAND.mod(parts).signum() == 0 || isThirds(parts);
    }

    private static boolean isThirds(BigInteger parts) {
        return parts.equals(BigInteger.valueOf(3)) || parts.equals(BigInteger.valueOf(6));
    }

    private String number(Quantity amount) {
        boolean decimals = UnitWords.inDecimals(unit) && !isThirds(amount.denominator());
        String text = decimals && THOUSAND.mod(amount.denominator()).signum() == 0
                ? amount.decimal(3, java.util.Locale.ROOT)
                : amount.toString();
        return comma ? text.replace('.', ',') : text;
    }
}

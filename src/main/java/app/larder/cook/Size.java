package app.larder.cook;

import app.larder.kitchen.CupStandard;
import app.larder.kitchen.Quantity;
import app.larder.kitchen.Unit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An amount as it stands in a recipe or in the pantry, with the unit its word means. Immutable. */
final class Size {

    private static final Unit GRAM = Unit.ofKey("g").orElseThrow();
    private static final Quantity HUNDRED = Quantity.of(100);

    private final Quantity quantity;
    private final String word;
    private final @Nullable Unit unit;
    private final boolean about;
    private final double value;
    private final String unitKey;

    /**
     * So much of something.
     *
     * @param word the unit's word; empty for pieces
     * @param unit what the word means; null for pieces and for words nobody knows
     * @param about whether it is a guess
     */
    Size(Quantity quantity, String word, @Nullable Unit unit, boolean about) {
        this.quantity = quantity;
        this.word = word;
        this.unit = unit;
        this.about = about;
        this.value = quantity.toDouble();
        this.unitKey = (about ? "~" : "=") + (unit == null ? " " + word : unit.key());
    }

    /** An amount in a unit by its word. */
    static Size of(Quantity quantity, String word, boolean about) {
        return new Size(quantity, word, word.isEmpty() ? null : Unit.of(word).orElse(null), about);
    }

    Quantity quantity() {
        return quantity;
    }

    /** Tells units apart; two words for one unit are the same. */
    String unitKey() {
        return unitKey;
    }

    /** The quantity, near enough to compare. */
    double value() {
        return value;
    }

    String word() {
        return word;
    }

    @Nullable Unit unit() {
        return unit;
    }

    boolean about() {
        return about;
    }

    /** Whether it is said in a unit that the tables know, or in pieces. */
    boolean isKnown() {
        return unit != null || word.isEmpty();
    }

    boolean isPackage() {
        return unit != null && unit.dimension() == Unit.Dimension.PACKAGE;
    }

    /** Whether it is counted, or weighed by the hundred grams. */
    boolean isByPiece() {
        if (unit == null) {
            return word.isEmpty();
        }
        return unit.key().equals("piece")
                || (unit.dimension() == Unit.Dimension.MASS
                        && unit.convert(quantity, GRAM, CupStandard.US)
                                .map(grams -> grams.compareTo(HUNDRED) >= 0)
                                .orElse(false));
    }

    Measured measured() {
        return new Measured(quantity, word, about);
    }

    Size times(Quantity factor) {
        return new Size(quantity.times(factor), word, unit, about);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Size size
                && quantity.equals(size.quantity)
                && word.equals(size.word)
                && about == size.about;
    }

    @Override
    public int hashCode() {
        return Objects.hash(quantity, word, about);
    }
}

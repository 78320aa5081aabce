package app.larder.cook;

import app.larder.kitchen.Conversion;
import app.larder.kitchen.CupStandard;
import app.larder.kitchen.Quantity;
import app.larder.kitchen.Unit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much of each unit of one food is how much of another, as {@link Conversion} has it, near enough to compare; worked
 * out once for each unit. One thread at a time.
 */
final class Weights {

    private static final Unit GRAM = Unit.ofKey("g").orElseThrow();
    private static final Unit PIECE = Unit.ofKey("piece").orElseThrow();

    private final String food;
    private final CupStandard cups;
    private final Map<String, Double> grams = new HashMap<>();

    Weights(String food, CupStandard cups) {
        this.food = food;
        this.cups = cups;
    }

    String food() {
        return food;
    }

    CupStandard cups() {
        return cups;
    }

    /** How many of {@code to}'s unit one of {@code from}'s is; not a number if that cannot be said. */
    double factor(Size from, Size to) {
        if (alike(from, to)) {
            return 1;
        }
        if (!from.isKnown() || !to.isKnown()) {
            return Double.NaN;
        }
        Unit a = unit(from);
        Unit b = unit(to);
        return sameKind(a, b) ? size(a) / size(b) : grams(from.unit()) / grams(to.unit());
    }

    /** Whether a density or the weight of a piece stands between the two. */
    boolean isGuess(Size from, Size to) {
        return !alike(from, to) && !(from.isKnown() && to.isKnown() && sameKind(unit(from), unit(to)));
    }

    /** Whether they are counted in the same: the same unit, the same unknown word, or packs of whatever size. */
    static boolean alike(Size from, Size to) {
        if (!from.isKnown() || !to.isKnown()) {
            return from.word().equalsIgnoreCase(to.word());
        }
        return unit(from).key().equals(unit(to).key()) || (from.isPackage() && to.isPackage());
    }

    /** Whether one is metric and the other is not. */
    static boolean mixed(Size from, Size to) {
        Unit a = from.unit();
        Unit b = to.unit();
        return a != null && b != null && a.family() != b.family();
    }

    private boolean sameKind(Unit a, Unit b) {
        return a.dimension() == b.dimension() && a.size(cups) != null && b.size(cups) != null;
    }

    private double size(Unit unit) {
        return grams.computeIfAbsent("=" + unit.key(), _ -> {
            Quantity size = unit.size(cups);
            return size == null ? Double.NaN : size.toDouble();
        });
    }

    private double grams(@Nullable Unit unit) {
        return grams.computeIfAbsent(
                unit == null ? "" : unit.key(),
                _ -> Conversion.convert(Quantity.ONE, unit, GRAM, food, cups)
                        .map(amount -> amount.quantity().toDouble())
                        .orElse(Double.NaN));
    }

    private static Unit unit(Size size) {
        Unit unit = size.unit();
        return unit == null ? PIECE : unit;
    }
}

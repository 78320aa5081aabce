package app.larder.cook;

import app.larder.kitchen.Conversion;
import app.larder.kitchen.FoodMatch;
import app.larder.kitchen.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one row has to offer where a food is asked in a unit. Immutable; it holds for every amount asked in that unit. */
final class Offer {

    /** Both amounts are exact and of one system of measures: what is written is needed. */
    static final double NONE = 1e-9;

    /** One is metric and the other in ounces or cups: nobody minds 450 g for a pound. */
    static final double ROUNDED = 0.05;

    /** A density, the usual weight of a piece or a guess stands between them. */
    static final double ABOUT = 0.15;

    private final Row row;
    private final FoodMatch match;
    private final Weights weights;
    private final @Nullable Size first;
    private final @Nullable Size asked;
    private final @Nullable Size held;
    private final double amount;
    private final double slack;

    /** What a row offers, by the first pair of measures that can be compared, exact ones before others. */
    Offer(Stock.Holder holder, List<Size> sizes, Weights weights) {
        this.row = holder.row();
        this.match = holder.match();
        this.weights = weights;
        this.first = sizes.isEmpty() ? null : sizes.getFirst();
        Size bestAsked = null;
        Size bestHeld = null;
        double bestAmount = Double.NaN;
        double bestSlack = Double.MAX_VALUE;
        for (Size need : sizes) {
            for (Size have : row.sizes()) {
                double factor = weights.factor(have, need);
                double found = slack(need, have, weights);
                if (!Double.isNaN(factor) && found < bestSlack) {
                    bestAsked = need;
                    bestHeld = have;
                    bestSlack = found;
                    bestAmount = have.value() * factor * (sizes.getFirst().value() / need.value());
                }
            }
        }
        this.asked = bestAsked;
        this.held = bestHeld;
        this.amount = bestAmount;
        this.slack = bestSlack;
    }

    private static double slack(Size need, Size have, Weights weights) {
        if (need.about() || have.about() || weights.isGuess(have, need)) {
            return ABOUT;
        }
        return Weights.mixed(have, need) ? ROUNDED : NONE;
    }

    Row row() {
        return row;
    }

    FoodMatch match() {
        return match;
    }

    /** How much the row holds, exactly, in the unit that is asked first; null if that cannot be said. */
    @Nullable Quantity have() {
        Size from = held;
        Size to = asked;
        Size shown = first;
        if (from == null || to == null || shown == null) {
            return null;
        }
        Quantity same = Weights.alike(from, to)
                ? from.quantity()
                : Conversion.convert(from.quantity(), from.unit(), to.unit(), weights.food(), weights.cups())
                        .orElseThrow()
                        .quantity();
        return to.equals(shown) ? same : same.times(shown.quantity()).dividedBy(to.quantity());
    }

    /** The same, near enough to compare; not a number if it cannot be said. */
    double amount() {
        return amount;
    }

    /** How much less will do, as a share of what is needed. */
    double slack() {
        return slack;
    }

    /** Whether there is a guess in it. */
    boolean about() {
        return held != null && slack >= ABOUT;
    }
}

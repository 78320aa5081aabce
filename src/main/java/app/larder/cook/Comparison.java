package app.larder.cook;

import app.larder.kitchen.Conversion;
import app.larder.kitchen.CupStandard;
import app.larder.kitchen.Quantity;
import app.larder.kitchen.Unit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a row holds, in the unit of a need.
 *
 * @param have how much the row holds, in the unit of the need's first size
 * @param share that amount divided by what is needed
 * @param slack how much less will do, as a share of what is needed
 */
record Comparison(Quantity have, double share, double slack) {

    /** Both amounts are exact and of one system of measures: what is written is needed. */
    static final double NONE = 1e-9;

    /** One is metric and the other in ounces or cups: nobody minds 450 g for a pound. */
    static final double ROUNDED = 0.05;

    /** A density, the usual weight of a piece or a guess stands between them. */
    static final double ABOUT = 0.15;

    /** Whether there is a guess in it. */
    boolean about() {
        return slack >= ABOUT;
    }

    /** Compares by the first pair of measures that can be compared, exact ones before others; empty if none can. */
    static Optional<Comparison> of(List<Size> needed, List<Size> held, String food, CupStandard cups) {
        Comparison best = null;
        for (Size need : needed) {
            for (Size have : held) {
                Comparison found = of(need, have, food, cups, needed.getFirst());
                if (found != null && (best == null || found.slack < best.slack)) {
                    best = found;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static @Nullable Comparison of(Size need, Size have, String food, CupStandard cups, Size first) {
        if (!need.isKnown() || !have.isKnown()) {
            return need.word().equalsIgnoreCase(have.word()) ? of(need, have.quantity(), slack(need, have), first) : null;
        }
        if (need.isPackage() && have.isPackage()) {
            return of(need, have.quantity(), slack(need, have), first);
        }
        return Conversion.convert(have.quantity(), have.unit(), need.unit(), food, cups)
                .map(found -> of(need, found.quantity(), found.about() ? ABOUT : slack(need, have), first))
                .orElse(null);
    }

    private static Comparison of(Size need, Quantity have, double slack, Size first) {
        Quantity inFirst = need.equals(first) ? have : have.times(first.quantity()).dividedBy(need.quantity());
        return new Comparison(inFirst, inFirst.toDouble() / first.quantity().toDouble(), slack);
    }

    private static double slack(Size need, Size have) {
        if (need.about() || have.about()) {
            return ABOUT;
        }
        Unit a = need.unit();
        Unit b = have.unit();
        boolean mixed = a != null && b != null && a.family() != b.family();
        return mixed ? ROUNDED : NONE;
    }
}

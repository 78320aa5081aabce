package app.larder.cook;

import app.larder.kitchen.CupStandard;
import app.larder.kitchen.FoodMatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One food of one line while the rows are dealt out. */
final class AskWork {

    /** Less of a row than this share of a need is nothing. */
    private static final double NOTHING = 1e-9;

    private final Need.Ask ask;
    private final List<Size> sizes;
    private final List<Stock.Holder> holders;
    private final List<Part> parts = new ArrayList<>(1);
    private @Nullable Part unknown;
    private double filled;
    private double slack = Comparison.NONE;

    AskWork(Need.Ask ask, List<Size> sizes, List<Stock.Holder> holders) {
        this.ask = ask;
        this.sizes = sizes;
        this.holders = holders;
    }

    /** Takes from the rows that answer in this way what is still needed. */
    void take(FoodMatch level, double[] left, CupStandard cups) {
        boolean better = unknown != null && unknown.match().compareTo(level) < 0;
        if (better || (level == FoodMatch.INSTEAD && ask.staple())) {
            return;
        }
        for (Stock.Holder holder : holders) {
            if (holder.match() == level && !isEnough()) {
                take(holder, left, cups);
            }
        }
    }

    private void take(Stock.Holder holder, double[] left, CupStandard cups) {
        Row row = holder.row();
        if (sizes.isEmpty()) {
            parts.add(new Part(row, holder.match(), null, 1, 0));
            filled = 1;
            return;
        }
        Comparison found = row.sizes().isEmpty()
                ? null
                : Comparison.of(sizes, row.sizes(), ask.food(), cups).orElse(null);
        if (found == null) {
            unknown = unknown == null ? new Part(row, holder.match(), null, 1, 0) : unknown;
            return;
        }
        double available = found.share() * left[row.slot()];
        if (available > NOTHING) {
            double taken = Math.min(available, 1 - filled);
            left[row.slot()] = taken == available ? 0 : left[row.slot()] - taken / found.share();
            parts.add(new Part(row, holder.match(), found, available, taken));
            filled += taken;
            slack = Math.max(slack, found.slack());
        }
    }

    /** Puts back what was taken. */
    void release(double[] left) {
        for (Part part : parts) {
            Comparison comparison = part.comparison();
            if (comparison != null) {
                left[part.row().slot()] += part.taken() / comparison.share();
            }
        }
    }

    private boolean isEnough() {
        return filled + slack >= 1;
    }

    /** Everything it uses, a row of unknown amount last. */
    List<Part> parts() {
        if (unknown == null || isEnough()) {
            return parts;
        }
        List<Part> all = new ArrayList<>(parts);
        all.add(unknown);
        return all;
    }

    Reason reason() {
        Reason reason = withoutStaples();
        return ask.staple() && reason.state() != LineState.COVERED ? Reason.STAPLE : reason;
    }

    private Reason withoutStaples() {
        List<Part> used = parts();
        if (used.isEmpty()) {
            return Reason.NOT_AT_HOME;
        }
        boolean instead = used.stream().anyMatch(part -> part.match() == FoodMatch.INSTEAD);
        boolean only = used.stream().allMatch(part -> part.match() == FoodMatch.INSTEAD);
        if (isEnough() || unknown != null) {
            return instead ? Reason.INSTEAD : isEnough() ? enough() : Reason.AMOUNT_UNKNOWN;
        }
        return only ? Reason.INSTEAD : Reason.LESS;
    }

    private Reason enough() {
        return sizes.isEmpty() ? Reason.ANY_AMOUNT : Reason.ENOUGH;
    }
}

package app.larder.cook;

import app.larder.kitchen.FoodMatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One food of one line while the rows are dealt out. */
final class AskWork {

    /** Less of a row than this is nothing. */
    private static final double NOTHING = 1e-9;

    private final Need.Ask ask;
    private final double needed;
    private final Offer[] offers;
    private final List<Part> parts = new ArrayList<>(1);
    private @Nullable Part unknown;
    private int next;
    private double filled;
    private double slack = Offer.NONE;

    /** A food that is asked: so many of a unit, or not a number for any amount; and what the rows offer, best first. */
    AskWork(Need.Ask ask, double needed, Offer[] offers) {
        this.ask = ask;
        this.needed = needed;
        this.offers = offers;
    }

    /** Takes from the rows that answer in this way what is still needed. */
    void take(FoodMatch level, double[] left) {
        Part before = unknown;
        boolean better = before != null && before.offer().match().compareTo(level) < 0;
        if (better || isEnough() || (level == FoodMatch.INSTEAD && ask.staple())) {
            return;
        }
        while (next < offers.length && offers[next].match().compareTo(level) <= 0 && !isEnough()) {
            take(offers[next++], left);
        }
    }

    private void take(Offer offer, double[] left) {
        if (Double.isNaN(needed)) {
            parts.add(new Part(offer, 1, 0));
            filled = 1;
            return;
        }
        if (Double.isNaN(offer.amount())) {
            unknown = unknown == null ? new Part(offer, 1, 0) : unknown;
            return;
        }
        int slot = offer.row().slot();
        double share = offer.amount() / needed;
        double available = share * left[slot];
        if (available > NOTHING) {
            boolean all = available <= 1 - filled;
            double taken = all ? left[slot] : (1 - filled) / share;
            parts.add(new Part(offer, left[slot], taken));
            left[slot] = all ? 0 : left[slot] - taken;
            filled += all ? available : 1 - filled;
            slack = Math.max(slack, offer.slack());
        }
    }

    /** Puts back what was taken. */
    void release(double[] left) {
        for (Part part : parts) {
            left[part.row().slot()] += part.taken();
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
        boolean instead = false;
        boolean itself = false;
        for (Part part : parts()) {
            instead |= part.offer().match() == FoodMatch.INSTEAD;
            itself |= part.offer().match() != FoodMatch.INSTEAD;
        }
        if (!instead && !itself) {
            return Reason.NOT_AT_HOME;
        }
        if (isEnough() || unknown != null) {
            return instead ? Reason.INSTEAD : isEnough() ? enough() : Reason.AMOUNT_UNKNOWN;
        }
        return itself ? Reason.LESS : Reason.INSTEAD;
    }

    private Reason enough() {
        return Double.isNaN(needed) ? Reason.ANY_AMOUNT : Reason.ENOUGH;
    }
}

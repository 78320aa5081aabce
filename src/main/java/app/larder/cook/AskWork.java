package app.larder.cook;

import app.larder.kitchen.FoodMatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/** One food of one line, or of many lines one after the other, while the rows are dealt out. One thread at a time. */
final class AskWork {

    /** Less of a row than this is nothing. */
    private static final double NOTHING = 1e-9;

    private final Need.Ask ask;
    private final Offer[] offers;
    private final double[] before;
    private final double[] taken;
    private double needed = Double.NaN;
    private int next;
    private int unknown = -1;
    private int used;
    private int first;
    private int last;
    private boolean itself;
    private boolean instead;
    private double filled;
    private double slack = Offer.NONE;

    /** A food that is asked, and what the rows offer of it, best first. */
    AskWork(Need.Ask ask, Offer[] offers) {
        this.ask = ask;
        this.offers = offers;
        this.before = new double[offers.length];
        this.taken = new double[offers.length];
    }

    /** Forgets what was taken; asks so many of the unit from now on, or not a number for any amount. */
    void begin(double amount) {
        Arrays.fill(before, 0, next, 0);
        Arrays.fill(taken, 0, next, 0);
        needed = amount;
        next = 0;
        unknown = -1;
        used = 0;
        itself = false;
        instead = false;
        filled = 0;
        slack = Offer.NONE;
    }

    /** Takes from the rows that answer in this way or a better one what is still needed. */
    void take(FoodMatch level, double[] left) {
        while (next < offers.length && !isEnough() && offers[next].match().compareTo(level) <= 0 && mayTake(next)) {
            take(next++, left);
        }
    }

    /** Nothing stands in for what is always at home, or for what is there in an amount nobody knows. */
    private boolean mayTake(int place) {
        FoodMatch match = offers[place].match();
        return (unknown < 0 || offers[unknown].match().compareTo(match) >= 0)
                && !(match == FoodMatch.INSTEAD && ask.staple());
    }

    private void take(int place, double[] left) {
        Offer offer = offers[place];
        if (Double.isNaN(needed)) {
            unknown = place;
            filled = 1;
            return;
        }
        if (Double.isNaN(offer.amount())) {
            unknown = unknown < 0 ? place : unknown;
            return;
        }
        int slot = offer.row().slot();
        if (left[slot] > NOTHING && offer.amount() > 0) {
            double share = offer.amount() / needed;
            double available = share * left[slot];
            boolean all = available <= 1 - filled;
            first = used++ == 0 ? place : first;
            last = place;
            note(offer);
            before[place] = left[slot];
            taken[place] = all ? left[slot] : (1 - filled) / share;
            left[slot] = all ? 0 : left[slot] - taken[place];
            filled += all ? available : 1 - filled;
            slack = Math.max(slack, offer.slack());
        }
    }

    private void note(Offer offer) {
        instead |= offer.match() == FoodMatch.INSTEAD;
        itself |= offer.match() != FoodMatch.INSTEAD;
    }

    /** Puts back what was taken. */
    void release(double[] left) {
        for (int i = 0; i < next; i++) {
            left[offers[i].row().slot()] += taken[i];
        }
    }

    /** Makes everything as it was, if nothing else has been taken since. */
    void restore(double[] left) {
        for (int i = 0; i < next; i++) {
            if (taken[i] > 0) {
                left[offers[i].row().slot()] = before[i];
            }
        }
    }

    /** Makes the rows it took from whole. */
    void refill(double[] left) {
        for (int i = 0; i < next; i++) {
            left[offers[i].row().slot()] = 1;
        }
    }

    private boolean isEnough() {
        return filled + slack >= 1;
    }

    /** How many rows of known amount it uses. */
    int used() {
        return used;
    }

    /** The slot of the first row it uses; -1 if there is none. */
    int first() {
        int place = used > 0 ? first : unknown;
        return place < 0 ? -1 : offers[place].row().slot();
    }

    /** The share of the last row of known amount that it takes. */
    double last() {
        return used > 0 ? taken[last] : 0;
    }

    /** Whether it uses a row of which no amount can be compared. */
    boolean usesSpare() {
        return unknown >= 0 && (Double.isNaN(needed) || !isEnough());
    }

    /** Goes through the slots of the rows it uses. */
    void rows(IntConsumer sink) {
        for (int i = 0; i < next; i++) {
            if (taken[i] > 0) {
                sink.accept(offers[i].row().slot());
            }
        }
        if (usesSpare()) {
            sink.accept(offers[unknown].row().slot());
        }
    }

    /** Everything it uses, a row of unknown amount last. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>(1);
        for (int i = 0; i < next; i++) {
            if (taken[i] > 0) {
                parts.add(new Part(offers[i], before[i], taken[i]));
            }
        }
        if (usesSpare()) {
            parts.add(new Part(offers[unknown], 1, 0));
        }
        return parts;
    }

    Reason reason() {
        Reason reason = withoutStaples();
        return ask.staple() && reason.state() != LineState.COVERED ? Reason.STAPLE : reason;
    }

    private Reason withoutStaples() {
        if (usesSpare()) {
            note(offers[unknown]);
        }
        if (!instead && !itself) {
            return Reason.NOT_AT_HOME;
        }
        if (isEnough() || unknown >= 0) {
            return instead ? Reason.INSTEAD : isEnough() ? enough() : Reason.AMOUNT_UNKNOWN;
        }
        return itself ? Reason.LESS : Reason.INSTEAD;
    }

    private Reason enough() {
        return Double.isNaN(needed) ? Reason.ANY_AMOUNT : Reason.ENOUGH;
    }
}

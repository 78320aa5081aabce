package app.larder.cook;

import app.larder.kitchen.FoodMatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Deals what is at home out to the lines of one recipe, no row twice: first to each line what is the same thing, then
 * kinds of it, then what it is made from, then what can stand in; of equals, what came home first.
 */
final class Allotment {

    private static final FoodMatch[] LEVELS = FoodMatch.values();

    private final Offers offers;
    private final double[] left;

    Allotment(Offers offers) {
        this.offers = offers;
        this.left = new double[offers.slots()];
        Arrays.fill(left, 1);
    }

    /** What the rows offer to a need that asks one food. */
    Offer[] offers(Need need) {
        return offers.of(need.options().getFirst().getFirst(), need.sizes());
    }

    /** As {@link #alone(Need)}, for a need that asks one food, with what the rows offer to it. */
    LineWork alone(Need need, Offer[] offered) {
        LineWork line = new LineWork(need, offered);
        takeAll(line);
        return alone(line);
    }

    /** How one line would do if it had everything for itself. */
    LineWork alone(Need need) {
        return alone(tried(need));
    }

    private LineWork alone(LineWork line) {
        for (Part part : line.parts()) {
            left[part.row().slot()] = 1;
        }
        return line;
    }

    /** How the lines of a recipe do together, in the same order. */
    List<LineWork> together(List<Need> needs) {
        List<LineWork> lines = new ArrayList<>(needs.size());
        for (Need need : needs) {
            lines.add(need.options().size() > 1 ? favourite(need) : first(need));
        }
        for (FoodMatch level : LEVELS) {
            for (LineWork line : lines) {
                line.take(level, left);
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            LineWork line = lines.get(i);
            if (line.need().options().size() > 1 && line.reason().state() != LineState.COVERED) {
                line.release(left);
                lines.set(i, tried(line.need()));
            }
        }
        Arrays.fill(left, 1);
        return lines;
    }

    private LineWork first(Need need) {
        return need.options().isEmpty() ? new LineWork(need) : new LineWork(need, need.options().getFirst(), offers);
    }

    /** The alternative that would do best alone, with nothing taken yet. */
    private LineWork favourite(Need need) {
        List<Need.Ask> best = need.options().getFirst();
        Reason bestReason = Reason.NO_FOOD;
        for (List<Need.Ask> option : need.options()) {
            LineWork line = new LineWork(need, option, offers);
            takeAll(line);
            Reason reason = line.reason();
            line.release(left);
            if (reason.compareTo(bestReason) < 0) {
                best = option;
                bestReason = reason;
            }
        }
        return new LineWork(need, best, offers);
    }

    /** The best alternative with what is left, taken. */
    private LineWork tried(Need need) {
        LineWork line = need.options().size() > 1 ? favourite(need) : first(need);
        takeAll(line);
        return line;
    }

    private void takeAll(LineWork line) {
        for (FoodMatch level : LEVELS) {
            line.take(level, left);
        }
    }
}

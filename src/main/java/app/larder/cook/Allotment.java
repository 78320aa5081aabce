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

    /** What the rows offer to a need that asks one food, best first. */
    Offer[] offers(Need need) {
        return offers.of(need.options().getFirst().getFirst(), need.sizes());
    }

    /** The slots of all rows that answer something a need asks, some perhaps twice. */
    int[] candidates(Need need) {
        return need.options().stream()
                .flatMap(List::stream)
                .flatMapToInt(ask -> offers.slots(ask))
                .toArray();
    }

    /** Works out how one food would do if it had everything for itself. */
    void alone(AskWork work) {
        work.take(LEVELS[LEVELS.length - 1], left);
        work.restore(left);
    }

    /** How one line would do if it had everything for itself. */
    LineWork alone(Need need) {
        LineWork line = tried(need);
        line.restore(left);
        return line;
    }

    /** A line with nothing taken yet, answered by the alternative that would do best if it had everything for itself. */
    LineWork begun(Need need) {
        return need.options().size() > 1 ? favourite(need) : first(need);
    }

    /** Deals out to the lines of a recipe, with nothing taken yet; alternatives are tried again with what is left. */
    void together(List<LineWork> lines) {
        List<LineWork> first = List.copyOf(lines);
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
        first.forEach(line -> line.refill(left));
        lines.forEach(line -> line.refill(left));
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
            line.restore(left);
            if (reason.compareTo(bestReason) < 0) {
                best = option;
                bestReason = reason;
            }
        }
        return new LineWork(need, best, offers);
    }

    /** The best alternative with what is left, taken. */
    private LineWork tried(Need need) {
        LineWork line = begun(need);
        takeAll(line);
        return line;
    }

    private void takeAll(LineWork line) {
        for (FoodMatch level : LEVELS) {
            line.take(level, left);
        }
    }
}

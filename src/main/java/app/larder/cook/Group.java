package app.larder.cook;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lines that one look at the rows answers: all that ask one food in one unit, or a single line that names alternatives,
 * several foods or two measures. One thread at a time.
 */
final class Group {

    private static final int[] NO_ROWS = {};
    private static final Offer[] NO_OFFERS = {};

    private final Need need;
    private final Need.@Nullable Group common;
    private final Ints lines = new Ints();
    private Offer[] offers = NO_OFFERS;
    private int[] rows = NO_ROWS;
    private int[] could = NO_ROWS;
    private double @Nullable [] taken;
    private int spare = -1;

    /** A group without lines; what is common to its lines is null if only one line can stand in it. */
    Group(Need need, Need.@Nullable Group common) {
        this.need = need;
        this.common = common;
    }

    /** What its lines ask; of several, all but the amount. */
    Need need() {
        return need;
    }

    Need.@Nullable Group common() {
        return common;
    }

    /** The food its lines ask, nothing taken yet; for a group of several. */
    AskWork work() {
        return new AskWork(need.options().getFirst().getFirst(), offers);
    }

    /** The numbers of its lines. */
    Ints lines() {
        return lines;
    }

    /** The slot of the row that is used at a place. */
    int row(int place) {
        return rows[place];
    }

    /** The slots of all rows its lines could use, if others took more or less; not to be changed. */
    int[] could() {
        return could;
    }

    /** How many rows its lines may use. */
    int rows() {
        return rows.length;
    }

    /** The slot of the row that is used where no amount can be compared; -1 if there is none. */
    int spare() {
        return spare;
    }

    /** Whether it is for lines of one food and unit; else for one line alone. */
    boolean isShared() {
        return common != null;
    }

    /** The share of the row at a place that is taken by a line which uses another one after it. */
    double share(int place) {
        return taken == null ? 1 : taken[place];
    }

    /**
     * The rows that answer are these now, best first. A line uses the first of those whose amount is known, as many as it
     * takes; what can be compared with nothing is used last, the best of it.
     *
     * @return how many rows from the first are the same as before
     */
    int answeredBy(Offer[] best) {
        offers = best;
        int[] before = rows;
        int[] known = new int[offers.length];
        int count = 0;
        spare = -1;
        for (Offer offer : offers) {
            if (offer.amount() > 0) {
                known[count++] = offer.row().slot();
            } else if (spare < 0 && Double.isNaN(offer.amount())) {
                spare = offer.row().slot();
            }
        }
        rows = Arrays.copyOf(known, count);
        could = spare < 0 ? rows : with(rows, spare);
        int same = Arrays.mismatch(before, rows);
        return same < 0 ? count : same;
    }

    /** The one line of this group has been worked out; it could use the rows at these slots. */
    void answeredBy(LineWork line, int[] candidates) {
        could = candidates;
        rows = line.parts().stream().mapToInt(part -> part.row().slot()).toArray();
        taken = line.parts().stream().mapToDouble(Part::taken).toArray();
    }

    private static int[] with(int[] slots, int more) {
        int[] all = Arrays.copyOf(slots, slots.length + 1);
        all[slots.length] = more;
        return all;
    }
}

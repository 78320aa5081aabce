package app.larder.cook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Adds a recipe's lines up. One thread at a time. */
final class Totals {

    private static final int[] NONE = {};

    private final Needs needs;
    private final Allotment allotment;
    private final Stock stock;
    private final int[] usedBy;
    private final int[] countedBy;
    private final double[] taken;
    private int turn;
    private boolean tight;

    Totals(Needs needs, Allotment allotment, Stock stock) {
        this.needs = needs;
        this.allotment = allotment;
        this.stock = stock;
        this.usedBy = new int[stock.slots()];
        this.countedBy = new int[stock.slots()];
        this.taken = new double[stock.slots()];
    }

    /** Whether the lines of the recipe last added up compete for rows. */
    boolean wasTight() {
        return tight;
    }

    Place place(Entry entry) {
        turn++;
        Counts counts = new Counts();
        tight = overdrawn(entry.needs());
        if (tight) {
            List<Need> lines = new ArrayList<>(entry.needs().length);
            for (int need : entry.needs()) {
                lines.add(needs.need(need));
            }
            List<LineWork> works = allotment.together(lines);
            int[] rows = works.stream()
                    .flatMap(work -> work.parts().stream())
                    .mapToInt(part -> part.row().slot())
                    .toArray();
            works.forEach(work -> counts.add(work.reason().state()));
            return place(entry, counts, soon(rows));
        }
        int[] rows = NONE;
        for (int need : entry.needs()) {
            Judgement judgement = needs.judgement(need);
            counts.add(judgement.reason().state());
            int[] soon = soon(judgement.rows());
            if (soon.length > 0) {
                int[] both = Arrays.copyOf(rows, rows.length + soon.length);
                System.arraycopy(soon, 0, both, rows.length, soon.length);
                rows = both;
            }
        }
        return place(entry, counts, rows);
    }

    private Place place(Entry entry, Counts counts, int[] soonRows) {
        int weight = 0;
        for (int slot : soonRows) {
            Row row = stock.row(slot);
            weight += row == null ? 0 : row.soon();
        }
        return new Place(entry, counts.tally(weight), soonRows);
    }

    /** Whether the lines together would take more from some row than it has. */
    private boolean overdrawn(int[] lines) {
        for (int need : lines) {
            Judgement judgement = needs.judgement(need);
            int[] rows = judgement.rows();
            double[] shares = judgement.taken();
            for (int i = 0; i < rows.length; i++) {
                int row = rows[i];
                double before = usedBy[row] == turn ? taken[row] : 0;
                if (shares[i] > 0 && before > 0 && before + shares[i] > 1 + Offer.NONE) {
                    return true;
                }
                usedBy[row] = turn;
                taken[row] = before + shares[i];
            }
        }
        return false;
    }

    /** Those of the rows that should be used soon and have not been counted for this recipe. */
    private int[] soon(int[] rows) {
        int[] found = NONE;
        for (int slot : rows) {
            Row row = stock.row(slot);
            if (row != null && row.soon() > 0 && countedBy[slot] != turn) {
                countedBy[slot] = turn;
                found = Arrays.copyOf(found, found.length + 1);
                found[found.length - 1] = slot;
            }
        }
        return found;
    }
}

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
    private int turn;

    Totals(Needs needs, Allotment allotment, Stock stock) {
        this.needs = needs;
        this.allotment = allotment;
        this.stock = stock;
        this.usedBy = new int[stock.slots()];
        this.countedBy = new int[stock.slots()];
    }

    Place place(Entry entry) {
        turn++;
        Counts counts = new Counts();
        if (shares(entry.needs())) {
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

    /** Whether two lines would take from one row. */
    private boolean shares(int[] lines) {
        for (int need : lines) {
            Judgement judgement = needs.judgement(need);
            if (judgement.takes()) {
                for (int row : judgement.rows()) {
                    if (usedBy[row] == turn) {
                        return true;
                    }
                }
                for (int row : judgement.rows()) {
                    usedBy[row] = turn;
                }
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

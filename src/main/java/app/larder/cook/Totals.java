package app.larder.cook;

import java.util.ArrayList;
import java.util.List;

/** Adds a recipe's lines up. One thread at a time. */
final class Totals {

    private static final int[] NONE = {};
    private static final int NO_LINE = -1;

    private final Lines lines;
    private final Allotment allotment;
    private final int[] soon;
    private final int[] turns;
    private final double[] taken;
    private final int[] takenBy;
    private final Ints soonRows = new Ints();
    private final Ints overdrawn = new Ints();
    private int turn;

    Totals(Lines lines, Allotment allotment, Stock stock) {
        this.lines = lines;
        this.allotment = allotment;
        this.soon = stock.soon();
        this.turns = new int[soon.length];
        this.taken = new double[soon.length];
        this.takenBy = new int[soon.length];
    }

    Place place(Entry entry) {
        overdrawn.clear();
        begin();
        Counts counts = new Counts();
        for (int line : entry.lines()) {
            lines.disentangle(line);
            add(line, counts);
        }
        if (overdrawn.count() > 0) {
            counts = together(entry);
        }
        return new Place(entry, counts, soonRows.count() == 0 ? NONE : soonRows.toArray(), soon);
    }

    private void begin() {
        turn++;
        soonRows.clear();
    }

    /** Counts a line as if it had everything for itself. */
    private void add(int line, Counts counts) {
        counts.add(lines.reason(line).state());
        lines.rows(line, (row, share) -> use(row, share, line));
    }

    /** A share of a row is used up by a line; lines that would use up more than all of it have to be dealt with together. */
    private void use(int row, double share, int line) {
        if (turns[row] != turn) {
            turns[row] = turn;
            taken[row] = share;
            takenBy[row] = line;
            if (soon[row] > 0) {
                soonRows.add(row);
            }
        } else if (share > 0) {
            double before = taken[row];
            taken[row] = before + share;
            if (before > 0) {
                lines.entangle(line);
                lines.entangle(takenBy[row]);
            }
            if (before > 0 && before + share > 1 + Offer.NONE) {
                overdrawn.add(row);
            }
            takenBy[row] = line;
        }
    }

    /** Deals out to the lines that an overdrawn row touches; the others keep what they would have for themselves. */
    private Counts together(Entry entry) {
        int[] all = entry.lines();
        boolean[] touched = touched(all);
        List<LineWork> works = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            if (touched[i]) {
                lines.entangle(all[i]);
                works.add(lines.work(all[i], allotment));
            }
        }
        allotment.together(works);
        begin();
        Counts counts = new Counts();
        for (int i = 0; i < all.length; i++) {
            if (!touched[i]) {
                add(all[i], counts);
            }
        }
        for (LineWork work : works) {
            counts.add(work.reason().state());
            work.rows(row -> use(row, 0, NO_LINE));
        }
        return counts;
    }

    /** Which lines could use an overdrawn row, or a row that such a line could use instead, and so on. */
    private boolean[] touched(int[] all) {
        boolean[] touched = new boolean[all.length];
        begin();
        for (int i = 0; i < overdrawn.count(); i++) {
            turns[overdrawn.get(i)] = turn;
        }
        boolean more = true;
        while (more) {
            more = false;
            for (int i = 0; i < all.length; i++) {
                Group group = touched[i] ? null : lines.group(all[i]);
                if (group != null && couldUseMarked(group)) {
                    touched[i] = true;
                    more = true;
                    for (int row : group.could()) {
                        turns[row] = turn;
                    }
                }
            }
        }
        return touched;
    }

    private boolean couldUseMarked(Group group) {
        for (int row : group.could()) {
            if (turns[row] == turn) {
                return true;
            }
        }
        return false;
    }
}

package app.larder.cook;

import java.util.Arrays;
import java.util.Comparator;

/** A recipe in the ranking. Immutable. */
final class Place {

    /** Fewest missing, then fewest partly, then most to be used soon, then quickest, then by name. */
    static final Comparator<Place> ORDER = Place::compare;

    private static final int INDEX_BITS = 19;

    private final int slot;
    private final Entry entry;
    private final Tally tally;
    private final int[] soonRows;
    private final long rank;

    /**
     * A recipe with its lines counted.
     *
     * @param soonRows the slots of the rows it uses that should be used soon; not copied
     * @param soon how pressing it is to use the row of each slot
     */
    Place(Entry entry, Counts counts, int[] soonRows, int[] soon) {
        int weight = 0;
        for (int slot : soonRows) {
            weight += soon[slot];
        }
        this.slot = entry.slot();
        this.entry = entry;
        this.tally = counts.tally(weight);
        this.soonRows = soonRows;
        this.rank = rank(tally, entry.minutes());
    }

    /** The recipe's place among the recipes. */
    int slot() {
        return slot;
    }

    Entry entry() {
        return entry;
    }

    Tally tally() {
        return tally;
    }

    /** The slots of the rows it uses that should be used soon; not to be changed. */
    int[] soonRows() {
        return soonRows;
    }

    /** Whether it is the same recipe at the same place for the same reasons. */
    boolean sameAs(Place other) {
        return entry.equals(other.entry)
                && rank == other.rank
                && tally.covered() == other.tally.covered()
                && Arrays.equals(soonRows, other.soonRows);
    }

    /** What comes before the name in the order, in 44 bits; very great numbers count as one. */
    private static long rank(Tally tally, int minutes) {
        long missing = Math.min(tally.missing(), 0xFF);
        long partly = Math.min(tally.partly(), 0xFF);
        long later = 0xFFFL - Math.min(tally.soon(), 0xFFF);
        return missing << 36 | partly << 28 | later << 16 | Math.min(minutes, 0xFFFF);
    }

    /** Brings places into their order: by one number each first, which needs no look at the places. */
    static void sort(Place[] places) {
        if (places.length > 1 << INDEX_BITS) {
            Arrays.sort(places, ORDER);
            return;
        }
        long[] keys = new long[places.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = places[i].rank << INDEX_BITS | i;
        }
        Arrays.sort(keys);
        Place[] before = places.clone();
        for (int i = 0; i < keys.length; i++) {
            places[i] = before[(int) (keys[i] & (1 << INDEX_BITS) - 1)];
        }
        for (int from = 0, to; from < keys.length; from = to) {
            to = from + 1;
            while (to < keys.length && keys[to] >> INDEX_BITS == keys[from] >> INDEX_BITS) {
                to++;
            }
            Arrays.sort(places, from, to, ORDER);
        }
    }

    private static int compare(Place a, Place b) {
        int order = Long.compare(a.rank, b.rank);
        if (order == 0) {
            order = Integer.compare(a.tally.missing(), b.tally.missing());
        }
        if (order == 0) {
            order = Integer.compare(a.tally.partly(), b.tally.partly());
        }
        if (order == 0) {
            order = Integer.compare(b.tally.soon(), a.tally.soon());
        }
        if (order == 0) {
            order = Integer.compare(a.entry.minutes(), b.entry.minutes());
        }
        if (order == 0) {
            order = a.entry.sortName().compareTo(b.entry.sortName());
        }
        return order == 0 ? a.entry.id().compareTo(b.entry.id()) : order;
    }
}

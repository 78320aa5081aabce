package app.larder.cook;

import java.util.Comparator;

/** A recipe in the ranking. Immutable. */
final class Place {

    /** Fewest missing, then fewest partly, then most to be used soon, then quickest, then by name. */
    static final Comparator<Place> ORDER = Place::compare;

    private final Entry entry;
    private final Tally tally;
    private final int[] soonRows;

    /** A recipe with its lines counted; {@code soonRows} is not copied. */
    Place(Entry entry, Tally tally, int[] soonRows) {
        this.entry = entry;
        this.tally = tally;
        this.soonRows = soonRows;
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

    private static int compare(Place a, Place b) {
        int order = Integer.compare(a.tally.missing(), b.tally.missing());
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

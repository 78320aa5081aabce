package app.larder.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** Cuts long lists, because a statement takes only so many parameters. */
final class Slices {

    private static final int SIZE = 500;

    private Slices() {}

    /** The distinct values in their order, at most 500 in a list. */
    static <T> List<List<T>> of(Collection<T> values) {
        List<T> distinct = new ArrayList<>(new LinkedHashSet<>(values));
        List<List<T>> slices = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += SIZE) {
            slices.add(distinct.subList(from, Math.min(distinct.size(), from + SIZE)));
        }
        return slices;
    }
}

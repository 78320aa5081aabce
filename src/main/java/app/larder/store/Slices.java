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
        return of(List.copyOf(new LinkedHashSet<>(values)), SIZE);
    }

    /** All values in their order, so many in a list at most. */
    static <T> List<List<T>> of(List<T> values, int size) {
        List<List<T>> slices = new ArrayList<>();
        for (int from = 0; from < values.size(); from += size) {
            slices.add(values.subList(from, Math.min(values.size(), from + size)));
        }
        return slices;
    }
}

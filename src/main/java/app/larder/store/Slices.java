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
        return ofAll(List.copyOf(new LinkedHashSet<>(values)));
    }

    /** All values in their order, at most 500 in a list. */
    static <T> List<List<T>> ofAll(List<T> values) {
        List<List<T>> slices = new ArrayList<>();
        for (int from = 0; from < values.size(); from += SIZE) {
            slices.add(values.subList(from, Math.min(values.size(), from + SIZE)));
        }
        return slices;
    }
}

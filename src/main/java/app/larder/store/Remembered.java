package app.larder.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The forms of the terms asked for last, so that each letter typed does not look the words before it up again.
 * Thread-safe.
 */
final class Remembered implements Function<String, Set<String>> {

    private static final int TERMS = 256;

    private final Function<String, Set<String>> forms;
    private final Map<String, Set<String>> last = new LinkedHashMap<>(TERMS, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<String>> eldest) {
            return size() > TERMS;
        }
    };

    /** Remembers what a pure function says. */
    Remembered(Function<String, Set<String>> forms) {
        this.forms = forms;
    }

    @Override
    public Set<String> apply(String term) {
        synchronized (last) {
            return last.computeIfAbsent(term, forms);
        }
    }
}

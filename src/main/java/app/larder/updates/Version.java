package app.larder.updates;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A version as Larder counts them: two to four numbers, like 0.2.0.
 *
 * @param numbers the numbers, the weightiest first
 */
record Version(List<Integer> numbers) implements Comparable<Version> {

    private static final Pattern FORM = Pattern.compile("\\d{1,4}(\\.\\d{1,4}){1,3}");

    /** The version a text is, blanks around it aside; empty if it is none. */
    static Optional<Version> of(String text) {
        String stripped = text.strip();
        return FORM.matcher(stripped).matches()
                ? Optional.of(new Version(Arrays.stream(stripped.split("\\.", -1)).map(Integer::valueOf).toList()))
                : Optional.empty();
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int order = Integer.compare(at(i), other.at(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int at(int place) {
        return place < numbers.size() ? numbers.get(place) : 0;
    }

    @Override
    public String toString() {
        return String.join(".", numbers.stream().map(String::valueOf).toList());
    }
}

package app.larder.recipes;

import java.util.List;

/**
 * A text with the places a search matched.
 *
 * @param text the text as it is shown
 * @param spans matched places in ascending order, without overlaps; empty if nothing matched
 */
public record Highlighted(String text, List<Span> spans) {

    /** A half-open range of UTF-16 indexes: {@code start} inclusive, {@code end} exclusive. */
    public record Span(int start, int end) {}

    public Highlighted {
        spans = List.copyOf(spans);
    }

    /** A text in which nothing matched. */
    public static Highlighted plain(String text) {
        return new Highlighted(text, List.of());
    }
}

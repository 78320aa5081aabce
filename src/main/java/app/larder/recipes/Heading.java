package app.larder.recipes;

import java.util.Optional;

/**
 * Headings among typed lines: a line that begins with {@code #} ("# For the sauce"), or a short one that ends with a
 * colon and holds no digit ("For the sauce:"). Pure, never throws.
 */
public final class Heading {

    /** Longest line that a colon alone makes a heading; longer ones are sentences. */
    private static final int LONGEST = 60;

    private Heading() {}

    /** The heading's words, without the marks; empty if the line is not a heading. */
    public static Optional<String> of(String line) {
        String text = line.strip();
        boolean marked = text.startsWith("#");
        boolean closed = text.endsWith(":") && text.length() <= LONGEST && text.chars().noneMatch(Character::isDigit);
        return marked || closed ? Optional.of(words(text)).filter(s -> !s.isEmpty()) : Optional.empty();
    }

    /** A heading as a line of a recipe's instructions, which {@link Method} knows again: "For the sauce:". */
    public static String line(String words) {
        return words(words) + ":";
    }

    /** The line without what marks a heading. */
    static String words(String line) {
        String text = line.strip();
        int from = 0;
        while (from < text.length() && text.charAt(from) == '#') {
            from++;
        }
        int to = text.length();
        while (to > from && text.charAt(to - 1) == ':') {
            to--;
        }
        return text.substring(from, to).strip();
    }
}

package app.larder.chat;

import java.util.regex.Pattern;

/**
 * Cleans text that comes from elsewhere before a model reads it or a card shows it: a recipe somebody imported may hold
 * orders to the model, hidden in characters that nobody sees. What is left is given as quoted data and never as an order.
 */
final class Quoted {

    /** Tags and comments of HTML. */
    private static final Pattern MARKUP = Pattern.compile("(?s)<!--.*?(-->|$)|</?[a-zA-Z!][^<>]{0,2000}>");

    private Quoted() {}

    /** A text without markup, without controls but line breaks, without marks that turn or hide text, cut to a length. */
    static String clean(String text, int limit) {
        String head = text.length() > 4 * limit ? text.substring(0, 4 * limit) : text;
        String visible = visible(MARKUP.matcher(head).replaceAll(" ")).strip();
        if (visible.length() <= limit) {
            return visible;
        }
        int end = Character.isHighSurrogate(visible.charAt(limit - 1)) ? limit - 1 : limit;
        return visible.substring(0, end) + "…";
    }

    /** As {@link #clean}, on one line. */
    static String line(String text, int limit) {
        return clean(text, 2 * limit).replaceAll("\\s+", " ").transform(line -> clean(line, limit));
    }

    private static String visible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || (!isHidden(c) && !Character.isISOControl(c))) {
                kept.appendCodePoint(c);
            } else if (Character.isWhitespace(c)) {
                kept.append(' ');
            }
        });
        return kept.toString();
    }

    /** Zero-width and bidirectional marks, invisible operators, tags, variation selectors beyond the usual, half pairs. */
    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> c != 0x200D;
            default -> (c >= 0xE0100 && c <= 0xE01EF) || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
        };
    }

    /** The text with what no database can hold (zero, halves of pairs) as the sign for a broken character. */
    static String storable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean broken = c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
            kept.appendCodePoint(broken ? 0xFFFD : c);
        });
        return kept.toString();
    }
}

package app.larder.kitchen;

/** Reads an ingredient line as a cook would. Pure, thread-safe, never throws. */
public final class IngredientLineParser {

    /** Nothing behind this many characters says anything about amount, unit or name; so reading takes linear time. */
    private static final int MOST_READ = 2_000;

    private IngredientLineParser() {}

    /** What one line says; every line has an answer, and its {@code text} is the line itself. */
    public static ParsedLine parse(String line) {
        if (line.length() <= MOST_READ) {
            return new LineReader(line).read();
        }
        int end = Character.isHighSurrogate(line.charAt(MOST_READ - 1)) ? MOST_READ - 1 : MOST_READ;
        ParsedLine head = new LineReader(line.substring(0, end)).read();
        return new ParsedLine(line, head.quantity(), head.quantityMax(), head.unit(), head.name(), head.note(), head.optional());
    }
}

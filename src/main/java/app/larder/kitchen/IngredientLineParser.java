package app.larder.kitchen;

/** Reads an ingredient line as a cook would. Pure, thread-safe, never throws. */
public final class IngredientLineParser {

    private IngredientLineParser() {}

    /** What one line says; every line has an answer, and its {@code text} is the line itself. */
    public static ParsedLine parse(String line) {
        return new LineReader(line).read();
    }
}

package app.larder.exchange.format;

/**
 * Something a person should look at before keeping an imported recipe.
 *
 * @param severity how much it matters
 * @param where the line or the part it is about ("2 cups flour", "prepTime"); empty if it is about the whole recipe
 * @param sentence what is the matter, one plain English sentence
 */
public record Problem(Severity severity, String where, String sentence) {

    /** How much a problem matters. */
    public enum Severity {
        /** Nothing is lost; good to know. */
        NOTE,
        /** Something is missing or was changed. */
        WARNING
    }

    public static Problem note(String where, String sentence) {
        return new Problem(Severity.NOTE, where, sentence);
    }

    public static Problem warning(String where, String sentence) {
        return new Problem(Severity.WARNING, where, sentence);
    }

    /** The sentence with the place it is about, as a report prints it. */
    @Override
    public String toString() {
        return where.isEmpty() ? sentence : sentence + " (" + where + ")";
    }
}

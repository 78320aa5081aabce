package app.larder.fx;

/**
 * The mark at the foot of the rail that says where what people write is kept.
 *
 * @param icon an Ikonli literal
 * @param text a few words
 * @param tone how much it asks for
 */
public record Badge(String icon, String text, Tone tone) {

    /** How much a badge asks for. */
    public enum Tone {
        /** Nothing: all is well. */
        GOOD,
        /** Nothing yet. */
        QUIET,
        /** Somebody should look. */
        CALLS
    }
}

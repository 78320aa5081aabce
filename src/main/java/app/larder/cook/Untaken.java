package app.larder.cook;

/**
 * A line whose food stays in the pantry as it is, or part of it.
 *
 * @param index place of the line in the recipe
 * @param text the line as the recipe has it
 * @param why why nothing, or not all, is taken
 */
public record Untaken(int index, String text, Why why) {

    /** Why nothing, or not all, is taken. */
    public enum Why {
        /** The recipe names no amount. */
        NO_AMOUNT_ASKED,
        /** The row at home has no amount, or none to reckon with. */
        NO_AMOUNT_AT_HOME,
        /** The two amounts cannot be compared ("1 bunch" and "50 g"). */
        UNLIKE,
        /** Something else would stand in, and whether it did is for the cook to say. */
        INSTEAD,
        /** Less is at home than the recipe asks; what is there is taken. */
        LESS,
        /** It is not in the pantry. */
        NOT_AT_HOME
    }
}

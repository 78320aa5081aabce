package app.larder.cook;

/** How far what is at home covers one line of a recipe. */
public enum LineState {
    /** It is at home. */
    COVERED,
    /** Some of it is at home, or something that can stand in for it. */
    PARTLY,
    /** It is not at home. */
    MISSING,
    /** The line is left out of the reckoning: optional, a heading, or empty. */
    NOT_COUNTED
}

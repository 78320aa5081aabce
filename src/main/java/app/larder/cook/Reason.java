package app.larder.cook;

/** Why a line has its {@link LineState}. */
public enum Reason {
    /** Covered: the amount at home is enough. */
    ENOUGH(LineState.COVERED),
    /** Covered: it is at home, and the recipe names no amount, or one too small to measure. */
    ANY_AMOUNT(LineState.COVERED),
    /** Covered: it is at home, but how much is not known, or cannot be compared with what the recipe asks. */
    AMOUNT_UNKNOWN(LineState.COVERED),
    /** Covered: it counts as always at home. */
    STAPLE(LineState.COVERED),
    /** Partly: there is less of it at home than the recipe asks. */
    LESS(LineState.PARTLY),
    /** Partly: something is at home that can stand in for it. */
    INSTEAD(LineState.PARTLY),
    /** Partly: only some of the things the line names ("salt and capers") are at home. */
    NOT_ALL(LineState.PARTLY),
    /** Missing: nothing of the kind is at home, or another line of the recipe takes it all. */
    NOT_AT_HOME(LineState.MISSING),
    /** Not counted: the recipe works without it. */
    OPTIONAL(LineState.NOT_COUNTED),
    /** Not counted: a heading ("For the sauce:"). */
    HEADING(LineState.NOT_COUNTED),
    /** Not counted: the line names no food. */
    NO_FOOD(LineState.NOT_COUNTED);

    private final LineState state;

    Reason(LineState state) {
        this.state = state;
    }

    /** The state this is a reason for. */
    public LineState state() {
        return state;
    }
}

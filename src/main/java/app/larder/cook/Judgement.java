package app.larder.cook;

import java.util.List;

/** How a line does that has the whole pantry for itself. Immutable. */
final class Judgement {

    private static final int[] NO_ROWS = {};

    private final Reason reason;
    private final int[] rows;
    private final boolean takes;

    /** What was worked out for a line. */
    Judgement(LineWork line) {
        List<Part> parts = line.parts();
        this.reason = line.reason();
        this.rows = parts.isEmpty()
                ? NO_ROWS
                : parts.stream().mapToInt(part -> part.row().slot()).toArray();
        this.takes = parts.stream().anyMatch(part -> part.taken() > 0);
    }

    Reason reason() {
        return reason;
    }

    /** The slots of the rows it uses; not to be changed. */
    int[] rows() {
        return rows;
    }

    /** Whether it takes a measured amount from one of them. */
    boolean takes() {
        return takes;
    }
}

package app.larder.cook;

import java.util.Arrays;
import java.util.List;

/** How a line does that has the whole pantry for itself. Immutable. */
final class Judgement {

    private static final int[] NO_ROWS = {};
    private static final double[] NOTHING = {};

    private final Reason reason;
    private final int[] rows;
    private final double[] taken;

    /** What was worked out for a line. */
    Judgement(LineWork line) {
        List<Part> parts = line.parts();
        this.reason = line.reason();
        this.rows = parts.isEmpty() ? NO_ROWS : new int[parts.size()];
        this.taken = parts.isEmpty() ? NOTHING : new double[parts.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = parts.get(i).row().slot();
            taken[i] = parts.get(i).taken();
        }
    }

    /** Whether a recipe that has either adds up to the same. */
    boolean sameAs(Judgement other) {
        return reason == other.reason && Arrays.equals(rows, other.rows) && Arrays.equals(taken, other.taken);
    }

    Reason reason() {
        return reason;
    }

    /** The slots of the rows it uses; not to be changed. */
    int[] rows() {
        return rows;
    }

    /** The share of each of those rows that it takes, 0 where nothing is measured; not to be changed. */
    double[] taken() {
        return taken;
    }
}

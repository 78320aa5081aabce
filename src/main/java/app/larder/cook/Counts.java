package app.larder.cook;

/** Counts lines by their state. One thread at a time. */
final class Counts {

    private int covered;
    private int partly;
    private int missing;

    void add(LineState state) {
        switch (state) {
            case COVERED -> covered++;
            case PARTLY -> partly++;
            case MISSING -> missing++;
            case NOT_COUNTED -> {}
        }
    }

    Tally tally(int soon) {
        return new Tally(covered, partly, missing, soon);
    }
}

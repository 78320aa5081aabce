package app.larder.cook;

/**
 * How much of a recipe is at home, counted in lines; optional lines and headings are not counted.
 *
 * @param covered lines that are at home
 * @param partly lines of which some is at home, or something instead
 * @param missing lines that are not at home
 * @param soon how pressing it is to use what this recipe uses: the sum over its rows of 0 (keeps) to 10 (past its time)
 */
public record Tally(int covered, int partly, int missing, int soon) {

    /** All counted lines. */
    public int total() {
        return covered + partly + missing;
    }

    /** Whether everything is at home, as far as is known. */
    public boolean complete() {
        return covered == total() && covered > 0;
    }
}

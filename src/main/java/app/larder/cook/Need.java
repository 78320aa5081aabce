package app.larder.cook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one line of a recipe asks, ready to be compared: lines that ask the same are one object.
 *
 * @param uncounted why the line is left out; null if it counts
 * @param options the alternatives ("butter or margarine"), each of which may be several foods ("salt and pepper")
 * @param sizes the amount, and the same amount by another measure the line gives; empty if it names none to reckon with
 */
record Need(@Nullable Reason uncounted, List<List<Ask>> options, List<Size> sizes) {

    /**
     * One food that is asked.
     *
     * @param key the food's number
     * @param general the number of what it is a sort of; -1 if none
     * @param staple whether it counts as always at home
     * @param food the food's key, for tables of weights
     */
    record Ask(int key, int general, boolean staple, String food) {}

    static Need uncounted(Reason why) {
        return new Need(why, List.of(), List.of());
    }
}

package app.larder.cook;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one line of a recipe asks, ready to be compared. Immutable. */
final class Need {

    private final @Nullable Reason uncounted;
    private final List<List<Ask>> options;
    private final List<Size> sizes;

    /**
     * What a line asks.
     *
     * @param uncounted why the line is left out; null if it counts
     * @param options the alternatives ("butter or margarine"), each of which may be several foods ("salt and pepper")
     * @param sizes the amount, and the same amount by another measure the line gives; empty if it names none to reckon with
     */
    Need(@Nullable Reason uncounted, List<List<Ask>> options, List<Size> sizes) {
        this.uncounted = uncounted;
        this.options = options;
        this.sizes = sizes;
    }

    /**
     * One food that is asked.
     *
     * @param key the food's number
     * @param general the number of what it is a sort of; -1 if none
     * @param staple whether it counts as always at home
     * @param food the food's key, for tables of weights
     */
    record Ask(int key, int general, boolean staple, String food) {}

    /**
     * What needs have in common that one look at the rows answers: one food in one unit.
     *
     * @param key the food's number
     * @param general the number of what it is a sort of; -1 if none
     * @param staple whether it counts as always at home
     * @param unit the unit; empty where no amount is asked
     */
    record Group(int key, int general, boolean staple, String unit) {}

    /** The group it stands in; null for one that stands alone: alternatives, several foods, amounts by two measures. */
    @Nullable Group group() {
        if (options.size() != 1 || options.getFirst().size() != 1 || sizes.size() > 1) {
            return null;
        }
        Ask ask = options.getFirst().getFirst();
        return new Group(
                ask.key(), ask.general(), ask.staple(), sizes.isEmpty() ? "" : sizes.getFirst().unitKey());
    }

    static Need uncounted(Reason why) {
        return new Need(why, List.of(), List.of());
    }

    @Nullable Reason uncounted() {
        return uncounted;
    }

    /** The numbers of all foods that can change how it does, each once. */
    Set<Integer> keys() {
        Set<Integer> keys = new HashSet<>();
        for (List<Ask> option : options) {
            for (Ask ask : option) {
                keys.add(ask.key());
                if (ask.general() >= 0) {
                    keys.add(ask.general());
                }
            }
        }
        return keys;
    }

    List<List<Ask>> options() {
        return options;
    }

    /** The amount near enough to compare, in the unit of the first size; not a number if none is asked. */
    double needed() {
        return sizes.isEmpty() ? Double.NaN : sizes.getFirst().value();
    }

    List<Size> sizes() {
        return sizes;
    }
}

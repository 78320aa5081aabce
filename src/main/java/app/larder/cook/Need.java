package app.larder.cook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one line of a recipe asks, ready to be compared. Immutable; equal if the same is asked in the same words. */
final class Need {

    private final @Nullable Reason uncounted;
    private final List<List<Ask>> options;
    private final List<Size> sizes;
    private final int hash;

    /**
     * What a line asks.
     *
     * @param uncounted why the line is left out; null if it counts
     * @param options the alternatives ("butter or margarine"), each of which may be several foods ("salt and pepper"); one
     *     list object for one name, as needs are told apart by it
     * @param sizes the amount, and the same amount by another measure the line gives; empty if it names none to reckon with
     */
    Need(@Nullable Reason uncounted, List<List<Ask>> options, List<Size> sizes) {
        this.uncounted = uncounted;
        this.options = options;
        this.sizes = sizes;
        this.hash = System.identityHashCode(options) * 31 + sizes.hashCode();
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

    List<List<Ask>> options() {
        return options;
    }

    List<Size> sizes() {
        return sizes;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // One list stands for one name; comparing what is in it would cost more.
    public boolean equals(@Nullable Object other) {
        return other instanceof Need need
                && hash == need.hash
                && uncounted == need.uncounted
                && options == need.options
                && sizes.equals(need.sizes);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}

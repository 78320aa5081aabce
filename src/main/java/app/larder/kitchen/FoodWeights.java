package app.larder.kitchen;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How heavy foods are, a millilitre of them and one of them, as {@code kitchen/densities.txt} and {@code
 * kitchen/weights.txt} say; where their figures come from stands there. All figures are middling ones.
 */
public final class FoodWeights {

    private static final FoodWeights TABLES = new FoodWeights();

    private static final String ONE = "one";

    private final FoodTable cups;
    private final Map<String, FoodTable> pieces = new HashMap<>();

    private FoodWeights() {
        cups = new FoodTable(WordFile.sections("densities.txt"));
        WordFile.sections("weights.txt").forEach((unit, lines) -> pieces.put(unit, new FoodTable(Map.of(unit, lines))));
    }

    /** Grams in a millilitre of a food, named as an ingredient line names it; empty if the table does not know it. */
    public static Optional<Quantity> ofMillilitre(String food) {
        FoodTable.Entry cup = TABLES.cups.find(food);
        Quantity millilitres = Units.ALL.key("cup").size(CupStandard.US);
        return cup == null || millilitres == null ? Optional.empty() : Optional.of(cup.figure().dividedBy(millilitres));
    }

    /**
     * Grams in one of a food: one onion (no unit, or pieces), one clove of garlic, one tin of tomatoes. Empty if the
     * table does not know it, or if the unit does not count.
     *
     * @param unit the unit that counts it; null for the thing itself
     */
    public static Optional<Quantity> ofOne(String food, @Nullable Unit unit) {
        if (unit != null && AmountReader.isMeasured(unit)) {
            return Optional.empty();
        }
        String key = unit == null ? ONE : unit.key();
        Quantity own = find(key, food);
        boolean piece = unit == null || key.equals("piece");
        return Optional.ofNullable(own != null || !piece ? own : find(unit == null ? "piece" : ONE, food));
    }

    /** How a kitchen measures a food, as the heading says it stands under; null if the table does not know it. */
    static @Nullable Habit habit(String food) {
        FoodTable.Entry cup = TABLES.cups.find(food);
        if (cup == null) {
            return null;
        }
        String heading = cup.heading();
        return heading.startsWith("poured") ? Habit.POURED : heading.startsWith("scooped") ? Habit.SCOOPED : Habit.WEIGHED;
    }

    /** With what a kitchen measures a food. */
    enum Habit {
        /** By volume everywhere. */
        POURED,
        /** By weight where kitchens have scales, by cups where they have cups. */
        SCOOPED,
        /** By weight. */
        WEIGHED
    }

    private static @Nullable Quantity find(String unit, String food) {
        FoodTable table = TABLES.pieces.get(unit);
        FoodTable.Entry entry = table == null ? null : table.find(food);
        return entry == null ? null : entry.figure();
    }
}

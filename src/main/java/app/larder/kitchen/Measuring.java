package app.larder.kitchen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the units an amount is shown in; the rules stand in {@code src/site/markdown/amounts.md}. */
final class Measuring {

    private static final Quantity ANY = Quantity.of(1_000_000_000);
    private static final Quantity ABOUT = Quantity.of(1, 12);
    private static final Quantity[] CUP_PARTS = {
        Quantity.of(3, 4), Quantity.of(2, 3), Quantity.of(1, 2), Quantity.of(1, 3), Quantity.of(1, 4), Quantity.of(0)
    };

    private Measuring() {}

    /** An amount in one unit, or in two ("1 cup + 2 tbsp"). */
    record Measured(Quantity value, Unit unit, @Nullable Quantity rest, @Nullable Unit restUnit) {

        static Measured of(Quantity value, Unit unit) {
            return new Measured(value, unit, null, null);
        }
    }

    /** The unit in the measures the cook wants; the unit itself where it is one of them. */
    static Unit system(Unit unit, Kitchen kitchen) {
        boolean metric = unit.family() == Unit.Family.METRIC;
        if (isSpoon(unit)) {
            return unit;
        }
        return switch (kitchen.measures()) {
            case AS_WRITTEN -> unit;
            case METRIC -> metric ? unit : inDimension(unit, "g", "ml", "cm");
            case US -> !metric ? unit : inDimension(unit, "oz", "cup", "inch");
        };
    }

    /**
     * The amount by weight or by cups, where this kitchen measures the food the other way: cups of flour in grams, grams of
     * flour in cups, sticks of butter in grams. Null where it stays as it is.
     */
    static @Nullable Amount byFood(Quantity amount, Unit unit, String food, Kitchen kitchen) {
        boolean volume = unit.dimension() == Unit.Dimension.VOLUME && !isSpoon(unit);
        boolean mass = unit.dimension() == Unit.Dimension.MASS;
        boolean americanPiece = unit.dimension() == Unit.Dimension.COUNT && unit.family() == Unit.Family.US;
        Unit target = switch (kitchen.measures()) {
            case AS_WRITTEN -> null;
            case METRIC -> unit.family() != Unit.Family.METRIC && (volume || americanPiece) ? key("g") : null;
            case US -> unit.family() == Unit.Family.METRIC && mass ? key("cup") : null;
        };
        FoodWeights.Habit habit = target == null ? null : FoodWeights.habit(food);
        if (target == null || habit == null) {
            return null;
        }
        boolean stays = target.dimension() == Unit.Dimension.MASS
                ? habit == FoodWeights.Habit.POURED
                : habit == FoodWeights.Habit.WEIGHED;
        return stays ? null : Conversion.convert(amount, unit, target, food, kitchen.cups()).orElse(null);
    }

    private static boolean isSpoon(Unit unit) {
        return unit.key().equals("tsp") || unit.key().equals("tbsp") || unit.key().equals("dsp");
    }

    private static Unit inDimension(Unit unit, String mass, String volume, String length) {
        return switch (unit.dimension()) {
            case MASS -> key(mass);
            case VOLUME -> key(volume);
            case LENGTH -> key(length);
            case COUNT, PACKAGE, PINCH -> unit;
        };
    }

    /**
     * The amount in the largest unit of the target's row that measures it, in two units where no single one does, and
     * in the target, for rounding, where nothing measures it. Ranges are kept in one unit.
     */
    static Measured sane(Amount exact, Unit unit, Unit target, Kitchen kitchen, boolean oneUnit) {
        Quantity amount = exact.quantity();
        Quantity near = exact.about() ? ABOUT : Rounding.FIFTIETH;
        List<Step> row = row(target, kitchen);
        Measured rough = null;
        for (Step step : row) {
            Quantity value = unit.convert(amount, step.unit, kitchen.cups()).orElse(null);
            if (value == null || value.compareTo(step.least) < 0) {
                continue;
            }
            boolean even = step.unit.writtenInDecimals() || Rounding.isNear(value, Rounding.nearest(value, step.unit), near);
            if (even && value.compareTo(step.most) <= 0) {
                return Measured.of(value, step.unit);
            }
            Measured pair = oneUnit || step.small == null ? null : pair(value, step, kitchen, near);
            if (pair != null) {
                return pair;
            }
            rough = rough == null ? Measured.of(value, step.unit) : rough;
        }
        return rough != null ? rough : Measured.of(unit.convert(amount, target, kitchen.cups()).orElse(amount), target);
    }

    /** As much as the larger unit measures, and an even number of the smaller for the rest. */
    private static @Nullable Measured pair(Quantity value, Step step, Kitchen kitchen, Quantity near) {
        Unit small = step.small;
        if (small == null) {
            return null;
        }
        Quantity whole = value.whole();
        boolean cup = step.unit.key().equals("cup");
        for (Quantity part : cup ? CUP_PARTS : new Quantity[] {Quantity.ZERO}) {
            Quantity large = whole.plus(part);
            if (large.isZero() || large.compareTo(value) >= 0) {
                continue;
            }
            Quantity rest = step.unit.convert(value.minus(large), small, kitchen.cups()).orElse(Quantity.ZERO);
            Quantity rounded = rest.roundedTo(cup ? Quantity.ONE : Quantity.of(1, 2));
            Quantity off = small.convert(Rounding.distance(rest, rounded), step.unit, kitchen.cups()).orElse(value);
            if (!rounded.isZero() && Rounding.isNear(value, value.plus(off), near)) {
                return new Measured(large, step.unit, rounded, small);
            }
        }
        return null;
    }

    /** A unit of a row, from how much to how much it measures well, and the unit that measures its rest. */
    private record Step(Unit unit, Quantity least, Quantity most, @Nullable Unit small) {}

    private static List<Step> row(Unit target, Kitchen kitchen) {
        boolean cups = kitchen.cups() == CupStandard.US && !kitchen.locale().getLanguage().equals("de");
        return switch (target.key()) {
            case "g", "kg", "mg" -> List.of(
                    new Step(key("kg"), Quantity.of(1), ANY, null),
                    new Step(key("g"), Quantity.of(1, 10), ANY, null),
                    new Step(key("mg"), Quantity.ZERO, ANY, null));
            case "ml", "l" -> List.of(
                    new Step(key("l"), Quantity.of(1), ANY, null), new Step(key("ml"), Quantity.ZERO, ANY, null));
            case "oz", "lb" -> List.of(
                    new Step(key("lb"), Quantity.of(1), ANY, key("oz")), new Step(key("oz"), Quantity.ZERO, ANY, null));
            case "tsp", "tbsp", "cup" -> cups || target.key().equals("cup")
                    ? List.of(
                            new Step(key("cup"), Quantity.of(1, 4), ANY, key("tbsp")),
                            new Step(key("tbsp"), Quantity.of(1), Quantity.of(8), key("tsp")),
                            new Step(key("tsp"), Quantity.ZERO, ANY, null))
                    : List.of(
                            new Step(key("tbsp"), Quantity.of(1), Quantity.of(12), key("tsp")),
                            new Step(key("tsp"), Quantity.ZERO, Quantity.of(12), null),
                            new Step(key("ml"), Quantity.of(60), ANY, null));
            default -> List.of(new Step(target, Quantity.ZERO, ANY, null));
        };
    }

    private static Unit key(String key) {
        return Units.ALL.key(key);
    }
}

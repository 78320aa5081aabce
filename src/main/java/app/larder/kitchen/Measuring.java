package app.larder.kitchen;

import java.util.List;

/** Chooses the unit an amount is shown in. */
final class Measuring {

    private Measuring() {}

    /** The unit in the measures the cook wants; the unit itself where it is one of them. */
    static Unit system(Unit unit, Quantity amount, Kitchen kitchen) {
        boolean spoon = unit.key().equals("tsp") || unit.key().equals("tbsp") || unit.key().equals("dsp");
        boolean metric = unit.family() == Unit.Family.METRIC;
        if (spoon) {
            return unit;
        }
        return switch (kitchen.measures()) {
            case AS_WRITTEN -> unit;
            case METRIC -> metric ? unit : switch (unit.dimension()) {
                case MASS -> key("g");
                case VOLUME -> key("ml");
                default -> unit.dimension() == Unit.Dimension.LENGTH ? key("cm") : unit;
            };
            case US -> !metric ? unit : switch (unit.dimension()) {
                case MASS -> key("oz");
                case VOLUME -> key("cup");
                default -> unit.dimension() == Unit.Dimension.LENGTH ? key("inch") : unit;
            };
        };
    }

    /** The largest unit of the same row in which the amount is not less than it can be measured, and comes out even. */
    static Unit sane(Quantity amount, Unit unit, Unit target, Kitchen kitchen) {
        List<Step> row = row(target, kitchen);
        for (Step step : row) {
            Quantity value = unit.convert(amount, step.unit, kitchen.cups()).orElse(null);
            if (value != null && value.compareTo(step.least) >= 0 && value.compareTo(step.most) <= 0
                    && (step.unit.writtenInDecimals() || Rounding.isNear(value, Rounding.nearest(value, step.unit)))) {
                return step.unit;
            }
        }
        return target;
    }

    private record Step(Unit unit, Quantity least, Quantity most) {}

    private static List<Step> row(Unit target, Kitchen kitchen) {
        Quantity any = Quantity.of(1_000_000_000);
        boolean cups = kitchen.cups() == CupStandard.US && !kitchen.locale().getLanguage().equals("de");
        return switch (target.key()) {
            case "g", "kg", "mg" -> List.of(
                    new Step(key("kg"), Quantity.of(1), any),
                    new Step(key("g"), Quantity.of(1, 10), any),
                    new Step(key("mg"), Quantity.ZERO, any));
            case "ml", "l" -> List.of(new Step(key("l"), Quantity.of(1), any), new Step(key("ml"), Quantity.ZERO, any));
            case "oz", "lb" -> List.of(
                    new Step(key("lb"), Quantity.of(1), any), new Step(key("oz"), Quantity.ZERO, any));
            case "tsp", "tbsp", "cup" -> cups || target.key().equals("cup")
                    ? List.of(
                            new Step(key("cup"), Quantity.of(1, 4), any),
                            new Step(key("tbsp"), Quantity.of(1), any),
                            new Step(key("tsp"), Quantity.ZERO, any))
                    : List.of(
                            new Step(key("tbsp"), Quantity.of(1), Quantity.of(12)),
                            new Step(key("tsp"), Quantity.ZERO, Quantity.of(12)),
                            new Step(key("ml"), Quantity.of(60), any));
            default -> List.of(new Step(target, Quantity.ZERO, any));
        };
    }

    private static Unit key(String key) {
        return Unit.ofKey(key).orElseThrow(() -> new IllegalStateException("units.txt has no " + key));
    }
}

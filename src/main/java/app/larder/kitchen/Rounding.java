package app.larder.kitchen;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** To what an amount is rounded when it is shown; the rules stand in {@code src/site/markdown/amounts.md}. */
final class Rounding {

    static final Quantity FIFTIETH = Quantity.of(1, 50);
    private static final Quantity[] CUP_PARTS = {
        Quantity.of(0), Quantity.of(1, 4), Quantity.of(1, 3), Quantity.of(1, 2), Quantity.of(2, 3), Quantity.of(3, 4),
        Quantity.of(1)
    };
    private static final Quantity[] SPOON_PARTS = {
        Quantity.of(0), Quantity.of(1, 4), Quantity.of(1, 2), Quantity.of(3, 4), Quantity.of(1)
    };
    private static final Quantity[] LARGE_SPOON_PARTS = {Quantity.of(0), Quantity.of(1, 2), Quantity.of(1)};

    private Rounding() {}

    /** The nearest amount a cook would measure in this unit; never zero unless the amount is. */
    static Quantity nearest(Quantity exact, @Nullable Unit unit) {
        if (exact.isZero()) {
            return exact;
        }
        if (unit != null && unit.writtenInDecimals()) {
            return decimal(exact, unit);
        }
        Quantity[] parts = CUP_PARTS;
        if (unit != null) {
            parts = switch (unit.key()) {
                case "tsp", "oz", "lb", "floz", "inch" -> SPOON_PARTS;
                case "tbsp", "dsp" -> LARGE_SPOON_PARTS;
                default -> CUP_PARTS;
            };
        }
        Quantity whole = exact.whole();
        Quantity rest = exact.minus(whole);
        Quantity best = parts[0];
        for (Quantity part : parts) {
            if (distance(rest, part).compareTo(distance(rest, best)) < 0) {
                best = part;
            }
        }
        Quantity rounded = whole.plus(best);
        if (!rounded.isZero()) {
            return rounded;
        }
        Quantity eighth = Quantity.of(1, 8);
        return unit != null && unit.key().equals("tsp") ? eighth : parts[1];
    }

    private static Quantity decimal(Quantity exact, Unit unit) {
        Quantity size = unit.size(CupStandard.METRIC);
        Quantity base = size == null ? exact : exact.times(size);
        Quantity step = Quantity.of(10);
        if (base.compareTo(Quantity.of(1)) < 0) {
            step = Quantity.of(1, 10);
        } else if (base.compareTo(Quantity.of(10)) < 0) {
            step = Quantity.of(1, 2);
        } else if (base.compareTo(Quantity.of(100)) < 0) {
            step = Quantity.of(1);
        } else if (base.compareTo(Quantity.of(1000)) < 0) {
            step = Quantity.of(5);
        }
        Quantity rounded = base.roundedTo(step);
        rounded = rounded.isZero() ? step : rounded;
        return size == null ? rounded : rounded.dividedBy(size);
    }

    static Quantity distance(Quantity a, Quantity b) {
        return a.compareTo(b) > 0 ? a.minus(b) : b.minus(a);
    }

    /** Whether two amounts differ by one part in fifty at most. */
    static boolean isNear(Quantity exact, Quantity rounded) {
        return isNear(exact, rounded, FIFTIETH);
    }

    /** Whether two amounts differ by this part of the first at most. */
    static boolean isNear(Quantity exact, Quantity rounded, Quantity part) {
        return distance(exact, rounded).compareTo(exact.times(part)) <= 0;
    }

    /** Whether the amount can stand as it is: a measuring set has it, or it is a small fraction of one. */
    static boolean isReadable(Quantity amount, Unit unit) {
        boolean small = amount.isKitchenFraction() && amount.compareTo(Quantity.of(1, 2)) < 0;
        return small || isNear(amount, nearest(amount, unit));
    }

    /** The amount as a cook writes it with this unit: "1.5" before kg, "1½" before cups. */
    static String text(Quantity amount, @Nullable Unit unit, Locale locale) {
        boolean decimals = unit != null && unit.writtenInDecimals();
        if (!decimals && (amount.isWhole() || amount.isKitchenFraction())) {
            return amount.display();
        }
        return amount.decimal(amount.compareTo(Quantity.of(1, 100)) < 0 ? 6 : 2, locale);
    }
}

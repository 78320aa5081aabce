package app.larder.kitchen;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Scales amounts as a cook does by hand.
 *
 * <p>Rules. Exact arithmetic gives the amount; only what is shown is rounded, so scaling by n and by 1/n returns the
 * start. Nothing is rounded at a factor of one unless units are converted. Metric amounts are shown in decimals: to 0.5
 * below 10 g or ml, to 1 below 100, to 5 below 1000, beyond that in kg or l to two places. Cups and spoons are shown in
 * quarters and thirds (spoons in quarters and halves), ounces and pounds in quarters, things in quarters and thirds.
 * Spoons are promoted to larger spoons and cups (48 tsp is 1 cup), small parts of cups shown in spoons, and where no
 * one measure is within one part in fifty, two are used (1 cup + 2 tbsp; 1 lb + 4 oz). Eggs are whole. Pinches, dashes
 * and lines without an amount are left alone.
 */
public final class Scaling {

    private Scaling() {}

    /** What a cook should know about a scaled amount. */
    public enum Remark {
        /** The amount is exact, or as near as a spoon is. */
        NONE,
        /** The line does not scale: a pinch, "to taste", no amount. */
        NOT_SCALED,
        /** Shown more than one part in fifty away from the exact amount. */
        ROUNDED,
        /** Eggs cannot be divided: shown as the nearest whole number. */
        WHOLE
    }

    /**
     * An amount ready to be shown.
     *
     * @param amount "1½", "250", "1–2"; empty if the line has none
     * @param unit word for the unit that fits amount and language, or the line's own word; where two measures are needed
     *     the second with its amount ("cup + 2 tbsp"); empty if none
     * @param remark what a cook should know
     * @param exact the exact amount in the line's own unit; null if the line has none
     * @param exactMax the exact upper end of a range; null if it is none
     */
    public record Scaled(
            String amount, String unit, Remark remark, @Nullable Quantity exact, @Nullable Quantity exactMax) {}

    /** The line's amount taken {@code factor} times (more than zero), in the measures of this kitchen. */
    public static Scaled scale(ParsedLine line, Quantity factor, Kitchen kitchen) {
        Quantity quantity = line.quantity();
        Unit unit = line.knownUnit().orElse(null);
        if (quantity == null) {
            return new Scaled("", line.unit(), Remark.NOT_SCALED, null, null);
        }
        Quantity max = line.quantityMax();
        if (unit != null && unit.dimension() == Unit.Dimension.PINCH) {
            String shown = max == null ? quantity.display() : quantity.display() + "–" + max.display();
            return new Scaled(shown, line.unit(), Remark.NOT_SCALED, quantity, max);
        }
        Quantity exact = quantity.times(factor);
        Quantity exactMax = max == null ? null : max.times(factor);
        Shown shown = shown(exact, unit, line, factor, kitchen);
        String amount = shown.text;
        if (exactMax != null) {
            Quantity inUnit = shown.unit == null || unit == null
                    ? exactMax
                    : unit.convert(exactMax, shown.unit, kitchen.cups()).orElse(exactMax);
            String upper = Rounding.text(Rounding.nearest(inUnit, shown.unit), shown.unit, kitchen.locale());
            amount = upper.equals(amount) ? amount : amount + "–" + upper;
        }
        return new Scaled(
                amount, word(shown, line, unit, exactMax, kitchen) + shown.more, shown.remark, exact, exactMax);
    }

    /** The exact amount taken {@code factor} times, in the line's own unit; lines that do not scale come back as they are. */
    public static ParsedLine exactly(ParsedLine line, Quantity factor) {
        Quantity quantity = line.quantity();
        boolean pinch = line.knownUnit().filter(u -> u.dimension() == Unit.Dimension.PINCH).isPresent();
        if (quantity == null || pinch) {
            return line;
        }
        Quantity max = line.quantityMax();
        return new ParsedLine(line.text(), quantity.times(factor), max == null ? null : max.times(factor), line.unit(),
                line.name(), line.note(), line.optional());
    }

    /** One amount in the unit and the rounding it is shown in. */
    private record Shown(String text, @Nullable Unit unit, Quantity value, Remark remark, String more) {}

    private static Shown shown(
            Quantity exact, @Nullable Unit unit, ParsedLine line, Quantity factor, Kitchen kitchen) {
        boolean one = factor.equals(Quantity.ONE);
        if (unit == null || !AmountReader.isMeasured(unit)) {
            return counted(exact, unit, line, one, kitchen);
        }
        Unit target = Measuring.system(unit, kitchen);
        boolean readable = unit.writtenInDecimals() || Rounding.isReadable(exact, unit);
        if (one && target.equals(unit) && readable) {
            return new Shown(Rounding.text(exact, unit, kitchen.locale()), unit, exact, Remark.NONE, "");
        }
        Measuring.Measured best = Measuring.sane(exact, unit, target, kitchen, line.quantityMax() != null);
        Quantity rounded = Rounding.nearest(best.value(), best.unit());
        Quantity rest = best.rest();
        Unit restUnit = best.restUnit();
        String more = rest == null || restUnit == null
                ? ""
                : " + " + Rounding.text(rest, restUnit, kitchen.locale()) + " " + restUnit.word(rest, kitchen.locale());
        Remark remark = Rounding.isNear(best.value(), rounded) ? Remark.NONE : Remark.ROUNDED;
        return new Shown(Rounding.text(rounded, best.unit(), kitchen.locale()), best.unit(), rounded, remark, more);
    }

    private static Shown counted(
            Quantity exact, @Nullable Unit unit, ParsedLine line, boolean one, Kitchen kitchen) {
        if (one) {
            return new Shown(Rounding.text(exact, unit, kitchen.locale()), unit, exact, Remark.NONE, "");
        }
        if (unit == null && EggWords.isEgg(line.name())) {
            Quantity whole = exact.roundedTo(Quantity.ONE);
            whole = whole.isZero() ? Quantity.ONE : whole;
            return new Shown(whole.display(), null, whole, exact.isWhole() ? Remark.NONE : Remark.WHOLE, "");
        }
        Quantity rounded = Rounding.nearest(exact, unit);
        Remark remark = Rounding.isNear(exact, rounded) ? Remark.NONE : Remark.ROUNDED;
        return new Shown(Rounding.text(rounded, unit, kitchen.locale()), unit, rounded, remark, "");
    }

    /** The line's own word where the unit did not change, else the unit's word in the language. */
    private static String word(
            Shown shown, ParsedLine line, @Nullable Unit unit, @Nullable Quantity exactMax, Kitchen kitchen) {
        if (shown.unit == null || unit == null) {
            return line.unit();
        }
        Quantity before = line.quantityMax() == null ? line.quantity() : line.quantityMax();
        Quantity after = exactMax == null ? shown.value : exactMax;
        boolean sameNumber = before != null
                && (before.compareTo(Quantity.ONE) <= 0) == (after.compareTo(Quantity.ONE) <= 0);
        if (shown.unit.equals(unit) && (sameNumber || line.unit().indexOf(' ') >= 0)) {
            return line.unit();
        }
        if (shown.unit.equals(unit)) {
            return otherNumber(line.unit(), unit, after).orElse(line.unit());
        }
        return shown.unit.word(after, kitchen.locale());
    }

    /** The word for one or for more in the language of the line's own word: "cup" to "cups", "Dose" to "Dosen". */
    private static Optional<String> otherNumber(String word, Unit unit, Quantity amount) {
        for (java.util.List<String> words : java.util.List.of(unit.english(), unit.german())) {
            for (String known : words) {
                if (known.equalsIgnoreCase(word)) {
                    return Optional.of(words.get(amount.compareTo(Quantity.ONE) <= 0 ? 0 : words.size() - 1));
                }
            }
        }
        return Optional.empty();
    }
}

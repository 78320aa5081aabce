package app.larder.kitchen;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Scales amounts as a cook does by hand, by a factor or by what there is of one ingredient. Exact arithmetic gives the
 * amount; only what is shown is rounded, by the rules of the page {@code src/site/markdown/amounts.md}.
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
        WHOLE,
        /** Shown in another measure by the food's density, so about right. */
        ABOUT
    }

    /**
     * How many times a recipe is taken.
     *
     * @param value more than zero
     * @param about whether a density or the weight of a piece was needed to work it out
     */
    public record Factor(Quantity value, boolean about) {}

    /**
     * How many times a recipe is taken when all of one ingredient is used: 300 g of flour where the line asks for 2 cups.
     * Of a range the nearer end counts, and inside it the recipe is taken once. Empty if either amount is missing or zero,
     * the line does not scale, or the two cannot be compared.
     *
     * @param unit the unit of what there is; null for the thing itself ("I have 3 onions")
     */
    public static Optional<Factor> factor(ParsedLine line, Quantity have, @Nullable Unit unit, CupStandard cups) {
        Amount low = scales(line) ? Conversion.convert(line, unit, cups).orElse(null) : null;
        if (low == null || low.quantity().isZero() || have.isZero()) {
            return Optional.empty();
        }
        Quantity asked = low.quantity();
        Quantity quantity = line.quantity();
        Quantity max = line.quantityMax();
        if (max != null && quantity != null && !quantity.isZero() && have.compareTo(asked) > 0) {
            Quantity most = asked.times(max).dividedBy(quantity);
            asked = most.compareTo(have) < 0 ? most : have;
        }
        return Optional.of(new Factor(have.dividedBy(asked), low.about()));
    }

    /** Whether the line has an amount that grows with the recipe; a pinch and "to taste" do not. */
    public static boolean scales(ParsedLine line) {
        return line.quantity() != null
                && line.knownUnit().filter(u -> u.dimension() == Unit.Dimension.PINCH).isEmpty();
    }

    /**
     * A line's remark with what grows with the line taken {@code factor} times: "plus 2 tbsp" behind "1/2 cup", and "about
     * 300 g" behind "3 onions", which is the weight of all of them. The size of a package, lengths, "each" and everything
     * else is left alone.
     *
     * @param unit the line's unit word; empty if none
     */
    public static String note(String note, String unit, Quantity factor, Kitchen kitchen) {
        Unit known = Unit.of(unit).orElse(null);
        boolean counted = known == null || known.dimension() == Unit.Dimension.COUNT;
        if (factor.equals(Quantity.ONE)) {
            return note;
        }
        Kitchen asWritten = new Kitchen(kitchen.cups(), Kitchen.Measures.AS_WRITTEN, kitchen.locale());
        StringBuilder scaled = new StringBuilder(note);
        for (Plus plus : Plus.in(note, counted).reversed()) {
            ParsedLine amount = new ParsedLine(
                    "", plus.amount().quantity(), plus.amount().max(), plus.unit().key(), "", "", false);
            Scaled shown = scale(amount, factor, asWritten);
            scaled.replace(plus.start(), plus.end(), shown.amount() + " " + shown.unit());
        }
        return scaled.toString();
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
        Amount other = unit == null ? null : Measuring.byFood(exact, unit, line.name(), kitchen);
        boolean one = factor.equals(Quantity.ONE);
        Shown shown = shown(other == null ? Amount.exact(exact, unit) : other, line, one, kitchen);
        String amount = shown.text;
        if (exactMax != null) {
            Quantity inUnit = Conversion.convert(exactMax, unit, shown.unit, line.name(), kitchen.cups())
                    .map(Amount::quantity)
                    .orElse(exactMax);
            String upper = Rounding.text(Rounding.nearest(inUnit, shown.unit), shown.unit, kitchen.locale());
            amount = upper.equals(amount) ? amount : amount + "–" + upper;
        }
        if (other != null) {
            amount = Amount.about(kitchen.locale()) + amount;
        }
        return new Scaled(
                amount, word(shown, line, unit, exactMax, kitchen) + shown.more, shown.remark, exact, exactMax);
    }

    /**
     * An amount that was worked out ("1500 g", a third of 400 g), as a cook would say and measure it: "1.5 kg", "135 g", "1½
     * cups".
     *
     * @param unit the unit's word; empty for pieces
     */
    public static String text(Quantity quantity, String unit, Kitchen kitchen) {
        Unit known = unit.isEmpty() ? null : Unit.of(unit).orElse(null);
        ParsedLine line = ParsedLine.of(quantity.toString(), null, unit, "");
        boolean decimals = known != null && known.writtenInDecimals();
        boolean plain = decimals
                ? quantity.isWhole() && quantity.compareTo(Quantity.of(1000)) < 0
                : quantity.isWhole() || quantity.isKitchenFraction();
        Shown shown = shown(Amount.exact(quantity, known), line, plain, kitchen);
        return (shown.text + " " + word(shown, line, known, null, kitchen) + shown.more).strip();
    }

    /** The exact amount taken {@code factor} times, in the line's own unit; lines that do not scale come back as they are. */
    public static ParsedLine exactly(ParsedLine line, Quantity factor) {
        Quantity quantity = line.quantity();
        if (quantity == null || !scales(line)) {
            return line;
        }
        Quantity max = line.quantityMax();
        return new ParsedLine(line.text(), quantity.times(factor), max == null ? null : max.times(factor), line.unit(),
                line.name(), line.note(), line.optional());
    }

    /** One amount in the unit and the rounding it is shown in. */
    private record Shown(String text, @Nullable Unit unit, Quantity value, Remark remark, String more) {}

    private static Shown shown(Amount amount, ParsedLine line, boolean one, Kitchen kitchen) {
        Quantity exact = amount.quantity();
        Unit unit = amount.unit();
        if (unit == null || !AmountReader.isMeasured(unit)) {
            return counted(exact, unit, line, one, kitchen);
        }
        Unit target = Measuring.system(unit, kitchen);
        boolean readable = unit.writtenInDecimals() || Rounding.isReadable(exact, unit);
        if (one && !amount.about() && target.equals(unit) && readable) {
            return new Shown(Rounding.text(exact, unit, kitchen.locale()), unit, exact, Remark.NONE, "");
        }
        Measuring.Measured best = Measuring.sane(amount, unit, target, kitchen, line.quantityMax() != null);
        Quantity rounded = Rounding.nearest(best.value(), best.unit());
        Quantity rest = best.rest();
        Unit restUnit = best.restUnit();
        String more = rest == null || restUnit == null
                ? ""
                : " + " + Rounding.text(rest, restUnit, kitchen.locale()) + " " + restUnit.word(rest, kitchen.locale());
        Remark remark = Rounding.isNear(best.value(), rounded) ? Remark.NONE : Remark.ROUNDED;
        return new Shown(Rounding.text(rounded, best.unit(), kitchen.locale()), best.unit(), rounded,
                amount.about() ? Remark.ABOUT : remark, more);
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

package app.larder.kitchen;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says an amount in another unit: exactly where both measure the same, else "about", by the food's density and the weight
 * of one of it ({@link FoodWeights}).
 */
public final class Conversion {

    private static final Unit GRAM = Units.ALL.key("g");
    private static final Unit MILLILITRE = Units.ALL.key("ml");

    private Conversion() {}

    /**
     * The same amount of a food in another unit. Exact from mass to mass, volume to volume and dozens to pieces; about
     * from volume to mass by the food's density, and from things counted ("2 onions", "3 cloves of garlic", "a tin of
     * tomatoes") by the weight of one. Empty where the tables do not know the food or the units have nothing in common.
     *
     * @param from the amount's unit; null for the thing itself, which counts as pieces do
     * @param to the unit wanted; null for the thing itself
     * @param food its name as an ingredient line has it, in English or German
     */
    public static Optional<Amount> convert(
            Quantity quantity, @Nullable Unit from, @Nullable Unit to, String food, CupStandard cups) {
        return convert(Amount.exact(quantity, from), to, food, cups);
    }

    /** The same for an amount that may already be about right. */
    public static Optional<Amount> convert(Amount amount, @Nullable Unit to, String food, CupStandard cups) {
        Unit from = amount.unit();
        if (java.util.Objects.equals(from, to)) {
            return Optional.of(amount);
        }
        Unit counted = from == null ? Units.ALL.key("piece") : from;
        Optional<Quantity> same = counted.convert(amount.quantity(), to == null ? Units.ALL.key("piece") : to, cups);
        if (same.isPresent()) {
            return Optional.of(new Amount(same.get(), to, amount.about()));
        }
        Quantity one = grams(from, food, cups);
        Quantity other = grams(to, food, cups);
        return one == null || other == null
                ? Optional.empty()
                : Optional.of(new Amount(amount.quantity().times(one).dividedBy(other), to, true));
    }

    /**
     * What a line asks for in another unit. A size the line itself gives a package ("2 x 400 g tins", "1 (14 oz) can", "3
     * Dosen à 400 g") is taken as exact, and "plus 2 tablespoons" in its remark is added; of a range the lower end counts.
     * Empty for a line without an amount, and where
     * {@link #convert(Quantity, Unit, Unit, String, CupStandard)} is.
     */
    public static Optional<Amount> convert(ParsedLine line, @Nullable Unit to, CupStandard cups) {
        Quantity quantity = line.quantity();
        if (quantity == null) {
            return Optional.empty();
        }
        Unit unit = line.knownUnit().orElse(null);
        Optional<Amount> asWritten = line.unit().isEmpty() || unit != null
                ? convert(quantity, unit, to, line.name(), cups).map(amount -> withMore(amount, line, cups))
                : Optional.empty();
        if (asWritten.isPresent() && !asWritten.get().about()) {
            return asWritten;
        }
        return packageSize(line)
                .flatMap(size -> convert(size.times(quantity), to, line.name(), cups))
                .or(() -> asWritten);
    }

    /** With what the remark adds or takes off ("plus 2 tablespoons"). */
    private static Amount withMore(Amount amount, ParsedLine line, CupStandard cups) {
        Amount sum = amount;
        for (Plus plus : Plus.in(line.note(), false)) {
            Amount more = convert(plus.amount().quantity(), plus.unit(), amount.unit(), line.name(), cups).orElse(null);
            if (more != null) {
                Quantity total = plus.sign() > 0 ? sum.quantity().plus(more.quantity()) : sum.quantity().minus(more.quantity());
                sum = new Amount(total, sum.unit(), sum.about() || more.about());
            }
        }
        return sum;
    }

    /**
     * The size of one package as the line writes it: 400 g of "2 x 400 g tins of tomatoes". Empty where the line counts no
     * packages or pieces, or says no size; lengths are none.
     */
    public static Optional<Amount> packageSize(ParsedLine line) {
        Unit unit = line.knownUnit().orElse(null);
        if (line.note().isEmpty() || (unit != null && AmountReader.isMeasured(unit))) {
            return Optional.empty();
        }
        Tokens tokens = new Tokens(line.note());
        AmountReader amounts = new AmountReader(tokens);
        boolean packed = unit != null && unit.dimension() == Unit.Dimension.PACKAGE;
        boolean each = packed;
        for (int i = 0; i < tokens.count(); i++) {
            each |= switch (tokens.lower(i)) {
                case "each", "je", "jeweils", "à", "per", "pro" -> true;
                default -> false;
            };
            AmountReader.Amount size = tokens.isNumber(i) ? amounts.amount(i) : null;
            if (size != null) {
                AmountReader.UnitAt in = amounts.plainUnit(tokens.isDash(size.end()) ? size.end() + 1 : size.end());
                if (in != null && isMassOrVolume(in.unit())) {
                    each |= tokens.lower(in.end()).equals("each");
                    return Optional.of(new Amount(one(size.quantity(), line, each), in.unit(), !packed));
                }
                i = size.end() - 1;
            }
        }
        return Optional.empty();
    }

    /** "3 onions (about 300 g)" is the weight of all three, "(100 g each)" and a tin's that of one. */
    private static Quantity one(Quantity size, ParsedLine line, boolean each) {
        Quantity quantity = line.quantity();
        return each || quantity == null || quantity.isZero() ? size : size.dividedBy(quantity);
    }

    private static boolean isMassOrVolume(Unit unit) {
        return unit.dimension() == Unit.Dimension.MASS || unit.dimension() == Unit.Dimension.VOLUME;
    }

    /** Grams in one of the unit of this food; null if nothing says. */
    private static @Nullable Quantity grams(@Nullable Unit unit, String food, CupStandard cups) {
        if (unit == null || !AmountReader.isMeasured(unit)) {
            Quantity dozen = unit == null ? null : unit.size(cups);
            Quantity one = FoodWeights.ofOne(food, dozen == null ? unit : null).orElse(null);
            return one == null || dozen == null ? one : one.times(dozen);
        }
        Quantity grams = unit.convert(Quantity.ONE, GRAM, cups).orElse(null);
        if (grams != null) {
            return grams;
        }
        Quantity millilitres = unit.convert(Quantity.ONE, MILLILITRE, cups).orElse(null);
        return millilitres == null
                ? null
                : FoodWeights.ofMillilitre(food).map(millilitres::times).orElse(null);
    }
}

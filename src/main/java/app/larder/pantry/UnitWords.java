package app.larder.pantry;

import app.larder.kitchen.CupStandard;
import app.larder.kitchen.Quantity;
import app.larder.kitchen.SearchForm;
import app.larder.kitchen.Unit;
import java.util.Map;
import java.util.Optional;

/** What the pantry needs to know about units as people type them, packs with a size in brackets included. */
final class UnitWords {

    private static final Map<String, String> THOUSANDTHS = Map.of("kg", "g", "l", "ml");
    private static final String PIECE = "piece";
    private static final Quantity KILO = Quantity.of(1000);
    private static final Quantity CUP = Quantity.of(200);

    private UnitWords() {}

    /** The amount in another unit, exactly; empty if the two units do not measure the same. */
    static Optional<Quantity> convert(Quantity amount, String from, String to) {
        if (SearchForm.of(from).equals(SearchForm.of(to))) {
            return Optional.of(amount);
        }
        if (!SearchForm.of(bracket(from) + size(from)).equals(SearchForm.of(bracket(to) + size(to)))) {
            return Optional.empty();
        }
        Optional<Unit> a = unit(from);
        Optional<Unit> b = unit(to);
        if (a.isEmpty() || b.isEmpty()) {
            return Optional.empty();
        }
        boolean american = a.get().family() == Unit.Family.US && b.get().family() == Unit.Family.US;
        return a.get().convert(amount, b.get(), american ? CupStandard.US : CupStandard.METRIC);
    }

    /** The unit a thousand of which are one: grams of kilograms, millilitres of litres; empty for others. */
    static Optional<String> thousandth(String unit) {
        return Unit.of(unit).map(Unit::key).map(THOUSANDTHS::get);
    }

    /** Whether a cook counts in it: pieces, packs, or no unit at all. */
    static boolean isCount(String unit) {
        return unit(unit)
                .map(u -> u.dimension() == Unit.Dimension.COUNT || u.dimension() == Unit.Dimension.PACKAGE)
                .orElse(false);
    }

    /** Whether amounts in it are written with decimals ("1.5 kg") rather than fractions. */
    static boolean inDecimals(String unit) {
        return unit(unit).map(Unit::writtenInDecimals).orElse(false);
    }

    /** A handy step up or down from that amount. */
    static Quantity step(Quantity amount, String unit) {
        Unit known = unit(unit).orElse(null);
        Quantity size = known == null ? null : known.size(CupStandard.METRIC);
        if (known == null || size == null) {
            return Quantity.ONE;
        }
        if (known.family() != Unit.Family.METRIC) {
            return size.compareTo(CUP) >= 0 ? Quantity.of(1, 4) : Quantity.ONE;
        }
        if (size.compareTo(KILO) >= 0) {
            return amount.compareTo(Quantity.of(2)) <= 0 ? Quantity.of(1, 10) : Quantity.of(1, 2);
        }
        if (!size.equals(Quantity.ONE)) {
            return Quantity.ONE;
        }
        if (amount.compareTo(Quantity.of(100)) < 0) {
            return Quantity.of(10);
        }
        return amount.compareTo(KILO) < 0 ? Quantity.of(50) : Quantity.of(100);
    }

    /** Puts like beside like: weights, volumes, counts; units nobody knows last. */
    static int compareKinds(String one, String other) {
        Optional<Unit> a = unit(one);
        Optional<Unit> b = unit(other);
        return a.isEmpty() || b.isEmpty()
                ? Boolean.compare(a.isEmpty(), b.isEmpty())
                : a.get().dimension().compareTo(b.get().dimension());
    }

    /** The amount in grams, millilitres or centimetres where its unit has a size, else as it is. */
    static Quantity inBaseUnit(Quantity amount, String unit) {
        Quantity size = unit(unit).map(u -> u.size(CupStandard.METRIC)).orElse(null);
        return size == null ? amount : amount.times(size);
    }

    private static Optional<Unit> unit(String word) {
        int bracket = word.indexOf('(');
        String plain = (bracket < 0 ? word : word.substring(0, bracket)).strip();
        return plain.isEmpty() && bracket < 0 ? Unit.ofKey(PIECE) : Unit.of(plain);
    }

    /** The word before a unit that only describes it: "large" of "large tins", nothing of "fl oz". */
    private static String size(String word) {
        int bracket = word.indexOf('(');
        String plain = (bracket < 0 ? word : word.substring(0, bracket)).strip();
        int space = plain.lastIndexOf(' ');
        return space > 0 && Unit.of(plain).equals(Unit.of(plain.substring(space + 1))) ? plain.substring(0, space) : "";
    }

    private static String bracket(String word) {
        int bracket = word.indexOf('(');
        return bracket < 0 ? "" : word.substring(bracket).strip();
    }
}

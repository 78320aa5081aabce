package app.larder.kitchen;

import org.jspecify.annotations.Nullable;

/** Reads the unit and what may follow it before the name: the same amount in other units, the size of a package, "of". */
final class UnitReader {

    private final Reading reading;
    private final Tokens tokens;
    private final AmountReader amounts;

    UnitReader(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens;
        this.amounts = reading.amounts;
    }

    /** Takes the unit and returns the token after all that belongs to it. */
    int take(AmountReader.UnitAt found) {
        reading.unit(found);
        return afterUnit(found.end());
    }

    /** "2 x 400 g tins", "2 28-ounce cans": the size at {@code from} goes into the remark, the package is the unit. */
    int pack(int from) {
        int after = amounts.afterMeasure(from);
        if (after == from) {
            return from;
        }
        reading.note(from, after);
        int at = tokens.isDash(after) ? after + 1 : after;
        AmountReader.UnitAt found = amounts.unit(at);
        boolean counts = found != null && !isOnlyWord(found) && !AmountReader.isMeasured(found.unit());
        return found != null && counts ? take(found) : at;
    }

    /** Whether a counting unit is all there is before a comma, a bracket or the end: then it is the name ("4 cloves"). */
    boolean isOnlyWord(AmountReader.UnitAt found) {
        if (AmountReader.isMeasured(found.unit())) {
            return false;
        }
        int next = found.end();
        if (tokens.lower(next).equals("each") || isEach(next)) {
            return false;
        }
        boolean plus = tokens.lower(next).equals("plus") || (tokens.isMark(next, ',') && tokens.lower(next + 1).equals("plus"));
        if (plus && amounts.afterMeasure(tokens.isMark(next, ',') ? next + 2 : next + 1) > next + 2) {
            return false;
        }
        boolean more = tokens.isWord(next) || tokens.isOpen(next) || tokens.isNumber(next) || tokens.isMark(next, '/')
                || tokens.isQuote(next);
        return !more || tokens.is(next, Vocabulary.END);
    }

    int afterOf(int at) {
        if (!tokens.is(at, Vocabulary.OF) || at + 1 >= tokens.count()) {
            return at;
        }
        return tokens.is(at + 1, Vocabulary.ARTICLE) && at + 2 < tokens.count() ? at + 2 : at + 1;
    }

    int afterUnit(int from) {
        int at = afterAndHalf(from);
        boolean alternatives = false;
        while (at < tokens.count()) {
            alternatives |= tokens.isMark(at, '/');
            int next = afterOtherAmount(at, alternatives);
            if (next == at) {
                next = afterSecondUnit(at);
            }
            if (next == at && tokens.isMark(at, '.')) {
                next = at + 1;
            }
            if (next == at) {
                break;
            }
            at = next;
        }
        if (tokens.isMark(at, ',') && tokens.is(at + 1, Vocabulary.MEASURE) && tokens.count() > at + 2
                && (tokens.isWord(at + 2) || tokens.isMark(at + 2, '.'))) {
            reading.describeUnit(tokens.text(at + 1));
            at = tokens.isMark(at + 2, '.') ? at + 3 : at + 2;
        }
        if (tokens.is(at, Vocabulary.MEASURE) && tokens.is(at + 1, Vocabulary.OF)) {
            reading.unitText = reading.unitText + " " + tokens.text(at);
            at++;
        }
        if (isEach(at)) {
            int after = amounts.afterAboutMeasure(at + 1);
            reading.note(at, after);
            at = after;
        }
        if (tokens.is(at, Vocabulary.OR) && (tokens.lower(at + 1).equals("more") || tokens.lower(at + 1).equals("so"))) {
            reading.note(at, at + 2);
            at += 2;
        }
        int packed = tokens.covers(Vocabulary.MEASURE, at);
        if (packed > 0 && tokens.lower(at + packed - 1).equals("packed")) {
            reading.note(at, at + packed);
            at += packed;
        }
        if (tokens.lower(at).equals("each")) {
            at++;
        }
        return afterOf(at);
    }

    /** "1 càc et demie", "one cup and a half": the half belongs to the amount. */
    private int afterAndHalf(int at) {
        Quantity low = reading.quantity;
        AmountReader.Amount half = tokens.is(at, Vocabulary.AND) && !tokens.isNumber(at + 1) ? amounts.amount(at + 1) : null;
        if (half == null || low == null || reading.max != null || half.quantity().compareTo(Quantity.ONE) >= 0
                || amounts.unit(half.end()) != null) {
            return at;
        }
        reading.quantity = low.plus(half.quantity());
        return half.end();
    }

    /** "2 Dosen à 400 g": the size of one follows. */
    private boolean isEach(int at) {
        return (tokens.is(at, Vocabulary.EACH) || tokens.lower(at).equals("of")) && amounts.afterAboutMeasure(at + 1) > at + 1;
    }

    private int afterOtherAmount(int at, boolean alternatives) {
        if (tokens.isOpen(at)) {
            int close = tokens.afterBracket(at);
            boolean amount = amounts.onlyAmounts(at + 1, close - 1);
            if (amount && reading.unit != null && !AmountReader.isMeasured(reading.unit)) {
                reading.note(at, close);
            }
            return amount ? close : at;
        }
        boolean slash = tokens.isMark(at, '/') || tokens.isMark(at, '|');
        if (tokens.isMark(at, ',') && tokens.lower(at + 1).equals("plus") && tokens.isNumber(at + 2)) {
            int after = afterOtherAmount(at + 1, alternatives);
            return after == at + 1 ? at : after;
        }
        boolean plus = tokens.isMark(at, '+') || tokens.lower(at).equals("plus") || tokens.lower(at).equals("minus");
        boolean to = tokens.isDash(at) || tokens.is(at, Vocabulary.RANGE_TO);
        int start = slash || plus || to ? at + 1 : at;
        while ((slash || plus) && tokens.is(start, Vocabulary.ABOUT)) {
            start++;
        }
        AmountReader.Amount other = amounts.amount(start);
        if (other == null) {
            AmountReader.UnitAt bare = slash ? amounts.plainUnit(start) : null;
            return bare != null && AmountReader.isMeasured(bare.unit()) ? bare.end() : at;
        }
        if (!tokens.isNumber(start) && !plus) {
            return at;
        }
        int unitAt = tokens.isDash(other.end()) ? other.end() + 1 : other.end();
        AmountReader.UnitAt otherUnit = amounts.unit(unitAt);
        Unit unit = reading.unit;
        if (otherUnit == null || unit == null) {
            return slash && AmountReader.isMeasuredOrNone(unit) ? other.end() : at;
        }
        if (slash) {
            return otherUnit.end();
        }
        if (to) {
            return afterRangeEnd(at, other, otherUnit);
        }
        boolean sameKind = otherUnit.unit().dimension() == unit.dimension() && AmountReader.isMeasured(unit);
        if (!alternatives && (plus || (sameKind && !add(other, otherUnit.unit())))) {
            reading.note(at, otherUnit.end());
        }
        return alternatives || plus || sameKind ? otherUnit.end() : at;
    }

    /**
     * "1 lb 4 oz": one amount in the first unit, of which the second is a part; "500 ml 2 cups" says the same twice. "plus 2
     * tablespoons" stays in the remark, where {@link Plus} finds it.
     */
    private boolean add(AmountReader.Amount more, Unit in) {
        Unit unit = reading.unit;
        Quantity quantity = reading.quantity;
        if (unit == null || quantity == null || reading.max != null || more.max() != null) {
            return false;
        }
        Quantity converted = in.convert(more.quantity(), unit, CupStandard.US).orElse(null);
        if (converted == null || !AmountReader.isMeasured(unit) || converted.compareTo(Quantity.ONE) >= 0) {
            return false;
        }
        if (in.family() != unit.family() && Rounding.isNear(quantity, converted, Quantity.of(1, 10))) {
            return false;
        }
        reading.quantity = quantity.plus(converted);
        return true;
    }

    /** "250 g - 300 g", "2 teaspoons to 1 tablespoon". */
    private int afterRangeEnd(int at, AmountReader.Amount high, AmountReader.UnitAt highUnit) {
        Quantity low = reading.quantity;
        Unit unit = reading.unit;
        Quantity converted = unit == null
                ? null
                : highUnit.unit().convert(high.quantity(), unit, CupStandard.US).orElse(null);
        if (converted == null || reading.max != null || low == null || converted.compareTo(low) <= 0) {
            return at;
        }
        reading.max = converted;
        return highUnit.end();
    }

    /** "15 g | rams", "15-ounce can", "2 cm piece": a second unit word that belongs to the first. */
    private int afterSecondUnit(int at) {
        Unit unit = reading.unit;
        if (unit == null || reading.quantity == null) {
            return at;
        }
        if (tokens.isMark(at, '|') && tokens.isWord(at + 1)) {
            String whole = reading.unitText.toLowerCase(java.util.Locale.ROOT) + tokens.lower(at + 1);
            boolean known = amounts.plainUnit(at + 1) != null || Units.ALL.word(whole, whole) != null;
            return known ? at + 2 : at + 1;
        }
        if (!AmountReader.isMeasured(unit) || reading.unitText.indexOf(' ') >= 0) {
            return at;
        }
        AmountReader.UnitAt second = secondUnit(tokens.isDash(at) ? at + 1 : at);
        if (second == null) {
            return at;
        }
        if (unit.dimension() == Unit.Dimension.LENGTH && !AmountReader.isMeasured(second.unit())) {
            reading.unitText = reading.unitText + " " + reading.text(second.start(), second.end());
            return second.end();
        }
        if (second.unit().dimension() == Unit.Dimension.PACKAGE || isLump(second.unit())) {
            reading.note(second.start(), second.end());
            return second.end();
        }
        return at;
    }

    private AmountReader.@Nullable UnitAt secondUnit(int at) {
        AmountReader.UnitAt second = amounts.unit(at);
        return second == null || isOnlyWord(second) ? null : second;
    }

    private static boolean isLump(Unit unit) {
        return unit.key().equals("piece") || unit.key().equals("chunk") || unit.key().equals("block")
                || unit.key().equals("bunch");
    }
}

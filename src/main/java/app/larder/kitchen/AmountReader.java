package app.larder.kitchen;

import org.jspecify.annotations.Nullable;

/** Reads amounts and units at a place in a line's tokens. Every method looks only; none keeps anything. */
final class AmountReader {

    /** "2 cups / 470 ml / 16 fl oz": more sizes than this nobody writes. */
    private static final int MOST_ALTERNATIVES = 4;

    private final Tokens tokens;

    AmountReader(Tokens tokens) {
        this.tokens = tokens;
    }

    /** A number or a range; {@code end} is the token after it. */
    record Amount(Quantity quantity, @Nullable Quantity max, int end, char separator) {}

    /** A unit from token {@code start}, words that describe it included, to before token {@code end}. */
    record UnitAt(Unit unit, int start, int end) {}

    /** A number or range that begins at token i; null if none does. */
    @Nullable Amount amount(int i) {
        Amount low = number(i);
        if (low == null) {
            return null;
        }
        int next = low.end();
        boolean dash = tokens.isDash(next);
        if (dash) {
            next++;
        }
        boolean word = tokens.is(next, Vocabulary.RANGE_TO);
        if (word) {
            next++;
        }
        if (!dash && !word) {
            return low;
        }
        Amount high = tokens.isNumber(next) || word ? number(next) : null;
        if (high == null || high.quantity().compareTo(low.quantity()) <= 0) {
            return low;
        }
        return new Amount(low.quantity(), high.quantity(), high.end(), high.separator());
    }

    /** One number at token i: digits, a fraction, both, or a word. */
    private @Nullable Amount number(int i) {
        Numerals.Found found = tokens.number(i);
        if (found == null) {
            return wordNumber(i);
        }
        Quantity value = found.value();
        int next = i + 1;
        if (!found.whole()) {
            Numerals.Found more = tokens.lower(next).equals("plus") ? tokens.number(next + 1) : null;
            return more != null && more.fraction()
                    ? new Amount(value.plus(more.value()), null, next + 2, '\0')
                    : new Amount(value, null, next, found.separator());
        }
        Numerals.Found second = tokens.number(next);
        if (second != null && second.properFraction() && !tokens.glued(next)) {
            return new Amount(value.plus(second.value()), null, next + 1, '\0');
        }
        Numerals.Found third = tokens.number(next + 1);
        if (third != null && !value.isZero()) {
            boolean joined = tokens.is(next, Vocabulary.AND)
                    || (tokens.isDash(next) && tokens.glued(next) && tokens.glued(next + 1));
            if (joined && third.properFraction()) {
                return new Amount(value.plus(third.value()), null, next + 2, '\0');
            }
            boolean bar = tokens.isMark(next, '/') || tokens.isMark(next, '\u2044');
            if (bar && third.whole() && value.compareTo(third.value()) < 0 && third.value().isKitchenFraction()) {
                return new Amount(value.dividedBy(third.value()), null, next + 2, '\0');
            }
        }
        Amount part = tokens.isWord(next) && !tokens.lower(next).equals("half") ? wordNumber(next) : null;
        if (part != null && part.quantity().compareTo(Quantity.ONE) < 0) {
            return new Amount(value.times(part.quantity()), null, part.end(), '\0');
        }
        if (tokens.lower(next).equals("plus") && third != null && third.fraction()) {
            return new Amount(value.plus(third.value()), null, next + 2, '\0');
        }
        if (tokens.is(next, Vocabulary.AND)) {
            Amount andPart = wordNumber(next + 1);
            if (andPart != null && andPart.quantity().compareTo(Quantity.ONE) < 0) {
                return new Amount(value.plus(andPart.quantity()), null, andPart.end(), '\0');
            }
        }
        return new Amount(value, null, next, '\0');
    }

    private @Nullable Amount wordNumber(int i) {
        if (!tokens.isWord(i)) {
            return null;
        }
        for (Vocabulary.Phrase phrase : tokens.phrases(i)) {
            if (phrase.use() == 0) {
                int covered = tokens.covers(phrase, i);
                if (covered > 0) {
                    return new Amount(phrase.number(), null, i + covered, '\0');
                }
            }
        }
        Quantity number = Vocabulary.WORDS.number(tokens.lower(i));
        return number == null ? null : new Amount(number, null, i + 1, '\0');
    }

    /** A unit at token i, after words that describe it ("heaped", "large"); null if none stands there. */
    @Nullable UnitAt unit(int i) {
        UnitAt plain = plainUnit(i);
        if (plain != null) {
            return plain;
        }
        int at = i;
        while (at < i + 3 && at < tokens.count()) {
            int before = at;
            at += Math.max(tokens.covers(Vocabulary.MEASURE, at), tokens.is(at, Vocabulary.SIZE) || isShape(at) ? 1 : 0);
            if (at == before) {
                return null;
            }
            if (tokens.isMark(at, '.')) {
                at++;
            }
            UnitAt unit = plainUnit(at);
            if (unit != null) {
                return new UnitAt(unit.unit(), i, unit.end());
            }
        }
        return null;
    }

    /** "paper-thin", "hand-sized", "finger-thick": words that say how large a slice or piece is. */
    private boolean isShape(int i) {
        String word = tokens.lower(i);
        int hyphen = word.lastIndexOf('-');
        return hyphen > 0 && switch (word.substring(hyphen + 1)) {
            case "thin", "thick", "sized", "size", "wide", "long", "dicke", "große", "lange" -> true;
            default -> false;
        };
    }

    /** A unit that begins at token i itself. */
    @Nullable UnitAt plainUnit(int i) {
        if (!tokens.isWord(i)) {
            return null;
        }
        String lower = tokens.lower(i);
        int longest = Units.ALL.longestFrom(lower);
        if (longest > 1) {
            UnitAt phrase = phraseUnit(i, longest);
            if (phrase != null) {
                return phrase;
            }
        }
        String written = tokens.text(i);
        Unit unit = Units.ALL.word(written, lower);
        if (unit == null) {
            String bare = Plurals.withoutBracket(lower);
            unit = bare.equals(lower) ? null : Units.ALL.word(bare, bare);
        }
        return unit == null ? null : new UnitAt(unit, i, afterDot(i + 1));
    }

    private @Nullable UnitAt phraseUnit(int i, int longest) {
        StringBuilder words = new StringBuilder(tokens.lower(i));
        UnitAt best = null;
        int at = i + 1;
        for (int count = 1; count < longest; count++) {
            while (tokens.isMark(at, '.')) {
                at++;
            }
            if (!tokens.isWord(at)) {
                break;
            }
            words.append(' ').append(tokens.lower(at));
            at++;
            Unit unit = Units.ALL.phrase(words.toString());
            if (unit != null) {
                best = new UnitAt(unit, i, afterDot(at));
            }
        }
        return best;
    }

    private int afterDot(int i) {
        return tokens.isMark(i, '.') && tokens.glued(i) ? i + 1 : i;
    }

    /** The token after "400 g", "14-ounce", "1cm/½in" and the like at i; i itself if no measured size stands there. */
    int afterMeasure(int i) {
        return afterMeasure(i, MOST_ALTERNATIVES);
    }

    private int afterMeasure(int i, int alternatives) {
        Amount amount = amount(i);
        if (amount == null) {
            return i;
        }
        int at = tokens.isDash(amount.end()) ? amount.end() + 1 : amount.end();
        UnitAt unit = plainUnit(at);
        if (unit == null) {
            return isSizeWord(at) ? at + 1 : i;
        }
        if (!isMeasured(unit.unit())) {
            return i;
        }
        at = unit.end();
        if (alternatives > 0 && (tokens.isMark(at, '/') || (tokens.isMark(at, '(') && tokens.isNumber(at + 1)))) {
            boolean bracket = tokens.isMark(at, '(');
            int second = afterMeasure(at + 1, alternatives - 1);
            int next = second > at + 1 && !bracket && tokens.isNumber(second) ? afterMeasure(second, alternatives - 1) : second;
            second = Math.max(second, next);
            if (second > at + 1 && (!bracket || tokens.isClose(second))) {
                return bracket ? second + 1 : second;
            }
        }
        return at;
    }

    /** The same with "ca." and the like before it. */
    int afterAboutMeasure(int i) {
        int at = i;
        while (tokens.is(at, Vocabulary.ABOUT) && !tokens.isNumber(at)) {
            at += tokens.isMark(at + 1, '.') ? 2 : 1;
        }
        int after = tokens.isNumber(at) ? afterMeasure(at) : at;
        return after > at ? after : i;
    }

    /** "inch-thick", "cm-long": a length with a word that says which. */
    private boolean isSizeWord(int i) {
        String word = tokens.lower(i);
        int hyphen = word.indexOf('-');
        if (hyphen <= 0) {
            return false;
        }
        String first = word.substring(0, hyphen);
        Unit unit = Units.ALL.word(first, first);
        return unit != null && isMeasured(unit);
    }

    /** Whether only amounts with units ("about 225 g / 8 oz") stand from token i to before {@code end}. */
    boolean onlyAmounts(int i, int end) {
        int at = i;
        boolean any = false;
        while (at < end) {
            Amount amount = amount(at);
            if (amount != null && amount.end() <= end) {
                int unitAt = tokens.isDash(amount.end()) ? amount.end() + 1 : amount.end();
                UnitAt unit = unit(unitAt);
                if (unit == null || unit.end() > end) {
                    return false;
                }
                any = true;
                at = unit.end();
            } else if (tokens.is(at, Vocabulary.ABOUT | Vocabulary.OR | Vocabulary.AND | Vocabulary.RANGE_TO)
                    || !(tokens.isWord(at) || tokens.isNumber(at))) {
                at++;
            } else {
                return false;
            }
        }
        return any;
    }

    static boolean isMeasuredOrNone(@Nullable Unit unit) {
        return unit == null || isMeasured(unit);
    }

    static boolean isMeasured(Unit unit) {
        return switch (unit.dimension()) {
            case MASS, VOLUME, LENGTH -> true;
            case COUNT, PACKAGE, PINCH -> false;
        };
    }
}

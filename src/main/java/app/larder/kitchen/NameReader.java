package app.larder.kitchen;

import java.util.Locale;

/** Reads the name and leaves preparation, sizes and remarks in the note. Used once. */
final class NameReader {

    private final Reading reading;
    private final Tokens tokens;
    private final AmountReader amounts;
    private final PhraseReader phrases;
    private final boolean hadAmount;
    private final NameBuilder name;
    private int sizeFrom = -1;
    private int sizeTo = -1;

    NameReader(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens;
        this.amounts = reading.amounts;
        this.phrases = new PhraseReader(tokens, amounts);
        this.name = new NameBuilder(tokens);
        this.hadAmount = reading.quantity != null;
    }

    String read(int from) {
        int noted = reading.note.length();
        int at = from;
        while (at < tokens.count()) {
            int next = step(at);
            if (next < 0) {
                settleUnit();
                rest(at);
                break;
            }
            at = next;
        }
        settleUnit();
        return name.isEmpty() ? reading.upToComma(from, noted) : name.trimmed();
    }

    /** Reads on from one token; -1 where the name ends. */
    private int step(int at) {
        if (tokens.isOpen(at)) {
            return bracket(at);
        }
        if (tokens.isNumber(at)) {
            return number(at);
        }
        if (!tokens.isWord(at)) {
            return mark(at);
        }
        int fixed = fixedName(at);
        if (fixed > 0) {
            name.keepName(at, at + fixed);
            return at + fixed;
        }
        if (name.hasNoun() && phrases.endsHere(at)) {
            return -1;
        }
        int preparation = phrases.afterPreparation(at, name.hasNoun());
        if (preparation > at) {
            return preparation(at, preparation);
        }
        if (!name.hasNoun() && at + 1 < tokens.count()) {
            int size = size(at);
            if (size > at) {
                return size;
            }
        }
        if (name.isEmpty() && (tokens.is(at, Vocabulary.OR | Vocabulary.AND) || tokens.lower(at).equals("each"))
                && at + 1 < tokens.count()) {
            return at + 1;
        }
        name.keep(at);
        return at + 1;
    }

    /** How many tokens a name that is not taken apart covers: "half and half", and "chopped tomatoes" in tins. */
    private int fixedName(int at) {
        int fixed = tokens.covers(Vocabulary.NAME, at);
        boolean bought = reading.isUnit(Unit.Dimension.PACKAGE) || reading.isUnit(Unit.Dimension.MASS);
        return fixed == 0 && bought ? tokens.covers(Vocabulary.TIN_NAME, at) : fixed;
    }

    /** Sizes before the name.hasNoun(), with "or 3 small" and "to large" between them. */
    private int size(int at) {
        int end = at;
        if (name.isEmpty() && tokens.is(at, Vocabulary.OR | Vocabulary.RANGE_TO) && sizeTo == at) {
            AmountReader.Amount other = amounts.amount(at + 1);
            int next = other == null ? at + 1 : other.end();
            end = tokens.is(next, Vocabulary.SIZE) ? next + 1 : at;
        } else if ((tokens.lower(at).equals("extra") || tokens.is(at, Vocabulary.MANNER)) && tokens.is(at + 1, Vocabulary.SIZE)
                && !tokens.is(at, Vocabulary.SIZE)) {
            end = at + 2;
        } else if (tokens.is(at, Vocabulary.SIZE)) {
            end = at + 1;
        }
        if (end == at) {
            return at;
        }
        if (tokens.lower(end).equals("size") || tokens.lower(end).equals("sized")) {
            end++;
        }
        if (name.isEmpty() && (sizeFrom < 0 || sizeTo == at)) {
            sizeFrom = sizeFrom < 0 ? at : sizeFrom;
            sizeTo = end;
        } else {
            reading.note(at, end);
        }
        return tokens.isMark(end, '.') ? end + 1 : end;
    }

    private int bracket(int at) {
        int close = tokens.afterBracket(at);
        if (amounts.onlyAmounts(at + 1, close - 1)) {
            if (reading.quantity == null) {
                takeAmount(at + 1);
            } else if (reading.unit == null || !AmountReader.isMeasured(reading.unit)) {
                reading.note(at, close);
            }
        } else if ((name.hasNoun() || (!name.isEmpty() && tokens.isWord(close)))
                && (phrases.isSynonym(at, close) || phrases.isAlternative(at, close))) {
            name.keep(at, close);
        } else {
            reading.note(at, close);
        }
        return close;
    }

    /** The first amount with a unit from token i on. */
    private void takeAmount(int from) {
        for (int i = from; i < tokens.count(); i++) {
            AmountReader.Amount amount = amounts.amount(i);
            if (amount != null) {
                reading.amount(amount);
                AmountReader.UnitAt found = amounts.unit(afterDash(amount.end()));
                if (reading.unit == null && found != null) {
                    reading.unit(found);
                }
                return;
            }
        }
    }

    private int afterDash(int at) {
        return tokens.isDash(at) ? at + 1 : at;
    }

    private int number(int at) {
        AmountReader.Amount amount = amounts.amount(at);
        if (amount != null && tokens.isMark(amount.end(), '%')) {
            name.keep(at, amount.end() + 1);
            return amount.end() + 1;
        }
        if (name.isEmpty() || amount == null) {
            int measure = amount == null ? at : amounts.afterMeasure(at);
            if (measure > at && hadAmount) {
                reading.note(at, measure);
                return measure;
            }
            name.keep(at);
            return at + 1;
        }
        AmountReader.UnitAt measured = amounts.unit(afterDash(amount.end()));
        if (reading.quantity != null && !name.hasNoun() && tokens.is(at - 1, Vocabulary.OR) && measured == null) {
            reading.note(at, amount.end());
            return amount.end();
        }
        if (reading.quantity != null) {
            if (measured != null || tokens.is(at - 1, Vocabulary.OR)) {
                return -1;
            }
            name.keep(at);
            return at + 1;
        }
        if (measured != null && reading.unit == null) {
            reading.amount(amount);
            reading.unit(measured);
            return measured.end();
        }
        if (measured == null && (amount.end() >= tokens.count() || tokens.isMark(amount.end(), ','))) {
            reading.amount(amount);
            return amount.end();
        }
        name.keep(at);
        return at + 1;
    }

    private int mark(int at) {
        if (name.isEmpty()) {
            return at + 1;
        }
        if (tokens.isMark(at, ',')) {
            if ((!name.hasNounSinceOr() && tokens.isWord(at + 1)) || phrases.listContinues(at)) {
                name.keep(at);
                return at + 1;
            }
            return -1;
        }
        if (tokens.isMark(at, ';') || tokens.isMark(at, '|') || tokens.isMark(at, '+')) {
            return -1;
        }
        if (tokens.isDash(at) && tokens.glued(at) && tokens.is(at + 1, Vocabulary.OR | Vocabulary.AND)) {
            name.keep(at);
            return at + 1;
        }
        if (tokens.isDash(at) && !(tokens.glued(at) && tokens.glued(at + 1))) {
            return tokens.isNumber(at + 1) && reading.quantity == null ? at + 1 : -1;
        }
        if (tokens.isMark(at, ':') && name.hasNoun() && !tokens.isNumber(at + 1)) {
            return -1;
        }
        if (tokens.isMark(at, ':') || tokens.isMark(at, '*') || tokens.isMark(at, '=') || tokens.isClose(at)) {
            return at + 1;
        }
        if (tokens.isMark(at, '.') && !tokens.glued(at + 1)) {
            return at + 1;
        }
        if (tokens.isMark(at, '/') && tokens.isNumber(at + 1)) {
            return -1;
        }
        name.keep(at);
        return at + 1;
    }

    private int preparation(int at, int after) {
        boolean closes = phrases.closes(after);
        boolean joined = name.endsWith(Vocabulary.AND | Vocabulary.OR);
        if (name.hasNoun() && closes && !joined) {
            return -1;
        }
        if (!name.isEmpty() && !closes && name.endsWith(Vocabulary.OR)) {
            name.keep(at, after);
            return after;
        }
        reading.note(at, after);
        return after;
    }

    /** What follows the name; an amount in it counts where the line has no other. */
    private void rest(int at) {
        int noted = reading.note.length();
        reading.note.add(tokens.line, tokens.start(at), tokens.line.length());
        if (reading.quantity != null || reading.unit != null || tokens.lower(at).equals("plus")) {
            return;
        }
        for (int i = at; i < tokens.count(); i++) {
            AmountReader.Amount amount = tokens.isNumber(i) ? amounts.amount(i) : null;
            if (amount != null) {
                AmountReader.UnitAt found = amounts.unit(amount.end());
                if (found != null && found.unit().dimension() != Unit.Dimension.LENGTH
                        && AmountReader.isMeasured(found.unit())) {
                    reading.amount(amount);
                    reading.unit(found);
                    if (i == at + 1 && found.end() == tokens.count()) {
                        reading.note.cutTo(noted);
                    }
                    return;
                }
                i = amount.end() - 1;
            }
        }
    }

    /** "2 large garlic cloves": the last word counts the thing before it, and the size is its size. */
    private void settleUnit() {
        int lastWord = reading.unit == null && hadAmount ? name.lastWord() : -1;
        AmountReader.UnitAt last = lastWord < 0 ? null : amounts.plainUnit(lastWord);
        if (last != null && Vocabulary.WORDS.mayTrail(last.unit(), tokens.lower(lastWord - 1))) {
            reading.unit(last);
            name.dropLastWord();
            String first = name.firstWord();
            if (sizeFrom >= 0) {
                reading.describeUnit(reading.text(sizeFrom, sizeTo));
            } else if (isMeasureOnly(first)) {
                reading.describeUnit(first);
                name.dropFirstWord();
            }
        } else if (sizeFrom >= 0) {
            reading.note(sizeFrom, sizeTo);
        }
        sizeFrom = -1;
    }

    private static boolean isMeasureOnly(String word) {
        int uses = Vocabulary.WORDS.uses(word.toLowerCase(Locale.ROOT));
        return (uses & Vocabulary.MEASURE) != 0 && (uses & Vocabulary.END) == 0 && !word.equals("whole");
    }
}

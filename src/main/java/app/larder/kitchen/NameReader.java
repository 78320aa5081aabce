package app.larder.kitchen;

import java.util.Locale;

/** Reads the name and leaves preparation, sizes and remarks in the note. Used once. */
final class NameReader {

    private final Reading reading;
    private final Tokens tokens;
    private final AmountReader amounts;
    private final PhraseReader phrases;
    private final boolean hadAmount;
    private final StringBuilder name = new StringBuilder();
    private int lastKept = -1;
    private int lastWord = -1;
    private int words;
    private boolean noun;
    private boolean nounSinceOr;
    private int sizeFrom = -1;
    private int sizeTo = -1;

    NameReader(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens;
        this.amounts = reading.amounts;
        this.phrases = new PhraseReader(tokens, amounts);
        this.hadAmount = reading.quantity != null;
    }

    String read(int from) {
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
        return words == 0 ? fallback(from) : trimmed();
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
            for (int i = at; i < at + fixed; i++) {
                keep(i);
            }
            noun = true;
            nounSinceOr = true;
            return at + fixed;
        }
        if (noun && phrases.endsHere(at)) {
            return -1;
        }
        int preparation = phrases.afterPreparation(at, noun);
        if (preparation > at) {
            return preparation(at, preparation);
        }
        if (!noun && at + 1 < tokens.count()) {
            int size = size(at);
            if (size > at) {
                return size;
            }
        }
        if (words == 0 && (tokens.is(at, Vocabulary.OR | Vocabulary.AND) || tokens.lower(at).equals("each"))
                && at + 1 < tokens.count()) {
            return at + 1;
        }
        keep(at);
        return at + 1;
    }

    /** How many tokens a name that is not taken apart covers: "half and half", and "chopped tomatoes" in tins. */
    private int fixedName(int at) {
        int fixed = tokens.covers(Vocabulary.NAME, at);
        boolean bought = reading.isUnit(Unit.Dimension.PACKAGE) || reading.isUnit(Unit.Dimension.MASS);
        return fixed == 0 && bought ? tokens.covers(Vocabulary.TIN_NAME, at) : fixed;
    }

    /** Sizes before the noun, with "or 3 small" and "to large" between them. */
    private int size(int at) {
        int end = at;
        if (words == 0 && tokens.is(at, Vocabulary.OR | Vocabulary.RANGE_TO) && sizeTo == at) {
            AmountReader.Amount other = amounts.amount(at + 1);
            int next = other == null ? at + 1 : other.end();
            end = tokens.is(next, Vocabulary.SIZE) ? next + 1 : at;
        } else if (tokens.lower(at).equals("extra") && tokens.is(at + 1, Vocabulary.SIZE)) {
            end = at + 2;
        } else if (tokens.is(at, Vocabulary.SIZE)) {
            end = at + 1;
        }
        if (end == at) {
            return at;
        }
        if (words == 0 && (sizeFrom < 0 || sizeTo == at)) {
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
        } else if ((noun || (words > 0 && tokens.isWord(close)))
                && (phrases.isSynonym(at, close) || phrases.isAlternative(at, close))) {
            for (int i = at; i < close; i++) {
                keep(i);
            }
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
            for (int i = at; i <= amount.end(); i++) {
                keep(i);
            }
            return amount.end() + 1;
        }
        if (words == 0 || amount == null) {
            int measure = amount == null ? at : amounts.afterMeasure(at);
            if (measure > at && hadAmount) {
                reading.note(at, measure);
                return measure;
            }
            keep(at);
            return at + 1;
        }
        AmountReader.UnitAt measured = amounts.unit(afterDash(amount.end()));
        if (reading.quantity != null) {
            if (measured != null || tokens.is(at - 1, Vocabulary.OR)) {
                return -1;
            }
            keep(at);
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
        keep(at);
        return at + 1;
    }

    private int mark(int at) {
        if (words == 0) {
            return at + 1;
        }
        if (tokens.isMark(at, ',')) {
            if ((!nounSinceOr && tokens.isWord(at + 1)) || phrases.listContinues(at)) {
                keep(at);
                return at + 1;
            }
            return -1;
        }
        if (tokens.isMark(at, ';') || tokens.isMark(at, '|') || tokens.isMark(at, '+')) {
            return -1;
        }
        if (tokens.isDash(at) && tokens.glued(at) && tokens.is(at + 1, Vocabulary.OR | Vocabulary.AND)) {
            keep(at);
            return at + 1;
        }
        if (tokens.isDash(at) && !(tokens.glued(at) && tokens.glued(at + 1))) {
            return tokens.isNumber(at + 1) && reading.quantity == null ? at + 1 : -1;
        }
        if (tokens.isMark(at, ':') && noun && !tokens.isNumber(at + 1)) {
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
        keep(at);
        return at + 1;
    }

    private int preparation(int at, int after) {
        boolean closes = phrases.closes(after);
        boolean joined = lastKept >= 0 && tokens.is(lastKept, Vocabulary.AND | Vocabulary.OR);
        if (noun && closes && !joined) {
            return -1;
        }
        if (noun && joined && !closes && tokens.is(lastKept, Vocabulary.OR)) {
            for (int i = at; i < after; i++) {
                keep(i);
            }
            return after;
        }
        reading.note(at, after);
        return after;
    }

    private void keep(int at) {
        if (lastKept >= 0 && !(lastKept == at - 1 && tokens.glued(at)) && !tokens.isMark(at, ',')) {
            name.append(' ');
        }
        name.append(tokens.line, tokens.start(at), tokens.end(at));
        lastKept = at;
        if (tokens.isWord(at)) {
            words++;
            lastWord = at;
            boolean thing = !tokens.is(at, Vocabulary.ADJECTIVE | Vocabulary.AND | Vocabulary.OR | Vocabulary.OF | Vocabulary.MANNER
                    | Vocabulary.BUT);
            noun |= thing;
            nounSinceOr = !tokens.is(at, Vocabulary.OR) && (nounSinceOr || thing);
        }
    }

    /** What follows the name; an amount in it counts where the line has no other. */
    private void rest(int at) {
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
                    return;
                }
                i = amount.end() - 1;
            }
        }
    }

    /** "2 large garlic cloves": the last word counts the thing before it, and the size is its size. */
    private void settleUnit() {
        AmountReader.UnitAt last = reading.unit == null && hadAmount && words > 1 && lastKept == lastWord
                ? amounts.plainUnit(lastWord)
                : null;
        if (last != null && mayTrail(last)) {
            reading.unit(last);
            name.setLength(name.length() - (tokens.end(lastWord) - tokens.start(lastWord)));
            int space = name.indexOf(" ");
            String first = space < 0 ? "" : name.substring(0, space);
            if (sizeFrom >= 0) {
                reading.describeUnit(reading.text(sizeFrom, sizeTo));
            } else if (space < name.length() - 1 && isMeasureOnly(first)) {
                reading.describeUnit(first);
                name.delete(0, space + 1);
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

    private boolean mayTrail(AmountReader.UnitAt last) {
        String before = lastWord > 0 ? tokens.lower(lastWord - 1) : "";
        return Vocabulary.WORDS.mayTrail(last.unit(), before);
    }

    /** No word was left for the name: then everything after the amount is. */
    private String fallback(int from) {
        if (from >= tokens.count()) {
            return "";
        }
        NoteBuilder all = new NoteBuilder();
        all.add(tokens.line, tokens.start(from), tokens.line.length());
        return all.toString();
    }

    private String trimmed() {
        int end = name.length();
        boolean again = true;
        while (again) {
            again = false;
            while (end > 0 && (Numerals.isSpace(name.charAt(end - 1)) || ",;:-–/&.".indexOf(name.charAt(end - 1)) >= 0)) {
                end--;
            }
            int space = end - 1;
            while (space >= 0 && name.charAt(space) != ' ') {
                space--;
            }
            if (space > 0) {
                int uses = Vocabulary.WORDS.uses(name.substring(space + 1, end).toLowerCase(Locale.ROOT));
                if ((uses & (Vocabulary.AND | Vocabulary.OR | Vocabulary.OF | Vocabulary.RANGE_TO)) != 0) {
                    end = space;
                    again = true;
                }
            }
        }
        return name.substring(0, end);
    }
}

package app.larder.kitchen;

/** Reads one line: first what stands before the name, then {@link NameReader} the rest. Used once. */
final class LineReader {

    private static final int LONGEST_PART = 8;

    private final Reading reading;
    private final Tokens tokens;
    private final AmountReader amounts;
    private final UnitReader units;

    LineReader(String line) {
        reading = new Reading(line);
        tokens = reading.tokens;
        amounts = reading.amounts;
        units = new UnitReader(reading);
    }

    ParsedLine read() {
        int nameFrom = leadingAmount(part(heading(skipBullets())));
        String name = new NameReader(reading).read(nameFrom);
        if (name.isEmpty() && reading.quantity == null) {
            name = tokens.line.strip();
            reading.unitText = "";
        }
        return new ParsedLine(tokens.line, reading.quantity, reading.max, reading.unitText,
                Plurals.resolve(name, reading.quantity), reading.note.toString(), isOptional());
    }

    private int skipBullets() {
        int at = 0;
        while (at < tokens.count() && !tokens.isWord(at) && !tokens.isNumber(at) && !tokens.isOpen(at)) {
            at++;
        }
        return at;
    }

    /** "For the sauce: ", "Optional: ", "Garnish: ": words before a colon that say what the line is for go into the remark. */
    private int heading(int from) {
        int at = from;
        while (at < from + LONGEST_PART && tokens.isWord(at) && !tokens.is(at, Vocabulary.TIMES)) {
            at++;
        }
        if (at == from || !tokens.isMark(at, ':') || at + 1 >= tokens.count()) {
            return from;
        }
        boolean says = tokens.covers(Vocabulary.END, from) > 0 || tokens.covers(Vocabulary.OPTIONAL, from) > 0
                || tokens.is(from, Vocabulary.HEADING) || namesAfterAmount(at + 1);
        if (!says) {
            return from;
        }
        reading.note(from, at);
        return at + 1;
    }

    /** Whether an amount stands here and a name behind it: "Belag: 200 g Sahne", but not "Sahne: 200 g". */
    private boolean namesAfterAmount(int at) {
        AmountReader.Amount amount = amounts.amount(at);
        AmountReader.UnitAt unit = amount == null ? null : amounts.unit(amount.end());
        if (amount == null) {
            return false;
        }
        return unit == null ? tokens.isWord(amount.end()) && tokens.isWord(amount.end() + 1) : tokens.isWord(unit.end());
    }

    /** "juice of", "grated zest and juice of": goes into the remark, what follows is read as usual. */
    private int part(int from) {
        int at = from;
        boolean any = false;
        while (at < tokens.count() && at < from + LONGEST_PART) {
            boolean the = at == from && tokens.is(at, Vocabulary.THE) && tokens.is(at + 1, Vocabulary.PART);
            if (the) {
                at++;
            }
            boolean taken = at == from && tokens.is(at, Vocabulary.LOST) && tokens.is(at + 1, Vocabulary.TAKEN_FROM);
            if (taken || tokens.is(at, Vocabulary.PART)) {
                any = true;
            } else if (any && tokens.is(at, Vocabulary.PART_OF)) {
                reading.note(from, at + 1);
                return Vocabulary.WORDS.number(tokens.lower(at)) == null ? at + 1 : at;
            } else if (!tokens.is(at, Vocabulary.AND | Vocabulary.PREPARATION | Vocabulary.MANNER | Vocabulary.ARTICLE)
                    && !tokens.lower(at).equals("fresh")
                    && !tokens.isMark(at, ',')) {
                return from;
            }
            at++;
        }
        return from;
    }

    private int leadingAmount(int from) {
        int vague = tokens.covers(Vocabulary.VAGUE, from);
        if (vague > 0) {
            return afterVague(from, from + vague);
        }
        int at = from;
        AmountReader.Amount amount = amounts.amount(at);
        while (amount == null) {
            int about = tokens.covers(Vocabulary.ABOUT, at);
            if (about == 0 && tokens.covers(Vocabulary.MEASURE, at) > 0 && tokens.isNumber(at + tokens.covers(Vocabulary.MEASURE, at))) {
                about = tokens.covers(Vocabulary.MEASURE, at);
            }
            if (about == 0 && tokens.is(at, Vocabulary.EACH) && tokens.isNumber(at + 1)) {
                about = 1;
            }
            vague = tokens.covers(Vocabulary.VAGUE, at);
            if (vague > 0) {
                return afterVague(from, at + vague);
            }
            if (about == 0) {
                return withoutNumber(from, at);
            }
            at += about;
            if (tokens.isMark(at, '.')) {
                at++;
            }
            amount = amounts.amount(at);
        }
        if (!tokens.isNumber(at) && tokens.count() == amount.end()) {
            return from;
        }
        boolean wordOnly = !tokens.isNumber(at) && amount.quantity().equals(Quantity.ONE);
        int after = afterNumber(amount);
        Unit unit = reading.unit;
        if (wordOnly && unit != null && isPinch(unit)) {
            reading.quantity = null;
        }
        if (unit != null && at > from && tokens.is(at - 1, Vocabulary.MEASURE)) {
            reading.describeUnit(tokens.text(at - 1));
            noteAbout(from, at - 1);
        } else {
            noteAbout(from, at);
        }
        return after;
    }

    /** "a few sprigs", "etwas": no amount, but perhaps a unit. */
    private int afterVague(int from, int to) {
        AmountReader.UnitAt counted = amounts.unit(to);
        reading.note(from, to);
        return counted == null || units.isOnlyWord(counted) ? units.afterOf(to) : units.take(counted);
    }

    private void noteAbout(int from, int to) {
        if (to > from && !(to == from + 1 && tokens.is(from, Vocabulary.ARTICLE))) {
            reading.note(from, to);
        }
    }

    /** "pinch of salt", "a bunch of parsley", "an onion". */
    private int withoutNumber(int from, int afterAbout) {
        AmountReader.UnitAt found = amounts.unit(from);
        int start = from;
        if (found == null && tokens.is(from, Vocabulary.ARTICLE)) {
            start = from + 1;
            found = amounts.unit(start);
        }
        if (found == null) {
            start = afterAbout;
            found = amounts.unit(start);
        }
        boolean article = start > from && tokens.is(from, Vocabulary.ARTICLE);
        if (found != null && !units.isOnlyWord(found) && (article || mayStandAlone(found))) {
            noteAbout(from, start);
            if (article && !isPinch(found.unit())) {
                reading.quantity = Quantity.ONE;
            }
            return units.take(found);
        }
        if (afterAbout > from && tokens.covers(Vocabulary.END, from) > 0 && tokens.isWord(afterAbout)) {
            reading.note(from, afterAbout);
            return afterAbout;
        }
        if (tokens.is(from, Vocabulary.ARTICLE) && tokens.isWord(from + 1)) {
            reading.quantity = Quantity.ONE;
            return from + 1;
        }
        return from;
    }

    private boolean mayStandAlone(AmountReader.UnitAt found) {
        Unit.Dimension dimension = found.unit().dimension();
        if (tokens.is(found.end(), Vocabulary.OF)) {
            return dimension != Unit.Dimension.LENGTH;
        }
        String key = found.unit().key();
        boolean described = found.end() - found.start() > 1 && tokens.is(found.start(), Vocabulary.SIZE);
        return isPinch(found.unit()) || key.equals("bunch") || key.equals("sprig") || (described && key.equals("piece"))
                || ((dimension == Unit.Dimension.MASS || dimension == Unit.Dimension.VOLUME)
                        && tokens.lower(found.end() - 1).length() > 2);
    }

    /** Units that "a" does not count: "a pinch", "a handful". */
    private static boolean isPinch(Unit unit) {
        return unit.dimension() == Unit.Dimension.PINCH || unit.key().equals("handful");
    }

    private int afterNumber(AmountReader.Amount amount) {
        reading.amount(amount);
        int at = amount.end();
        if (tokens.is(at, Vocabulary.TIMES) && tokens.isNumber(at + 1)) {
            return units.pack(at + 1);
        }
        if (tokens.is(at, Vocabulary.TIMES) && amounts.plainUnit(at) == null) {
            at++;
        }
        if (tokens.isMark(at, ',') && amounts.plainUnit(at + 1) != null && !tokens.isNumber(at + 1)) {
            at++;
        }
        int measured = at;
        while (tokens.is(measured, Vocabulary.ABOUT) && !tokens.is(measured, Vocabulary.ARTICLE)) {
            measured += tokens.isMark(measured + 1, '.') ? 2 : 1;
        }
        if (measured > at && amounts.afterMeasure(measured) > measured) {
            at = measured;
        }
        if (tokens.isOpen(at)) {
            return afterBracket(at);
        }
        if (tokens.isNumber(at) && amounts.afterMeasure(at) > at) {
            return units.pack(at);
        }
        if (tokens.isDash(at) && amounts.plainUnit(at + 1) != null) {
            at++;
        }
        if (tokens.is(at, Vocabulary.OF) && tokens.is(at + 1, Vocabulary.ARTICLE)) {
            at += 2;
        } else if (tokens.is(at, Vocabulary.OF) && amounts.plainUnit(at + 1) != null) {
            at++;
        } else if (tokens.is(at, Vocabulary.ARTICLE) && tokens.isWord(at + 1)) {
            at++;
        }
        AmountReader.UnitAt found = amounts.unit(at);
        return found == null || units.isOnlyWord(found) ? at : units.take(found);
    }

    /** "8( ounce)", "1 (14 oz) can". */
    private int afterBracket(int open) {
        int close = tokens.afterBracket(open);
        AmountReader.UnitAt inside = amounts.plainUnit(open + 1);
        if (inside != null && inside.end() == close - 1) {
            reading.unit(inside);
            return units.afterUnit(close);
        }
        boolean sizes = tokens.isNumber(open + 1) || tokens.is(open + 1, Vocabulary.ABOUT);
        AmountReader.UnitAt packed = sizes ? amounts.unit(close) : null;
        if (packed != null && !units.isOnlyWord(packed)) {
            reading.note(open, close);
            return units.take(packed);
        }
        return open;
    }

    private boolean isOptional() {
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.covers(Vocabulary.OPTIONAL, i) > 0) {
                return true;
            }
        }
        return false;
    }
}

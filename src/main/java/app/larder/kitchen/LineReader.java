package app.larder.kitchen;

import org.jspecify.annotations.Nullable;

/** Reads one line: first what stands before the name, then {@link NameReader} the rest. Used once. */
final class LineReader {

    private final Tokens tokens;
    private final AmountReader amounts;
    private final NoteBuilder note = new NoteBuilder();
    private @Nullable Quantity quantity;
    private @Nullable Quantity max;
    private @Nullable Unit unit;
    private String unitText = "";
    private char separator;

    LineReader(String line) {
        tokens = new Tokens(line);
        amounts = new AmountReader(tokens);
    }

    ParsedLine read() {
        int at = skipBullets();
        at = part(at);
        at = leadingAmount(at);
        NameReader names = new NameReader(tokens, amounts, note, unit, quantity);
        String name = names.read(at);
        if (quantity == null && names.foundAmount() != null) {
            quantity = names.foundAmount().quantity();
            max = names.foundAmount().max();
        }
        if (unit == null && names.foundUnit() != null) {
            unit = names.foundUnit().unit();
            unitText = text(names.foundUnit().start(), names.foundUnit().end());
        }
        if (name.isEmpty() && quantity == null) {
            name = tokens.line.strip();
            unitText = "";
        }
        return new ParsedLine(tokens.line, quantity, max, unitText, Plurals.resolve(name, quantity), note.toString(),
                isOptional());
    }

    private int skipBullets() {
        int at = 0;
        while (at < tokens.count() && !tokens.isWord(at) && !tokens.isNumber(at) && !tokens.isOpen(at)) {
            at++;
        }
        return at;
    }

    /** "juice of", "grated zest and juice of": goes into the remark, what follows is read as usual. */
    private int part(int from) {
        int at = from;
        boolean any = false;
        while (at < tokens.count() && at < from + 8) {
            if (tokens.is(at, Vocabulary.PART)) {
                any = true;
            } else if (any && tokens.is(at, Vocabulary.PART_OF)) {
                note.add(tokens.line, tokens.start(from), tokens.end(at));
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
            AmountReader.UnitAt counted = amounts.unit(from + vague);
            note.add(tokens.line, tokens.start(from), tokens.end(from + vague - 1));
            return counted == null || isOnlyWord(counted) ? afterOf(from + vague) : takeUnit(counted);
        }
        int at = from;
        AmountReader.Amount amount = amounts.amount(at);
        while (amount == null) {
            int about = tokens.covers(Vocabulary.ABOUT, at);
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
        noteAbout(from, at);
        boolean wordOnly = !tokens.isNumber(at) && amount.quantity().equals(Quantity.ONE);
        int after = afterNumber(amount);
        if (wordOnly && unit != null && isPinch(unit)) {
            quantity = null;
        }
        return after;
    }

    private void noteAbout(int from, int to) {
        if (to > from && !(to == from + 1 && tokens.is(from, Vocabulary.ARTICLE))) {
            note.add(tokens.line, tokens.start(from), tokens.end(to - 1));
        }
    }

    /** "pinch of salt", "a bunch of parsley", "an onion". */
    private int withoutNumber(int from, int afterAbout) {
        AmountReader.UnitAt found = amounts.unit(from);
        int start = from;
        if (found == null) {
            start = afterAbout;
            found = amounts.unit(start);
        }
        boolean article = start > from && tokens.is(start - 1, Vocabulary.ARTICLE);
        if (found != null && !isOnlyWord(found) && (article || mayStandAlone(found))) {
            noteAbout(from, start);
            if (article && !isPinch(found.unit())) {
                quantity = Quantity.ONE;
            }
            return takeUnit(found);
        }
        if (article && start == from + 1 && tokens.isWord(start)) {
            quantity = Quantity.ONE;
            return start;
        }
        return from;
    }

    private boolean mayStandAlone(AmountReader.UnitAt found) {
        Unit.Dimension dimension = found.unit().dimension();
        if (tokens.is(found.end(), Vocabulary.OF)) {
            return dimension != Unit.Dimension.LENGTH;
        }
        String key = found.unit().key();
        return isPinch(found.unit()) || key.equals("bunch") || key.equals("sprig")
                || ((dimension == Unit.Dimension.MASS || dimension == Unit.Dimension.VOLUME)
                        && tokens.lower(found.end() - 1).length() > 2);
    }

    /** Whether a counting unit is all there is before a comma, a bracket or the end: then it is the name ("4 cloves"). */
    private boolean isOnlyWord(AmountReader.UnitAt found) {
        if (AmountReader.isMeasured(found.unit())) {
            return false;
        }
        int next = found.end();
        return next >= tokens.count()
                || !(tokens.isWord(next) || tokens.isOpen(next) || tokens.isNumber(next) || tokens.isMark(next, '/'))
                || (tokens.is(next, Vocabulary.END) && !isEach(next));
    }

    /** "2 Dosen à 400 g": the size of one follows. */
    private boolean isEach(int at) {
        String word = tokens.lower(at);
        return tokens.isNumber(at + 1) && (word.equals("à") || word.equals("je") || word.equals("of"))
                && amounts.afterMeasure(at + 1) > at + 1;
    }

    /** Units that "a" does not count: "a pinch", "a handful". */
    private static boolean isPinch(Unit unit) {
        return unit.dimension() == Unit.Dimension.PINCH || unit.key().equals("handful");
    }

    private int afterNumber(AmountReader.Amount amount) {
        quantity = amount.quantity();
        max = amount.max();
        separator = amount.separator();
        int at = amount.end();
        if (tokens.is(at, Vocabulary.TIMES) && tokens.isNumber(at + 1)) {
            return pack(at + 1, at + 1);
        }
        if (tokens.is(at, Vocabulary.TIMES) && amounts.plainUnit(at) == null) {
            at++;
        }
        if (tokens.isOpen(at)) {
            int close = tokens.afterBracket(at);
            AmountReader.UnitAt inside = amounts.plainUnit(at + 1);
            if (inside != null && inside.end() == close - 1) {
                takeUnit(inside);
                return afterUnit(close);
            }
            int measure = amounts.onlyAmounts(at + 1, close - 1) ? close : at;
            AmountReader.UnitAt packed = measure > at ? amounts.unit(measure) : null;
            if (packed != null && !isOnlyWord(packed)) {
                note.add(tokens.line, tokens.start(at), tokens.end(close - 1));
                return takeUnit(packed);
            }
            return at;
        }
        if (tokens.isNumber(at) && amounts.afterMeasure(at) > at) {
            return pack(at, at);
        }
        if (tokens.isDash(at) && amounts.plainUnit(at + 1) != null) {
            at++;
        }
        AmountReader.UnitAt found = amounts.unit(at);
        if (found == null || isOnlyWord(found)) {
            return at;
        }
        return takeUnit(found);
    }

    /** "2 x 400 g tins", "2 28-ounce cans": the size goes into the remark, the package is the unit. */
    private int pack(int from, int measureFrom) {
        int after = amounts.afterMeasure(measureFrom);
        if (after == measureFrom) {
            return from;
        }
        note.add(tokens.line, tokens.start(from), tokens.end(after - 1));
        int at = tokens.isMark(after, '-') ? after + 1 : after;
        AmountReader.UnitAt found = amounts.unit(at);
        return found == null || isOnlyWord(found) || AmountReader.isMeasured(found.unit()) ? at : takeUnit(found);
    }

    private int takeUnit(AmountReader.UnitAt found) {
        unit = found.unit();
        unitText = text(found.start(), found.end());
        settleSeparator(found.unit());
        return afterUnit(found.end());
    }

    /** "1.000 g" is a thousand, "1,250 kg" is one and a quarter: the unit says what a mark before three digits means. */
    private void settleSeparator(Unit of) {
        boolean small = of.key().equals("g") || of.key().equals("ml") || of.key().equals("mg");
        boolean large = of.key().equals("kg") || of.key().equals("l") || of.key().equals("lb");
        Quantity low = quantity;
        Quantity high = max;
        boolean meant = (separator == '.' && small) || (separator == ',' && large);
        if (low == null || !meant) {
            return;
        }
        Quantity thousand = Quantity.of(1000);
        quantity = small ? low.times(thousand) : low.dividedBy(thousand);
        if (high != null) {
            max = small ? high.times(thousand) : high.dividedBy(thousand);
        }
        separator = '\0';
    }

    /** Passes over the same amount in other units, "packed" and the like, and "of". */
    private int afterUnit(int from) {
        int at = from;
        while (at < tokens.count()) {
            int next = afterOtherAmount(at);
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
        if (isEach(at)) {
            int after = amounts.afterMeasure(at + 1);
            note.add(tokens.line, tokens.start(at), tokens.end(after - 1));
            at = after;
        }
        int packed = tokens.covers(Vocabulary.MEASURE, at);
        if (packed > 0 && tokens.lower(at + packed - 1).equals("packed")) {
            note.add(tokens.line, tokens.start(at), tokens.end(at + packed - 1));
            at += packed;
        }
        return afterOf(at);
    }

    private int afterOf(int at) {
        return tokens.is(at, Vocabulary.OF) && at + 1 < tokens.count() ? at + 1 : at;
    }

    private int afterOtherAmount(int at) {
        if (tokens.isOpen(at)) {
            int close = tokens.afterBracket(at);
            return amounts.onlyAmounts(at + 1, close - 1) ? close : at;
        }
        boolean slash = tokens.isMark(at, '/') || tokens.isMark(at, '|');
        boolean plus = tokens.isMark(at, '+') || tokens.lower(at).equals("plus");
        boolean to = tokens.isDash(at) || tokens.is(at, Vocabulary.RANGE_TO);
        int start = slash || plus || to ? at + 1 : at;
        while (slash && tokens.is(start, Vocabulary.ABOUT)) {
            start++;
        }
        AmountReader.Amount other = amounts.amount(start);
        if (other == null || (!tokens.isNumber(start) && !plus)) {
            return at;
        }
        int unitAt = tokens.isDash(other.end()) ? other.end() + 1 : other.end();
        AmountReader.UnitAt otherUnit = amounts.unit(unitAt);
        if (otherUnit == null || unit == null) {
            return at;
        }
        boolean sameKind = otherUnit.unit().dimension() == unit.dimension();
        if (slash) {
            return otherUnit.end();
        }
        if (to) {
            boolean range = otherUnit.unit().equals(unit) && max == null && quantity != null
                    && other.quantity().compareTo(quantity) > 0;
            if (range) {
                max = other.quantity();
            }
            return range ? otherUnit.end() : at;
        }
        if (plus || (sameKind && AmountReader.isMeasured(unit))) {
            note.add(tokens.line, tokens.start(at), tokens.end(otherUnit.end() - 1));
            return otherUnit.end();
        }
        return at;
    }

    /** "15 g | rams", "15-ounce can", "2 cm piece": a second unit word that belongs to the first. */
    private int afterSecondUnit(int at) {
        if (unit == null || quantity == null) {
            return at;
        }
        if (tokens.isMark(at, '|') && tokens.isWord(at + 1)) {
            String whole = unitText.toLowerCase(java.util.Locale.ROOT) + tokens.lower(at + 1);
            boolean known = amounts.plainUnit(at + 1) != null || Units.ALL.word(whole, whole) != null;
            return known ? at + 2 : at + 1;
        }
        if (!AmountReader.isMeasured(unit) || unitText.indexOf(' ') >= 0) {
            return at;
        }
        int start = tokens.isDash(at) ? at + 1 : at;
        AmountReader.UnitAt second = amounts.unit(start);
        if (second == null || isOnlyWord(second)) {
            return at;
        }
        Unit.Dimension dimension = second.unit().dimension();
        if (unit.dimension() == Unit.Dimension.LENGTH && !AmountReader.isMeasured(second.unit())) {
            unitText = unitText + " " + text(second.start(), second.end());
            return second.end();
        }
        if (dimension == Unit.Dimension.PACKAGE || second.unit().key().equals("piece")) {
            note.add(tokens.line, tokens.start(second.start()), tokens.end(second.end() - 1));
            return second.end();
        }
        return at;
    }

    private boolean isOptional() {
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.covers(Vocabulary.OPTIONAL, i) > 0) {
                return true;
            }
        }
        return false;
    }

    private String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        NoteBuilder.appendCollapsed(text, tokens.line, tokens.start(from), tokens.end(to - 1));
        if (text.length() > 1 && text.charAt(text.length() - 1) == '.') {
            text.setLength(text.length() - 1);
        }
        return text.toString();
    }
}

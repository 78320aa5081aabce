package app.larder.kitchen;

import org.jspecify.annotations.Nullable;

/** Reads the name and leaves preparation, sizes and remarks in the note. Used once. */
final class NameReader {

    private final Tokens tokens;
    private final AmountReader amounts;
    private final NoteBuilder note;
    private final @Nullable Unit unit;
    private final boolean hasQuantity;
    private final StringBuilder name = new StringBuilder();
    private int lastKept = -1;
    private int lastWord = -1;
    private int words;
    private boolean noun;
    private AmountReader.@Nullable Amount foundAmount;
    private AmountReader.@Nullable UnitAt foundUnit;

    NameReader(Tokens tokens, AmountReader amounts, NoteBuilder note, @Nullable Unit unit, @Nullable Quantity quantity) {
        this.tokens = tokens;
        this.amounts = amounts;
        this.note = note;
        this.unit = unit;
        this.hasQuantity = quantity != null;
    }

    AmountReader.@Nullable Amount foundAmount() {
        return foundAmount;
    }

    AmountReader.@Nullable UnitAt foundUnit() {
        return foundUnit;
    }

    String read(int from) {
        int at = from;
        while (at < tokens.count()) {
            int next = step(at);
            if (next < 0) {
                rest(at);
                break;
            }
            at = next;
        }
        if (words == 0) {
            return fallback(from);
        }
        trailingUnit();
        return trimmed();
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
        if (words > 0 && endsHere(at)) {
            return -1;
        }
        int preparation = afterPreparation(at);
        if (preparation > at) {
            return preparation(at, preparation);
        }
        if (tokens.is(at, Vocabulary.SIZE) && at + 1 < tokens.count() && !noun) {
            note.add(tokens.line, tokens.start(at), tokens.end(at));
            return tokens.isMark(at + 1, '.') ? at + 2 : at + 1;
        }
        keep(at);
        return at + 1;
    }

    private int bracket(int at) {
        int close = tokens.afterBracket(at);
        if (amounts.onlyAmounts(at + 1, close - 1)) {
            if (!hasQuantity && foundAmount == null) {
                takeAmount(at + 1);
            }
        } else {
            note.add(tokens.line, tokens.start(at), tokens.end(close - 1));
        }
        return close;
    }

    /** The first amount with a unit from token i on. */
    private void takeAmount(int from) {
        for (int i = from; i < tokens.count(); i++) {
            AmountReader.Amount amount = amounts.amount(i);
            if (amount != null) {
                foundAmount = amount;
                int unitAt = tokens.isDash(amount.end()) ? amount.end() + 1 : amount.end();
                foundUnit = unit == null ? amounts.unit(unitAt) : null;
                return;
            }
        }
    }

    private int number(int at) {
        AmountReader.Amount amount = amounts.amount(at);
        if (words == 0 || amount == null) {
            keep(at);
            return at + 1;
        }
        int unitAt = tokens.isDash(amount.end()) ? amount.end() + 1 : amount.end();
        AmountReader.UnitAt measured = amounts.unit(unitAt);
        if (hasQuantity || foundAmount != null) {
            if (measured != null || tokens.is(at - 1, Vocabulary.OR)) {
                return -1;
            }
            keep(at);
            return at + 1;
        }
        if (measured != null && unit == null) {
            foundAmount = amount;
            foundUnit = measured;
            return measured.end();
        }
        if (measured == null && (amount.end() >= tokens.count() || tokens.isMark(amount.end(), ','))) {
            foundAmount = amount;
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
            if (!noun && tokens.isWord(at + 1)) {
                keep(at);
                return at + 1;
            }
            return -1;
        }
        if (tokens.isMark(at, ';') || tokens.isMark(at, '|') || tokens.isMark(at, '+')) {
            return -1;
        }
        if (tokens.isDash(at) && !(tokens.glued(at) && tokens.glued(at + 1))) {
            return tokens.isNumber(at + 1) && !hasQuantity ? at + 1 : -1;
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

    private boolean endsHere(int at) {
        if (tokens.covers(Vocabulary.END, at) > 0 && (noun || !tokens.is(at, Vocabulary.ADJECTIVE))) {
            return true;
        }
        if (tokens.covers(Vocabulary.OPTIONAL, at) > 0) {
            return true;
        }
        if (tokens.is(at, Vocabulary.OR | Vocabulary.AND)) {
            AmountReader.Amount other = amounts.amount(at + 1);
            return other != null && noun;
        }
        return false;
    }

    /** The token after a run such as "peeled and finely chopped" at i; i itself if none stands there. */
    private int afterPreparation(int i) {
        int at = i;
        int end = i;
        while (at < tokens.count()) {
            int start = at;
            while (at - start < 8 && tokens.is(at, Vocabulary.MANNER) && !tokens.is(at, Vocabulary.PREPARATION)) {
                at++;
            }
            boolean preparation = tokens.is(at, Vocabulary.PREPARATION) || (at > start && tokens.is(at, Vocabulary.GROUND));
            if (!preparation) {
                break;
            }
            at++;
            end = at;
            boolean joined = tokens.is(at, Vocabulary.AND | Vocabulary.OR) || tokens.isMark(at, '/')
                    || tokens.isMark(at, ',');
            if (joined) {
                at++;
            }
        }
        return end;
    }

    private int preparation(int at, int after) {
        boolean closes = after >= tokens.count() || !tokens.isWord(after)
                || tokens.is(after, Vocabulary.AND | Vocabulary.END) || tokens.lower(after).equals("into")
                || tokens.lower(after).equals("with") || tokens.lower(after).equals("in");
        if (noun && closes && !tokens.is(lastKept, Vocabulary.AND | Vocabulary.OR)) {
            return -1;
        }
        if (unit != null && unit.dimension() == Unit.Dimension.PACKAGE && !noun && !closes) {
            for (int i = at; i < after; i++) {
                keep(i);
            }
            return after;
        }
        note.add(tokens.line, tokens.start(at), tokens.end(after - 1));
        return after;
    }

    private void keep(int at) {
        if (lastKept >= 0 && !(lastKept == at - 1 && tokens.glued(at))) {
            name.append(' ');
        }
        name.append(tokens.line, tokens.start(at), tokens.end(at));
        lastKept = at;
        if (tokens.isWord(at)) {
            words++;
            lastWord = at;
            noun |= !tokens.is(at, Vocabulary.ADJECTIVE | Vocabulary.AND | Vocabulary.OR | Vocabulary.OF | Vocabulary.MANNER);
        }
    }

    /** What follows the name; an amount in it counts where the line has no other. */
    private void rest(int at) {
        note.add(tokens.line, tokens.start(at), tokens.line.length());
        if (hasQuantity || foundAmount != null) {
            return;
        }
        for (int i = at; i < tokens.count(); i++) {
            AmountReader.Amount amount = tokens.isNumber(i) ? amounts.amount(i) : null;
            if (amount != null) {
                AmountReader.UnitAt found = amounts.unit(amount.end());
                boolean taken = found != null && found.unit().dimension() != Unit.Dimension.LENGTH
                        && AmountReader.isMeasured(found.unit()) && unit == null;
                if (taken) {
                    foundAmount = amount;
                    foundUnit = found;
                    return;
                }
                i = amount.end() - 1;
            }
        }
    }

    /** "2 garlic cloves": the last word counts the thing before it. */
    private void trailingUnit() {
        if (unit != null || foundUnit != null || !hasQuantity || words < 2 || lastKept != lastWord) {
            return;
        }
        AmountReader.UnitAt last = amounts.plainUnit(lastWord);
        if (last != null && Vocabulary.WORDS.mayTrail(last.unit())) {
            foundUnit = last;
            name.setLength(name.length() - (tokens.end(lastWord) - tokens.start(lastWord)));
        }
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
                int uses = Vocabulary.WORDS.uses(name.substring(space + 1, end).toLowerCase(java.util.Locale.ROOT));
                if ((uses & (Vocabulary.AND | Vocabulary.OR | Vocabulary.OF)) != 0) {
                    end = space;
                    again = true;
                }
            }
        }
        return name.substring(0, end);
    }
}

package app.larder.kitchen;

import org.jspecify.annotations.Nullable;

/** What has been read of one line so far. Used by one thread for one line. */
final class Reading {

    final Tokens tokens;
    final AmountReader amounts;
    final NoteBuilder note = new NoteBuilder();
    @Nullable Quantity quantity;
    @Nullable Quantity max;
    @Nullable Unit unit;
    String unitText = "";
    private char separator;

    Reading(String line) {
        tokens = new Tokens(line);
        amounts = new AmountReader(tokens);
    }

    void amount(AmountReader.Amount amount) {
        quantity = amount.quantity();
        max = amount.max();
        separator = amount.separator();
    }

    void unit(AmountReader.UnitAt found) {
        unit = found.unit();
        unitText = text(found.start(), found.end());
        settleSeparator(found.unit());
    }

    /** A word such as "scant" or "large" that stood apart from its measure joins the unit. */
    void describeUnit(String word) {
        unitText = word + " " + unitText;
    }

    /** Leaves the tokens from {@code from} to before {@code to} in the note. */
    void note(int from, int to) {
        if (from < to) {
            note.add(tokens.line, tokens.start(from), tokens.end(to - 1));
        }
    }

    boolean isUnit(Unit.Dimension dimension) {
        return unit != null && unit.dimension() == dimension;
    }

    /** "1.000 g" is a thousand, "1,250 kg" is one and a quarter: the unit says what a mark before three digits means. */
    private void settleSeparator(Unit of) {
        boolean small = of.key().equals("g") || of.key().equals("ml") || of.key().equals("mg");
        boolean large = of.key().equals("kg") || of.key().equals("l") || of.key().equals("lb");
        boolean meant = (separator == '.' && small) || (separator == ',' && large);
        Quantity low = quantity;
        Quantity high = max;
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

    /** The text of some tokens with single blanks, without a dot at its end. */
    String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        NoteBuilder.appendCollapsed(text, tokens.line, tokens.start(from), tokens.end(to - 1));
        if (text.length() > 1 && text.charAt(text.length() - 1) == '.') {
            text.setLength(text.length() - 1);
        }
        return text.toString();
    }

    /**
     * The name where no word was left for it: what stands before the first comma or bracket, preparation or not. The rest
     * goes into the note, of which everything after {@code noted} is read anew.
     */
    String upToComma(int from, int noted) {
        if (from >= tokens.count()) {
            return "";
        }
        int end = from + 1;
        while (end < tokens.count() && !tokens.isMark(end, ',') && !tokens.isMark(end, ';') && !tokens.isOpen(end)) {
            end++;
        }
        note.cutTo(noted);
        NoteBuilder first = new NoteBuilder();
        first.add(tokens.line, tokens.start(from), tokens.end(end - 1));
        if (end < tokens.count()) {
            note.add(tokens.line, tokens.start(end), tokens.line.length());
        }
        return first.toString();
    }
}

package app.larder.kitchen;

import java.util.ArrayList;
import java.util.List;

/**
 * Amounts in a line's remark that grow with the line: "plus 2 tablespoons" behind "1/2 cup", and the weight of what is
 * counted, "about 300 g" behind "3 onions".
 *
 * @param start UTF-16 index in the remark where the amount begins
 * @param end UTF-16 index after its unit
 * @param sign 1 if it is added to the line's amount, -1 if taken off, 0 if it says the same in another way
 */
record Plus(int start, int end, AmountReader.Amount amount, Unit unit, int sign) {

    /** The amounts in a remark; {@code counted} says whether the line counts things, so that a weight is that of all. */
    static List<Plus> in(String note, boolean counted) {
        List<Plus> found = new ArrayList<>();
        if (note.isEmpty()) {
            return found;
        }
        Tokens tokens = new Tokens(note);
        AmountReader amounts = new AmountReader(tokens);
        int first = counted ? afterAbout(tokens) : -1;
        for (int i = 0; i < tokens.count(); i++) {
            int sign = i == 0 ? 0 : sign(tokens, i - 1);
            boolean wanted = sign != 0 || i == first;
            AmountReader.Amount amount = wanted && tokens.isNumber(i) ? amounts.amount(i) : null;
            AmountReader.UnitAt unit = amount == null ? null : amounts.plainUnit(amount.end());
            if (amount != null && unit != null && isMassOrVolume(unit.unit()) && !(sign == 0 && isEach(tokens, unit.end()))) {
                found.add(new Plus(tokens.start(i), tokens.end(unit.end() - 1), amount, unit.unit(), sign));
                i = unit.end() - 1;
            }
        }
        return found;
    }

    private static int sign(Tokens tokens, int i) {
        return switch (tokens.lower(i)) {
            case "plus" -> 1;
            case "minus" -> -1;
            default -> tokens.isMark(i, '+') ? 1 : 0;
        };
    }

    private static int afterAbout(Tokens tokens) {
        int at = 0;
        while (tokens.covers(Vocabulary.ABOUT, at) > 0 && !isEach(tokens, at)) {
            at += tokens.covers(Vocabulary.ABOUT, at);
            at += tokens.isMark(at, '.') ? 1 : 0;
        }
        return at;
    }

    private static boolean isEach(Tokens tokens, int i) {
        return tokens.lower(i).equals("each") || tokens.is(i, Vocabulary.EACH);
    }

    private static boolean isMassOrVolume(Unit unit) {
        return unit.dimension() == Unit.Dimension.MASS || unit.dimension() == Unit.Dimension.VOLUME;
    }
}

package app.larder.cook;

import app.larder.kitchen.Quantity;
import app.larder.kitchen.Unit;
import java.math.BigInteger;
import java.util.Locale;

/**
 * So much of something.
 *
 * @param quantity how many of the unit, exact
 * @param unit the unit's word as the recipe or the pantry has it; empty for pieces
 * @param about whether it was reckoned by density or by the usual weight of a piece, or was a guess to begin with
 */
public record Measured(Quantity quantity, String unit, boolean about) {

    private static final BigInteger TEN = BigInteger.TEN;
    private static final Quantity TWENTY = Quantity.of(20);

    /** In English, for the command line: "about 200 g", "1 1/2 cups", "3". */
    public String text() {
        boolean written = !about && quantity.denominator().compareTo(TEN) < 0 && !inDecimals();
        int places = quantity.compareTo(TWENTY) >= 0 ? 0 : quantity.compareTo(Quantity.ONE) >= 0 ? 1 : 2;
        String number = written ? quantity.toString() : quantity.decimal(places, Locale.ROOT);
        return (about ? "about " : "") + (unit.isEmpty() ? number : number + " " + unit);
    }

    private boolean inDecimals() {
        return !unit.isEmpty() && Unit.of(unit).map(Unit::writtenInDecimals).orElse(false);
    }
}

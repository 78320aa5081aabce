package app.larder.cook;

import app.larder.kitchen.Quantity;
import app.larder.kitchen.Unit;
import java.util.Locale;

/**
 * So much of something.
 *
 * @param quantity how many of the unit, exact
 * @param unit the unit's word as the recipe or the pantry has it; empty for pieces
 * @param about whether it was reckoned by density or by the usual weight of a piece, or was a guess to begin with
 */
public record Measured(Quantity quantity, String unit, boolean about) {

    /** In English, for the command line: "about 200 g", "1 1/2 cups", "3". */
    public String text() {
        Unit known = unit.isEmpty() ? null : Unit.of(unit).orElse(null);
        boolean decimals = about || (known != null && known.writtenInDecimals());
        int places = quantity.compareTo(Quantity.of(20)) < 0 ? 1 : 0;
        String number = decimals ? quantity.decimal(places, Locale.ROOT) : quantity.toString();
        return (about ? "about " : "") + (unit.isEmpty() ? number : number + " " + unit);
    }
}

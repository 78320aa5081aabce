package app.larder.cook;

import app.larder.kitchen.Kitchen;
import app.larder.kitchen.Quantity;
import app.larder.kitchen.Scaling;
import java.util.Locale;

/**
 * So much of something.
 *
 * @param quantity how many of the unit, exact
 * @param unit the unit's word as the recipe or the pantry has it; empty for pieces
 * @param about whether it was reckoned by density or by the usual weight of a piece, or was a guess to begin with
 */
public record Measured(Quantity quantity, String unit, boolean about) {

    /** In English, for the command line: "about 200 g", "1½ cups", "3". */
    public String text() {
        return (about ? "about " : "") + Scaling.text(quantity, unit, Kitchen.asWritten(Locale.ROOT));
    }
}

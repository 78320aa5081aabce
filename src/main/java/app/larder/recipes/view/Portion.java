package app.larder.recipes.view;

import app.larder.kitchen.Quantity;
import app.larder.recipes.Recipe;
import app.larder.settings.Settings.Units;

/**
 * A recipe in the amounts it is cooked in.
 *
 * @param factor what every amount is multiplied by; one for the amounts as written
 * @param units how amounts are shown
 */
public record Portion(Recipe recipe, Quantity factor, Units units) {

    /** The amounts as the recipe says. */
    public static Portion asWritten(Recipe recipe) {
        return new Portion(recipe, Quantity.of(1), Units.AS_WRITTEN);
    }
}

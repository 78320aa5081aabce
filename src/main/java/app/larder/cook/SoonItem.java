package app.larder.cook;

import app.larder.pantry.HouseholdIngredient;
import java.util.List;
import java.util.UUID;

/**
 * Something at home that should be used soon.
 *
 * @param row the row
 * @param daysLeft days until its usual time is over, counted from the day it came home; 0 or less if it is over
 * @param weight how pressing that is, 1 to 10
 * @param recipes recipes that would use it, best first
 */
public record SoonItem(HouseholdIngredient row, int daysLeft, int weight, List<UUID> recipes) {

    public SoonItem {
        recipes = List.copyOf(recipes);
    }
}

package app.larder.cook;

import app.larder.kitchen.FoodMatch;
import app.larder.pantry.HouseholdIngredient;
import org.jspecify.annotations.Nullable;

/**
 * A row of the pantry that a line of a recipe would use.
 *
 * @param row the row as it is at home
 * @param match how it answers the line: the same thing, a kind of it, what it is made from, or something instead
 * @param taken how much of the row the line takes, in the row's unit; null if that is not known
 */
public record Use(HouseholdIngredient row, FoodMatch match, @Nullable Measured taken) {}

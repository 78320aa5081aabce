package app.larder.cook;

import app.larder.pantry.HouseholdIngredient;
import org.jspecify.annotations.Nullable;

/**
 * What cooking does to one row of the pantry.
 *
 * @param before the row as it is
 * @param after the row as it will be; null if it is used up and goes to the trash
 * @param taken how much is taken, in the row's unit
 */
public record Subtraction(HouseholdIngredient before, @Nullable HouseholdIngredient after, Measured taken) {}

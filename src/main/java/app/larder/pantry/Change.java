package app.larder.pantry;

import org.jspecify.annotations.Nullable;

/**
 * What one action did to one row; {@link Pantry#undo} takes it back.
 *
 * @param before the row as it was; null if it was added
 * @param after the row as it is; null if it went to the trash
 */
public record Change(@Nullable HouseholdIngredient before, @Nullable HouseholdIngredient after) {}

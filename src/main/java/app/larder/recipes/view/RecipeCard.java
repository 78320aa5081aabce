package app.larder.recipes.view;

import app.larder.recipes.RecipeSummary;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One place in the recipe list.
 *
 * @param id the recipe; null while the order of the list is still being read
 * @param summary what the card shows; null while it is not loaded
 */
record RecipeCard(@Nullable UUID id, @Nullable RecipeSummary summary) {}

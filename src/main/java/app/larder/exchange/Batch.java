package app.larder.exchange;

import app.larder.recipes.Recipe;
import java.util.List;
import java.util.UUID;

/**
 * What was kept as one batch.
 *
 * @param id the batch
 * @param recipes those added, as stored
 * @param merged those that were there and were filled
 * @param left how many copies were left out
 * @param photos how many photos were kept
 * @param refusedPhotos photos that could not be, each as its recipe's name, its place and why
 */
public record Batch(
        UUID id, List<Recipe> recipes, List<Merged> merged, int left, int photos, List<String> refusedPhotos) {

    /** A recipe filled from a copy. */
    public record Merged(Recipe before, Recipe after) {}

    public Batch {
        recipes = List.copyOf(recipes);
        merged = List.copyOf(merged);
        refusedPhotos = List.copyOf(refusedPhotos);
    }
}

package app.larder.recipes;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What Larder keeps of a recipe beyond the mission's columns; lives in {@code larder.recipe_details}.
 *
 * @param servings how many people it feeds as written, 1 or more; null if unknown
 * @param yield the yield in the source's words ("about 20 rolls"); null if none
 * @param cookTimeMinutes time on the heat, in minutes; null if unknown
 * @param totalTimeMinutes start to table, in minutes; null if unknown
 * @param tags short labels, without duplicates, in the order given
 * @param notes the family's own remarks; null if none
 * @param importBatch the import that brought it, so that one undo removes them all; null if typed in
 */
public record RecipeDetails(
        @Nullable Integer servings,
        @Nullable String yield,
        @Nullable Integer cookTimeMinutes,
        @Nullable Integer totalTimeMinutes,
        List<String> tags,
        @Nullable String notes,
        @Nullable UUID importBatch) {

    /** No details at all. */
    public static final RecipeDetails NONE = new RecipeDetails(null, null, null, null, List.of(), null, null);

    public RecipeDetails {
        tags = List.copyOf(tags);
    }
}

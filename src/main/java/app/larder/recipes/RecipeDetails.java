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
 * @param rating how much the family likes it, 1 to 5 stars; null if nobody said
 * @param origin what the program it came from said beyond all this; null if typed in
 */
public record RecipeDetails(
        @Nullable Integer servings,
        @Nullable String yield,
        @Nullable Integer cookTimeMinutes,
        @Nullable Integer totalTimeMinutes,
        List<String> tags,
        @Nullable String notes,
        @Nullable UUID importBatch,
        @Nullable Integer rating,
        @Nullable Origin origin) {

    /** No details at all. */
    public static final RecipeDetails NONE = new RecipeDetails(null, null, null, null, List.of(), null, null);

    /** Details without a rating and an origin. */
    public RecipeDetails(
            @Nullable Integer servings,
            @Nullable String yield,
            @Nullable Integer cookTimeMinutes,
            @Nullable Integer totalTimeMinutes,
            List<String> tags,
            @Nullable String notes,
            @Nullable UUID importBatch) {
        this(servings, yield, cookTimeMinutes, totalTimeMinutes, tags, notes, importBatch, null, null);
    }

    public RecipeDetails {
        tags = List.copyOf(tags);
    }

    /** The same with another rating. */
    public RecipeDetails withRating(@Nullable Integer stars) {
        return new RecipeDetails(
                servings, yield, cookTimeMinutes, totalTimeMinutes, tags, notes, importBatch, stars, origin);
    }

    /** The same as part of an import. */
    public RecipeDetails inBatch(@Nullable UUID batch) {
        return new RecipeDetails(
                servings, yield, cookTimeMinutes, totalTimeMinutes, tags, notes, batch, rating, origin);
    }
}

package app.larder.recipes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which recipes, in which order. Immutable; build one from {@link #ALL} with the {@code with...} methods.
 *
 * @param text typed search words over name, ingredients and text, the last word as a prefix, one typo forgiven;
 *     empty for no text search
 * @param ingredients each must be part of some ingredient's name (case, accents and plurals ignored)
 * @param anyIngredient whether one of {@code ingredients} is enough; otherwise all must be found
 * @param without none may be part of any ingredient's name
 * @param maxMinutes at most that long from start to table; recipes of unknown time are left out; null for no limit
 * @param sort the field to sort by
 * @param ascending smallest, oldest or A first
 */
public record RecipeQuery(
        String text,
        List<String> ingredients,
        boolean anyIngredient,
        List<String> without,
        @Nullable Integer maxMinutes,
        RecipeSort sort,
        boolean ascending) {

    /** Everything, newest first. */
    public static final RecipeQuery ALL =
            new RecipeQuery("", List.of(), false, List.of(), null, RecipeSort.CREATED_AT, false);

    public RecipeQuery {
        ingredients = List.copyOf(ingredients);
        without = List.copyOf(without);
    }

    public RecipeQuery withText(String newText) {
        return new RecipeQuery(newText, ingredients, anyIngredient, without, maxMinutes, sort, ascending);
    }

    public RecipeQuery withIngredients(List<String> newIngredients) {
        return new RecipeQuery(text, newIngredients, anyIngredient, without, maxMinutes, sort, ascending);
    }

    public RecipeQuery withAnyIngredient(boolean any) {
        return new RecipeQuery(text, ingredients, any, without, maxMinutes, sort, ascending);
    }

    public RecipeQuery withWithout(List<String> newWithout) {
        return new RecipeQuery(text, ingredients, anyIngredient, newWithout, maxMinutes, sort, ascending);
    }

    public RecipeQuery withMaxMinutes(@Nullable Integer minutes) {
        return new RecipeQuery(text, ingredients, anyIngredient, without, minutes, sort, ascending);
    }

    public RecipeQuery sortedBy(RecipeSort newSort, boolean newAscending) {
        return new RecipeQuery(text, ingredients, anyIngredient, without, maxMinutes, newSort, newAscending);
    }

    /** Whether anything narrows the list down. */
    public boolean narrows() {
        return !text.isBlank() || !ingredients.isEmpty() || !without.isEmpty() || maxMinutes != null;
    }
}

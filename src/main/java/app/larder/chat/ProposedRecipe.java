package app.larder.chat;

import app.larder.recipes.DraftLine;
import app.larder.recipes.RecipeDraft;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recipe as an answer suggests it, every field that would be saved.
 *
 * @param name its title
 * @param description a few words; empty if none
 * @param servings people it feeds; null if not said
 * @param prepMinutes working time; null if not said
 * @param totalMinutes from start to table; null if not said
 * @param ingredients one line each, as typed
 * @param steps one each
 */
public record ProposedRecipe(
        String name,
        String description,
        @Nullable Integer servings,
        @Nullable Integer prepMinutes,
        @Nullable Integer totalMinutes,
        List<String> ingredients,
        List<String> steps) {

    public ProposedRecipe {
        ingredients = List.copyOf(ingredients);
        steps = List.copyOf(steps);
    }

    /**
     * What the editor opens with, or what is saved as it is.
     *
     * @param source where the recipe is said to come from
     */
    public RecipeDraft draft(String source) {
        RecipeDraft.Fields fields = new RecipeDraft.Fields(
                name, description, source, text(prepMinutes), "", text(totalMinutes), text(servings), "", "", "");
        return new RecipeDraft(
                null,
                "",
                Instant.EPOCH,
                fields,
                ingredients.stream().map(DraftLine::of).toList(),
                steps.stream().map(DraftLine::of).toList());
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }
}

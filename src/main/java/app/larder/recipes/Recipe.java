package app.larder.recipes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recipe: a row of {@code recipes} with Larder's own {@code recipe_details} beside it. Whose it is follows from the
 * larder it is read from, so the owner is not a field.
 *
 * @param id UUIDv7 made by the client, so that a recipe made offline keeps its id
 * @param name title; never blank
 * @param description a few words about it; null if none
 * @param ingredients in the order of the recipe
 * @param prepTimeMinutes working time before cooking, in minutes, 0 or more; null if unknown
 * @param instructions the steps, one paragraph a line, section headings as lines of their own; null if none
 * @param source where it came from: a URL, a book, a person; null if unknown
 * @param createdAt when it was first written down, UTC, to the microsecond
 * @param details what the mission's table has no column for
 */
public record Recipe(
        UUID id,
        String name,
        @Nullable String description,
        List<Ingredient> ingredients,
        @Nullable Integer prepTimeMinutes,
        @Nullable String instructions,
        @Nullable String source,
        Instant createdAt,
        RecipeDetails details) {

    public Recipe {
        ingredients = List.copyOf(ingredients);
    }

    /** The steps: the non-blank lines of {@link #instructions}, in order; empty if there are none. */
    public List<String> steps() {
        return instructions == null
                ? List.of()
                : instructions.lines().map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    /** Time from start to table in minutes: the total where it is known, else preparation plus cooking; null if unknown. */
    public @Nullable Integer minutes() {
        if (details.totalTimeMinutes() != null) {
            return details.totalTimeMinutes();
        }
        if (prepTimeMinutes == null && details.cookTimeMinutes() == null) {
            return null;
        }
        return (prepTimeMinutes == null ? 0 : prepTimeMinutes)
                + (details.cookTimeMinutes() == null ? 0 : details.cookTimeMinutes());
    }
}

package app.larder.recipes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a card in the recipe list shows.
 *
 * @param id the recipe
 * @param name its title, with the matched places of the text search
 * @param minutes from start to table, as {@link Recipe#minutes()}; null if unknown
 * @param servings people it feeds; null if unknown
 * @param source where it came from; null if unknown
 * @param tags its labels
 * @param ingredientCount number of ingredient lines
 * @param createdAt when it was first written down
 * @param match the place outside the name that the text search found, if the name did not say it all; null otherwise
 */
public record RecipeSummary(
        UUID id,
        Highlighted name,
        @Nullable Integer minutes,
        @Nullable Integer servings,
        @Nullable String source,
        List<String> tags,
        int ingredientCount,
        Instant createdAt,
        @Nullable Highlighted match) {

    public RecipeSummary {
        tags = List.copyOf(tags);
    }
}

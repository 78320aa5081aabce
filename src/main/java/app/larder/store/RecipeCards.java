package app.larder.store;

import app.larder.recipes.Highlighted;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDetails;
import app.larder.recipes.RecipeSummary;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.StatelessSession;

/** Makes the cards of the recipe list. */
final class RecipeCards {

    private final Function<String, Set<String>> variants;

    /** Cards that mark a typed word's other forms as well. */
    RecipeCards(Function<String, Set<String>> variants) {
        this.variants = variants;
    }

    /** The cards in the order of the ids; unknown ids are left out. */
    List<RecipeSummary> of(StatelessSession session, List<UUID> ids, String text) {
        Map<UUID, RecipeSummary> found = new HashMap<>();
        if (text.isBlank()) {
            plain(session, ids, found);
        } else {
            TextHighlights highlights = new TextHighlights(text, variants);
            for (Recipe recipe : RecipeRows.load(session, ids)) {
                found.put(recipe.id(), card(recipe, highlights.of(recipe)));
            }
        }
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static RecipeSummary card(Recipe recipe, TextHighlights.Marks marks) {
        return new RecipeSummary(
                recipe.id(),
                marks.name(),
                recipe.minutes(),
                recipe.details().servings(),
                recipe.source(),
                recipe.details().tags(),
                recipe.ingredients().size(),
                recipe.createdAt(),
                marks.line());
    }

    /** Cards without marks need neither ingredients nor steps, which are most of a recipe. */
    private static void plain(StatelessSession session, List<UUID> ids, Map<UUID, RecipeSummary> found) {
        for (List<UUID> slice : Slices.of(ids)) {
            List<Object[]> rows = session.createSelectionQuery(
                            "select r.id, r.name, s.minutes, r.source, s.ingredientCount, r.createdAt, d"
                                    + " from RecipeRow r left join RecipeDetailsRow d on d.recipeId = r.id"
                                    + " left join RecipeSearchRow s on s.recipeId = r.id where r.id in :ids",
                            Object[].class)
                    .setParameter("ids", slice)
                    .getResultList();
            for (Object[] row : rows) {
                RecipeDetails details = RecipeRows.details((RecipeDetailsRow) row[6]);
                found.put((UUID) row[0], new RecipeSummary(
                        (UUID) row[0],
                        Highlighted.plain((String) row[1]),
                        (Integer) row[2],
                        details.servings(),
                        (String) row[3],
                        details.tags(),
                        row[4] == null ? 0 : (Integer) row[4],
                        (Instant) row[5],
                        null));
            }
        }
    }
}

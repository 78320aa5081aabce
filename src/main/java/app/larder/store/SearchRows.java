package app.larder.store;

import app.larder.recipes.Recipe;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;

/**
 * Keeps the search tables of the local file, in the transaction that changes the recipe. On a server triggers do the
 * same for every program that writes.
 */
final class SearchRows {

    private SearchRows() {}

    /** Adds recipes' rows and returns the ingredient names that were not stored yet. */
    static List<IngredientTerms.Term> add(
            StatelessSession session, UUID userId, List<Recipe> recipes, IngredientTerms known) {
        return add(session, userId, recipes, known, List.of());
    }

    /** As that, where the same transaction has added some names before. */
    static List<IngredientTerms.Term> add(
            StatelessSession session,
            UUID userId,
            List<Recipe> recipes,
            IngredientTerms known,
            List<IngredientTerms.Term> before) {
        List<Object> searchRows = new ArrayList<>();
        List<Object> termRows = new ArrayList<>();
        Map<Long, IngredientTerms.Term> terms = new LinkedHashMap<>();
        for (Recipe recipe : recipes) {
            Map<String, String> names = SearchKeys.ingredientNames(recipe.ingredients());
            searchRows.add(searchRow(recipe, userId, names.keySet()));
            for (Map.Entry<String, String> name : names.entrySet()) {
                long termId = SearchKeys.termId(userId, name.getKey());
                terms.putIfAbsent(termId, new IngredientTerms.Term(termId, name.getKey(), name.getValue()));
                termRows.add(termRow(recipe.id(), userId, termId));
            }
        }
        session.insertMultiple(searchRows);
        session.insertMultiple(termRows);
        before.forEach(term -> terms.remove(term.id()));
        List<IngredientTerms.Term> missing = known.missing(session, terms.values());
        session.insertMultiple(missing.stream().map(term -> row(term, userId)).toList());
        return missing;
    }

    static List<IngredientTerms.Term> replace(
            StatelessSession session, UUID userId, Recipe recipe, IngredientTerms known) {
        remove(session, List.of(recipe.id()));
        return add(session, userId, List.of(recipe), known);
    }

    static void remove(StatelessSession session, Collection<UUID> ids) {
        session.createMutationQuery("delete from RecipeSearchRow s where s.recipeId in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
        session.createMutationQuery("delete from RecipeTermRow t where t.recipeId in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
    }

    /** Follows details that changed beside rows that did not: of what is found and sorted by, only the time hangs on them. */
    static void retime(StatelessSession session, List<Recipe> recipes) {
        for (Recipe recipe : recipes) {
            session.createMutationQuery("update RecipeSearchRow s set s.minutes = :minutes"
                            + " where s.recipeId = :id and s.minutes is distinct from :minutes")
                    .setParameter("minutes", recipe.minutes(), Integer.class)
                    .setParameter("id", recipe.id())
                    .executeUpdate();
        }
    }

    private static RecipeSearchRow searchRow(Recipe recipe, UUID userId, Set<String> names) {
        RecipeSearchRow row = new RecipeSearchRow();
        row.recipeId = recipe.id();
        row.userId = userId;
        row.createdAt = recipe.createdAt();
        row.prepTimeMinutes = recipe.prepTimeMinutes();
        row.minutes = recipe.minutes();
        row.ingredientCount = recipe.ingredients().size();
        String name = SearchKeys.key(recipe.name());
        row.nameKey = name == null ? "" : name;
        row.sourceKey = SearchKeys.key(recipe.source());
        row.descriptionKey = SearchKeys.key(recipe.description());
        row.instructionsKey = SearchKeys.key(recipe.instructions());
        row.ingredientText = String.join("\n", names);
        return row;
    }

    private static RecipeTermRow termRow(UUID recipeId, UUID userId, long termId) {
        RecipeTermRow row = new RecipeTermRow();
        row.recipeId = recipeId;
        row.userId = userId;
        row.termId = termId;
        return row;
    }

    private static IngredientTermRow row(IngredientTerms.Term term, UUID userId) {
        IngredientTermRow row = new IngredientTermRow();
        row.userId = userId;
        row.termId = term.id();
        row.name = term.form();
        row.display = term.shown();
        return row;
    }
}

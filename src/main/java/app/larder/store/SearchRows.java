package app.larder.store;

import app.larder.recipes.Recipe;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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

    static void add(StatelessSession session, UUID userId, List<Recipe> recipes) {
        List<Object> searchRows = new ArrayList<>();
        List<Object> termRows = new ArrayList<>();
        Map<Long, Map.Entry<String, String>> terms = new LinkedHashMap<>();
        for (Recipe recipe : recipes) {
            Map<String, String> names = SearchKeys.ingredientNames(recipe.ingredients());
            searchRows.add(searchRow(recipe, userId, names.keySet()));
            for (Map.Entry<String, String> name : names.entrySet()) {
                long termId = SearchKeys.termId(userId, name.getKey());
                terms.putIfAbsent(termId, name);
                termRows.add(termRow(recipe.id(), userId, termId));
            }
        }
        session.insertMultiple(searchRows);
        session.insertMultiple(termRows);
        addTerms(session, userId, terms);
    }

    static void replace(StatelessSession session, UUID userId, Recipe recipe) {
        remove(session, List.of(recipe.id()));
        add(session, userId, List.of(recipe));
    }

    private static void remove(StatelessSession session, Collection<UUID> ids) {
        session.createMutationQuery("delete from RecipeSearchRow s where s.recipeId in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
        session.createMutationQuery("delete from RecipeTermRow t where t.recipeId in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
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

    private static void addTerms(
            StatelessSession session, UUID userId, Map<Long, Map.Entry<String, String>> terms) {
        Set<Long> known = new HashSet<>();
        for (List<Long> slice : Slices.of(terms.keySet())) {
            known.addAll(session.createSelectionQuery(
                            "select t.termId from IngredientTermRow t where t.termId in :ids", Long.class)
                    .setParameter("ids", slice)
                    .getResultList());
        }
        Map<Long, Map.Entry<String, String>> missing = new HashMap<>(terms);
        missing.keySet().removeAll(known);
        missing.forEach((termId, name) -> {
            IngredientTermRow row = new IngredientTermRow();
            row.userId = userId;
            row.termId = termId;
            row.name = name.getKey();
            row.display = name.getValue();
            session.insert(row);
        });
    }
}

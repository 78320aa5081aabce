package app.larder;

import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import app.larder.recipes.RecipeSummary;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Recipes of which it is noted which ones were written, so that whoever shows them can look again. */
final class NotedRecipes implements RecipeRepository {

    private final RecipeRepository recipes;
    private final Set<UUID> written = ConcurrentHashMap.newKeySet();

    NotedRecipes(RecipeRepository recipes) {
        this.recipes = recipes;
    }

    /** Which ones were written so far. */
    List<UUID> written() {
        return List.copyOf(written);
    }

    @Override
    public List<UUID> ids(RecipeQuery query, int offset, int limit) {
        return recipes.ids(query, offset, limit);
    }

    @Override
    public int count(RecipeQuery query) {
        return recipes.count(query);
    }

    @Override
    public List<RecipeSummary> summaries(List<UUID> ids, String text) {
        return recipes.summaries(ids, text);
    }

    @Override
    public Optional<Recipe> find(UUID id) {
        return recipes.find(id);
    }

    @Override
    public List<Recipe> findAll(Collection<UUID> ids) {
        return recipes.findAll(ids);
    }

    @Override
    public List<Recipe> add(List<Recipe> fresh) {
        List<Recipe> added = recipes.add(fresh);
        added.forEach(recipe -> written.add(recipe.id()));
        return added;
    }

    @Override
    public Optional<Recipe> update(Recipe recipe) {
        Optional<Recipe> updated = recipes.update(recipe);
        updated.ifPresent(stored -> written.add(stored.id()));
        return updated;
    }

    @Override
    public int trash(Collection<UUID> ids) {
        written.addAll(ids);
        return recipes.trash(ids);
    }

    @Override
    public int restore(Collection<UUID> ids) {
        written.addAll(ids);
        return recipes.restore(ids);
    }

    @Override
    public List<TrashedRecipe> trashed() {
        return recipes.trashed();
    }

    @Override
    public int purgeTrash(Instant before) {
        return recipes.purgeTrash(before);
    }

    @Override
    public List<UUID> importedIn(UUID importBatch) {
        return recipes.importedIn(importBatch);
    }

    @Override
    public List<String> ingredientNames(String part, int limit) {
        return recipes.ingredientNames(part, limit);
    }
}

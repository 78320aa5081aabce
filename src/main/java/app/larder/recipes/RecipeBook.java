package app.larder.recipes;

import app.larder.account.NewId;
import app.larder.recipes.RecipeRepository.TrashedRecipe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person does with their recipes. Calls block; none may be made on the JavaFX thread. A failing database is an
 * {@link java.io.UncheckedIOException} with a sentence for people.
 */
public final class RecipeBook {

    /** How long a deleted recipe can be brought back. */
    public static final Duration TRASH_KEPT = Duration.ofDays(30);

    private final RecipeRepository recipes;
    private final Clock clock;

    /** The recipes of a repository; {@code clock} dates new ones and decides what has been in the trash too long. */
    public RecipeBook(RecipeRepository recipes, Clock clock) {
        this.recipes = recipes;
        this.clock = clock;
    }

    /** Ids of the recipes a query finds, in its order, from {@code offset}, at most {@code limit} of them. */
    public List<UUID> ids(RecipeQuery query, int offset, int limit) {
        return recipes.ids(query, offset, limit);
    }

    /** How many recipes a query finds. */
    public int count(RecipeQuery query) {
        return recipes.count(query);
    }

    /** The cards of some recipes in the order of {@code ids}, with the places of {@code text} marked. */
    public List<RecipeSummary> summaries(List<UUID> ids, String text) {
        return recipes.summaries(ids, text);
    }

    /** The recipe, whole, or empty if there is none of that id. */
    public Optional<Recipe> find(UUID id) {
        return recipes.find(id);
    }

    /** The recipes of some ids, whole, in no promised order; unknown ids are left out. */
    public List<Recipe> findAll(Collection<UUID> ids) {
        return recipes.findAll(ids);
    }

    /** A new recipe's id and date, everything else left to fill in. */
    public Recipe blank() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Recipe(NewId.at(now), "", null, List.of(), null, null, null, now, RecipeDetails.NONE);
    }

    /** A new recipe with the content of another, under another name; not stored yet, and of no import. */
    public Recipe copyOf(Recipe recipe, String name) {
        Recipe fresh = blank();
        RecipeDetails d = recipe.details();
        return new Recipe(
                fresh.id(),
                name,
                recipe.description(),
                recipe.ingredients().stream().map(i -> i.withId(null)).toList(),
                recipe.prepTimeMinutes(),
                recipe.instructions(),
                recipe.source(),
                fresh.createdAt(),
                new RecipeDetails(
                        d.servings(), d.yield(), d.cookTimeMinutes(), d.totalTimeMinutes(), d.tags(), d.notes(), null,
                        d.rating(), null));
    }

    /** Everything that keeps a recipe from being saved; empty if it can be. */
    public List<RecipeProblem> problems(Recipe recipe) {
        return RecipeRules.problems(recipe);
    }

    /**
     * Keeps a recipe: replaces the one with its id, or adds it. Blanks around texts, empty lines and repeated tags are
     * left out.
     *
     * @return the recipe as stored
     * @throws InvalidRecipeException if it has {@link #problems}
     */
    public Recipe save(Recipe recipe) {
        Recipe tidy = checked(recipe);
        return recipes.update(tidy).orElseGet(() -> recipes.add(List.of(tidy)).getFirst());
    }

    /**
     * Adds recipes, all or none, tidied like {@link #save}.
     *
     * @return the recipes as stored, in the same order
     * @throws InvalidRecipeException if one of them has {@link #problems}
     */
    public List<Recipe> add(List<Recipe> fresh) {
        return recipes.add(fresh.stream().map(RecipeBook::checked).toList());
    }

    /** Takes added recipes back, except those that were changed since. */
    public AddedRecipes.TakenBack takeBack(AddedRecipes added) {
        return added.takeBack(recipes);
    }

    /** Moves recipes to the trash, for {@link #TRASH_KEPT}. Returns how many. */
    public int delete(Collection<UUID> ids) {
        return recipes.trash(ids);
    }

    /** Brings recipes back from the trash. Returns how many. */
    public int restore(Collection<UUID> ids) {
        return recipes.restore(ids);
    }

    /** What is in the trash, latest first. */
    public List<TrashedRecipe> trashed() {
        return recipes.trashed();
    }

    /** Removes for good what has been in the trash for longer than {@link #TRASH_KEPT}. Returns how many. */
    public int purge() {
        return recipes.purgeTrash(clock.instant().minus(TRASH_KEPT));
    }

    /** Ids of the recipes one import brought, oldest first. */
    public List<UUID> importedIn(UUID importBatch) {
        return recipes.importedIn(importBatch);
    }

    /** Ingredient names that contain what was typed, the most used first; nothing for blank {@code typed}. */
    public List<String> ingredientNames(String typed, int limit) {
        return typed.isBlank() ? List.of() : recipes.ingredientNames(typed.strip(), limit);
    }

    private static Recipe checked(Recipe recipe) {
        List<RecipeProblem> problems = RecipeRules.problems(recipe);
        if (!problems.isEmpty()) {
            throw new InvalidRecipeException(problems);
        }
        return RecipeRules.tidied(recipe);
    }
}

package app.larder.recipes;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The signed-in person's recipes. Every method sees and changes that person's rows only. All calls block; none may be
 * made on the JavaFX thread. A failing target is an {@link java.io.UncheckedIOException} with a sentence for people.
 */
public interface RecipeRepository {

    /** Ids of the recipes a query finds, in its order, from {@code offset}, at most {@code limit} of them. */
    List<UUID> ids(RecipeQuery query, int offset, int limit);

    /** How many recipes a query finds. */
    int count(RecipeQuery query);

    /**
     * The cards of some recipes in the order of {@code ids}, unknown ids left out.
     *
     * @param text the typed search words whose places are marked; empty for none
     */
    List<RecipeSummary> summaries(List<UUID> ids, String text);

    /** The recipe, whole, or empty if this person has none of that id. */
    Optional<Recipe> find(UUID id);

    /** The recipes of some ids, whole, in no promised order; unknown ids are left out. */
    List<Recipe> findAll(Collection<UUID> ids);

    /**
     * Adds recipes in one transaction: all or none. Ingredient lines without an id are given one.
     *
     * @return the recipes as stored, in the same order
     */
    List<Recipe> add(List<Recipe> recipes);

    /**
     * Replaces a recipe by one with the same id.
     *
     * @return the recipe as stored, or empty if this person has none of that id
     */
    Optional<Recipe> update(Recipe recipe);

    /** Moves recipes to the trash in one transaction; ids this person does not have are left out. Returns how many. */
    int trash(Collection<UUID> ids);

    /** Brings recipes back from the trash, with the same ids. Returns how many came back. */
    int restore(Collection<UUID> ids);

    /** What is in the trash, latest first. */
    List<TrashedRecipe> trashed();

    /** Removes for good what was put in the trash before {@code before}. Returns how many. */
    int purgeTrash(Instant before);

    /** Ids of the recipes one import brought, oldest first. */
    List<UUID> importedIn(UUID importBatch);

    /**
     * Distinct ingredient names that contain {@code part} (in search form), the most used first; for suggestions.
     *
     * @param limit at most that many
     */
    List<String> ingredientNames(String part, int limit);

    /** A recipe in the trash: its id, its name, and when it was put there. */
    record TrashedRecipe(UUID id, String name, Instant deletedAt) {}
}

package app.larder.store;

import app.larder.account.NewId;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDetails;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Turns recipes into rows and rows into recipes. */
final class RecipeRows {

    private RecipeRows() {}

    /**
     * A recipe as it will be stored: texts checked, times cut to microseconds, every ingredient line with an id of its
     * own.
     *
     * @throws IllegalArgumentException if a text can't be stored, with a sentence that says which
     */
    static Recipe storable(Recipe recipe) {
        CleanText.check(recipe);
        Set<String> taken = new HashSet<>();
        List<Ingredient> lines =
                recipe.ingredients().stream().map(line -> identified(line, taken)).toList();
        return new Recipe(
                recipe.id(),
                recipe.name(),
                recipe.description(),
                lines,
                recipe.prepTimeMinutes(),
                recipe.instructions(),
                recipe.source(),
                recipe.createdAt().truncatedTo(ChronoUnit.MICROS),
                recipe.details());
    }

    private static Ingredient identified(Ingredient line, Set<String> taken) {
        if (line.id() != null && taken.add(line.id())) {
            return line;
        }
        String fresh = NewId.at(Instant.now()).toString();
        taken.add(fresh);
        return line.withId(fresh);
    }

    static RecipeRow row(Recipe recipe, UUID userId) {
        RecipeRow row = new RecipeRow();
        row.id = recipe.id();
        row.userId = userId;
        row.name = recipe.name();
        row.description = recipe.description();
        row.ingredients = recipe.ingredients();
        row.prepTimeMinutes = recipe.prepTimeMinutes();
        row.instructions = recipe.instructions();
        row.source = recipe.source();
        row.createdAt = recipe.createdAt();
        return row;
    }

    static RecipeDetailsRow detailsRow(Recipe recipe, UUID userId) {
        RecipeDetails details = recipe.details();
        RecipeDetailsRow row = new RecipeDetailsRow();
        row.recipeId = recipe.id();
        row.userId = userId;
        row.servings = details.servings();
        row.yield = details.yield();
        row.cookTimeMinutes = details.cookTimeMinutes();
        row.totalTimeMinutes = details.totalTimeMinutes();
        row.tags = details.tags();
        row.notes = details.notes();
        row.importBatch = details.importBatch();
        row.rating = details.rating();
        row.origin = Origins.text(details.origin());
        return row;
    }

    static Recipe recipe(RecipeRow row, @Nullable RecipeDetailsRow details) {
        return new Recipe(
                row.id,
                row.name,
                row.description,
                present(row.ingredients),
                row.prepTimeMinutes,
                row.instructions,
                row.source,
                row.createdAt,
                details(details));
    }

    /** Recipes with their details, in no order; unknown ids are left out. */
    static List<Recipe> load(StatelessSession session, Collection<UUID> ids) {
        List<Recipe> recipes = new ArrayList<>();
        for (List<UUID> slice : Slices.of(ids)) {
            session.createSelectionQuery(
                            "select r, d from RecipeRow r left join RecipeDetailsRow d on d.recipeId = r.id"
                                    + " where r.id in :ids",
                            Object[].class)
                    .setParameter("ids", slice)
                    .getResultList()
                    .forEach(pair -> recipes.add(recipe((RecipeRow) pair[0], (RecipeDetailsRow) pair[1])));
        }
        return recipes;
    }

    /** The details of a row; none where there is none. */
    static RecipeDetails details(@Nullable RecipeDetailsRow row) {
        return row == null ? RecipeDetails.NONE : new RecipeDetails(
                row.servings,
                row.yield,
                row.cookTimeMinutes,
                row.totalTimeMinutes,
                present(row.tags),
                row.notes,
                row.importBatch,
                row.rating,
                Origins.read(row.origin));
    }

    /** A JSON list without the nulls another program may have put into it, or in its place. */
    static <T> List<T> present(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}

package app.larder.store;

import app.larder.account.NewId;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Origin;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDetails;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recipes the contracts are tried with. */
final class ContractRecipes {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    private ContractRecipes() {}

    static Recipe plain(String name) {
        return new Recipe(NewId.at(Instant.now()), name, null, List.of(), null, null, null, NOON, RecipeDetails.NONE);
    }

    static Recipe full(String name) {
        return new Recipe(
                NewId.at(Instant.now()),
                name,
                "A \\ soup; 'quoted' \"twice\"",
                List.of(
                        Ingredient.of("pumpkin", "1 1/2", "kg"),
                        new Ingredient(
                                "chilli", "2", "", null, "2-3 chillies, chopped", "chopped", "To serve", "3", true,
                                Map.of("x", 1))),
                20,
                "Cut.\nCook.\r\nServe \u2028 hot.",
                "https://example.org/soup?a=1&b=%20",
                NOON,
                new RecipeDetails(
                        4, "a big pot", 40, 75, List.of("autumn", "soup"), "Grandma's", NewId.at(NOON), 4,
                        new Origin("paprika", "7A-1", Map.of("difficulty", "Easy", "photos", List.of(Map.of("n", 1))))));
    }

    static Recipe imported(String name, UUID batch, int seconds) {
        return new Recipe(
                NewId.at(Instant.now()), name, null, List.of(), null, null, null, NOON.plusSeconds(seconds),
                new RecipeDetails(null, null, null, null, List.of(), null, batch));
    }

    static Recipe timed(
            String name, @Nullable Integer prep, @Nullable Integer cook, @Nullable Integer total) {
        return new Recipe(
                NewId.at(Instant.now()), name, null, List.of(), prep, null, null, NOON,
                new RecipeDetails(null, null, cook, total, List.of(), null, null));
    }

    static Recipe described(String name, String description) {
        return new Recipe(
                NewId.at(Instant.now()), name, description, List.of(), null, null, null, NOON, RecipeDetails.NONE);
    }

    static Recipe with(Recipe recipe, Ingredient... lines) {
        return new Recipe(
                recipe.id(), recipe.name(), recipe.description(), List.of(lines), recipe.prepTimeMinutes(),
                recipe.instructions(), recipe.source(), recipe.createdAt(), recipe.details());
    }

    static Recipe named(Recipe recipe, String name) {
        return new Recipe(
                recipe.id(), name, recipe.description(), recipe.ingredients(), recipe.prepTimeMinutes(),
                recipe.instructions(), recipe.source(), recipe.createdAt(), recipe.details());
    }

    static Recipe withoutLineIds(Recipe recipe) {
        return with(
                recipe,
                recipe.ingredients().stream()
                        .map(line -> line.withId(null))
                        .toArray(Ingredient[]::new));
    }
}

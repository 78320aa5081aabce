package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.larder.account.SignIn;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDetails;
import app.larder.recipes.RecipeQuery;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/** What hangs on a recipe's details follows them when they arrive without the recipe. */
class PulledDetailsTest {

    private static final int MANY = PulledRecipes.FEW + 20;

    @TempDir
    Path folder;

    private final Family family = Family.fresh();
    private final SignIn anna = family.signUp("anna");

    @AfterEach
    void close() {
        family.close();
    }

    @Test
    void aTimeChangedElsewhereIsFilteredByHereHoweverManyArrive() {
        DatabaseUrl url = family.computer();
        try (FarKitchen laptop = new FarKitchen(folder, "laptop", url, anna);
                FarKitchen phone = new FarKitchen(folder, "phone", url, anna)) {
            List<Recipe> recipes = laptop.rows.recipes().add(IntStream.range(0, MANY)
                    .mapToObj(i -> taking(ContractRecipes.full("Dish " + i), 90))
                    .toList());
            laptop.sync();
            phone.sync();
            assertEquals(0, quick(phone));

            recipes.forEach(recipe -> laptop.rows.recipes().update(taking(recipe, 20)));
            laptop.sync();
            phone.sync();
            assertEquals(MANY, quick(phone));
            assertEquals(quick(laptop), quick(phone));

            Recipe first = recipes.getFirst();
            laptop.rows.recipes().update(taking(first, null));
            laptop.sync();
            phone.sync();
            assertEquals(MANY - 1, quick(phone));
            String used = first.ingredients().getFirst().name();
            assertEquals(MANY, phone.rows.recipes().count(RecipeQuery.ALL.withIngredients(List.of(used))));
        }
    }

    private static int quick(FarKitchen kitchen) {
        return kitchen.rows.recipes().count(RecipeQuery.ALL.withMaxMinutes(30));
    }

    private static Recipe taking(Recipe recipe, @Nullable Integer minutes) {
        return new Recipe(
                recipe.id(),
                recipe.name(),
                recipe.description(),
                recipe.ingredients(),
                null,
                recipe.instructions(),
                recipe.source(),
                recipe.createdAt(),
                new RecipeDetails(null, null, null, minutes, List.of(), null, null));
    }
}

package app.larder.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.larder.recipes.RecipeProblem.Field;
import app.larder.recipes.RecipeProblem.Kind;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeRulesTest {

    @Test
    void aPlainRecipeHasNoProblem() {
        assertEquals(List.of(), RecipeRules.problems(recipe("Pancakes", "Whisk.")));
    }

    @Test
    void aBlankNameIsRefused() {
        assertEquals(
                List.of(new RecipeProblem(Field.NAME, Kind.BLANK, 0)), RecipeRules.problems(recipe(" \t", null)));
    }

    @Test
    void aNameOfTenThousandCharactersIsRefusedWithItsLimit() {
        List<RecipeProblem> problems = RecipeRules.problems(recipe("x".repeat(10_000), null));

        assertEquals(List.of(new RecipeProblem(Field.NAME, Kind.TOO_LONG, 300)), problems);
        assertEquals("The name is too long: at most 300 characters.", problems.getFirst().sentence());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\ud83cb", "\udf5d"})
    void nulAndHalfCharactersAreRefused(String text) {
        assertEquals(
                List.of(new RecipeProblem(Field.INSTRUCTIONS, Kind.BROKEN_CHARACTER, 0)),
                RecipeRules.problems(recipe("Soup", text)));
    }

    @Test
    void aWholeEmojiIsKept() {
        assertEquals(List.of(), RecipeRules.problems(recipe("Soup 🍝", "🍝")));
    }

    @Test
    void fiveThousandIngredientsAreKept() {
        Recipe recipe = recipe("Feast", null);
        List<Ingredient> lines = Collections.nCopies(5_000, Ingredient.of("salt", "1", "tsp"));

        assertEquals(List.of(), RecipeRules.problems(with(recipe, lines)));
    }

    @Test
    void aBrokenCharacterInAnIngredientIsNamedOnce() {
        List<Ingredient> lines = List.of(Ingredient.of("sa\0lt", "1", ""), Ingredient.of("su\0gar", "1", ""));

        assertEquals(
                List.of(new RecipeProblem(Field.INGREDIENTS, Kind.BROKEN_CHARACTER, 0)),
                RecipeRules.problems(with(recipe("Soup", null), lines)));
    }

    @Test
    void timesAndServingsOutOfRangeAreRefused() {
        RecipeDetails details = new RecipeDetails(0, null, -1, 2_000_000, List.of(), null, null);
        Recipe plain = recipe("Soup", null);
        Recipe recipe = new Recipe(
                plain.id(), plain.name(), null, List.of(), -5, null, null, plain.createdAt(), details);

        assertEquals(
                List.of(
                        new RecipeProblem(Field.PREP_TIME, Kind.TOO_SMALL, 0),
                        new RecipeProblem(Field.COOK_TIME, Kind.TOO_SMALL, 0),
                        new RecipeProblem(Field.TOTAL_TIME, Kind.TOO_BIG, 1_000_000),
                        new RecipeProblem(Field.SERVINGS, Kind.TOO_SMALL, 1)),
                RecipeRules.problems(recipe));
    }

    @Test
    void tidyingTakesBlanksEmptyLinesAndRepeatedTagsAwayButNotTheTypedLine() {
        Recipe plain = recipe("  Pea \n soup ", "  ");
        Ingredient typed = new Ingredient(
                " peas ", " 400 ", "g", null, " 400 g  peas", " ", " Soup ", null, false, Map.of("x", 1));
        RecipeDetails details =
                new RecipeDetails(2, " ", null, null, List.of("Quick", " quick ", " ", "green"), null, null);
        Recipe tidy = RecipeRules.tidied(new Recipe(
                plain.id(),
                plain.name(),
                " ",
                List.of(typed, Ingredient.of(" ", "", "")),
                null,
                plain.instructions(),
                " Oma ",
                plain.createdAt(),
                details));

        assertEquals("Pea soup", tidy.name());
        assertNull(tidy.description());
        assertNull(tidy.instructions());
        assertEquals("Oma", tidy.source());
        assertNull(tidy.details().yield());
        assertEquals(List.of("Quick", "green"), tidy.details().tags());
        assertEquals(
                List.of(new Ingredient(
                        "peas", "400", "g", null, " 400 g  peas", null, "Soup", null, false, Map.of("x", 1))),
                tidy.ingredients());
    }

    private static Recipe recipe(String name, @Nullable String instructions) {
        return new Recipe(
                new UUID(1, 2), name, null, List.of(), null, instructions, null, Instant.EPOCH, RecipeDetails.NONE);
    }

    private static Recipe with(Recipe recipe, List<Ingredient> lines) {
        return new Recipe(
                recipe.id(), recipe.name(), null, lines, null, null, null, recipe.createdAt(), recipe.details());
    }
}

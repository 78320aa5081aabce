package app.larder.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecipeDraftTest {

    private static final UUID ID = UUID.fromString("0190b0f0-0000-7000-8000-000000000001");

    private static Recipe cake() {
        return new Recipe(
                ID,
                "Cake",
                "Soft.",
                List.of(
                        line("a", "200 g flour", "200", "g", "flour", null),
                        line("b", "2 eggs", "2", "", "eggs", null),
                        line("c", "50 g sugar", "50", "g", "sugar", "Icing")),
                10,
                "Stir the flour and the eggs.\nIcing:\nMelt the sugar.",
                "Oma",
                Instant.parse("2026-01-01T00:00:00Z"),
                new RecipeDetails(8, "one tin", 40, 50, List.of("sweet", "easy"), "Less sugar.", UUID.randomUUID()));
    }

    private static Ingredient line(
            String id, String text, String quantity, String unit, String name, @Nullable String section) {
        return new Ingredient(name, quantity, unit, id, text, null, section, null, false, Map.of());
    }

    @Test
    void aRecipeOpenedAndSavedUnchangedIsTheSame() {
        Recipe cake = cake();
        assertEquals(cake, RecipeRules.tidied(RecipeDraft.of(cake).recipe(cake)));
    }

    @Test
    void linesStandUnderTheHeadingAboveThem() {
        RecipeDraft draft = new RecipeDraft(
                null, "", Instant.EPOCH, RecipeDraft.Fields.NONE,
                List.of(
                        DraftLine.of("1 egg"), DraftLine.of("For the sauce:"), DraftLine.of(""), DraftLine.of("salt"),
                        DraftLine.headed("Nothing below")),
                List.of(DraftLine.headed("First"), DraftLine.of(" Beat the egg. "), DraftLine.of("")));
        assertEquals(
                List.of("1 egg < null", "salt < For the sauce"),
                draft.ingredientList().stream().map(i -> i.text() + " < " + i.section()).toList());
        assertEquals("First:\nBeat the egg.", draft.instructions());
    }

    @Test
    void saysWhichFieldsAreNotUnderstood() {
        RecipeDraft.Fields fields =
                new RecipeDraft.Fields("Cake", "", "", "soon", "1 h", "", "a few", "", "", "");
        RecipeDraft draft = new RecipeDraft(null, "", Instant.EPOCH, fields, List.of(), List.of());
        assertEquals(Set.of(RecipeProblem.Field.PREP_TIME, RecipeProblem.Field.SERVINGS), draft.unread());
    }

    @Test
    void blankLinesAloneAreNothing() {
        RecipeDraft draft = new RecipeDraft(
                null, "", Instant.EPOCH, RecipeDraft.Fields.NONE, List.of(DraftLine.of(" ")), List.of(DraftLine.of("")));
        assertTrue(draft.isBlank());
        assertFalse(RecipeDraft.of(cake()).isBlank());
    }

    @Test
    void aMarkTellsEveryChangeOfARecipe() {
        Recipe cake = cake();
        Recipe same = new Recipe(
                ID, "Cake", "Soft.", cake.ingredients(), 10, cake.instructions(), "Oma", cake.createdAt(), cake.details());
        assertEquals(RecipeDraft.mark(cake), RecipeDraft.mark(same));
        Recipe salted = new Recipe(
                ID, "Cake", "Soft.", cake.ingredients().reversed(), 10, cake.instructions(), "Oma", cake.createdAt(),
                cake.details());
        assertNotEquals(RecipeDraft.mark(cake), RecipeDraft.mark(salted));
    }
}

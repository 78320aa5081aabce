package app.larder.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.larder.recipes.Method.Step;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MethodTest {

    @Test
    void linesAreNumberedSteps() {
        assertEquals(
                List.of(new Step(1, null, "Whisk."), new Step(2, null, "Bake.")), Method.of(recipe("Whisk.\n\nBake.\n")));
    }

    @Test
    void aLineWithAColonIsTheHeadingOfWhatFollows() {
        assertEquals(
                List.of(new Step(1, "For the sauce", "Stir."), new Step(2, null, "Simmer.")),
                Method.of(recipe("For the sauce:\nStir.\nSimmer.")));
    }

    @Test
    void aShortLineWithoutFullStopIsAHeadingWhereStepsAreSentences() {
        assertEquals(
                List.of(new Step(1, "Teig", "Mehl und Butter kneten."), new Step(2, "Belag", "Äpfel schneiden.")),
                Method.of(recipe("Teig\nMehl und Butter kneten.\nBelag\nÄpfel schneiden.")));
    }

    @Test
    void shortLinesAreStepsWhereNothingEndsInAFullStop() {
        assertEquals(
                List.of(new Step(1, null, "Mix everything"), new Step(2, null, "Bake 20 minutes"), new Step(3, null, "Eat")),
                Method.of(recipe("Mix everything\nBake 20 minutes\nEat")));
    }

    @Test
    void theLastLineIsNeverAHeading() {
        assertEquals(
                List.of(new Step(1, null, "Stir."), new Step(2, null, "Serve:")), Method.of(recipe("Stir.\nServe:")));
    }

    @Test
    void aRecipeWithoutInstructionsHasNoSteps() {
        assertEquals(List.of(), Method.of(recipe(null)));
    }

    private static Recipe recipe(@Nullable String instructions) {
        return new Recipe(
                new UUID(0, 1), "x", null, List.of(), null, instructions, null, Instant.EPOCH, RecipeDetails.NONE);
    }
}

package app.larder.recipes.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CookViewModelTest {

    private final RoomForTests room = new RoomForTests(Locale.UK, Background.direct(), ShelfOfRecipes.dozen());
    private final Timers timers = room.timers;
    private final CookViewModel cook = room.cook;
    private final Portion chicken = Portion.asWritten(ShelfOfRecipes.chicken(), Locale.UK);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aCookedRecipeOffersToTakeWhatItUsedFromThePantry() {
        cook.open(chicken);
        cook.finish();
        assertNull(room.notices.currentProperty().get(), "nothing to take from an empty pantry");

        room.stock(1, "1 kg chicken thighs");
        room.atHome.refresh();
        cook.open(chicken);
        cook.finish();
        Notices.Notice offer = Objects.requireNonNull(room.notices.currentProperty().get());
        assertEquals("“Chicken with lemon and olives” is cooked. Enjoy!", offer.text());
        Objects.requireNonNull(offer.run()).run();
        assertEquals("200", room.pantry.all().getFirst().quantity());
    }

    @Test
    void aRecipeBeginsAtItsFirstStepUnderItsHeading() {
        cook.open(chicken);

        assertEquals(1, Objects.requireNonNull(cook.step()).number());
        assertEquals("For the chicken", cook.section());
        assertEquals(4, cook.steps());
    }

    @Test
    void turningStopsAtBothEnds() {
        cook.open(chicken);
        cook.previous();
        assertEquals(0, cook.indexProperty().get());

        cook.go(3);
        assertEquals("To serve", cook.section());
        assertFalse(cook.next());
        assertEquals(3, cook.indexProperty().get());
    }

    @Test
    void theIngredientsOfTheStepStandBesideItOrAllIfOneWants() {
        cook.open(chicken);
        assertEquals(
                List.of("chicken thighs", "ground cumin", "salt and pepper"),
                cook.ingredients().stream().map(Ingredient::name).toList());

        cook.allIngredientsProperty().set(true);
        assertEquals(10, cook.ingredients().size());
    }

    @Test
    void theTimesOfAStepAreStartedOneAfterTheOther() {
        cook.open(chicken);
        assertTrue(cook.startNext());
        assertTrue(cook.startNext());
        assertFalse(cook.startNext());

        assertEquals(
                List.of(Duration.ofMinutes(8), Duration.ofMinutes(3)),
                timers.list().stream().map(t -> t.leftProperty().get()).toList());
    }

    @Test
    void aRangeOfTimeStartsWithItsShorterEnd() {
        cook.open(chicken);
        cook.go(2);
        cook.startNext();

        assertEquals(Duration.ofMinutes(15), timers.list().getFirst().leftProperty().get());
    }

    @Test
    void theRecipeOnTheStoveGoesOnWhereItWasAndAFinishedOneBeginsAnew() {
        cook.open(chicken);
        cook.go(2);
        cook.open(chicken);
        assertEquals(2, cook.indexProperty().get());

        cook.finish();
        cook.open(chicken);
        assertEquals(0, cook.indexProperty().get());
    }

    @Test
    void aRecipeWithoutStepsShowsAllItsIngredients() {
        Recipe bare = new Recipe(
                new UUID(0, 1), "Toast", null, List.of(Ingredient.of("bread", "1", "slice")), null, null, null,
                Instant.EPOCH, RecipeDetails.NONE);
        cook.open(Portion.asWritten(bare, Locale.UK));

        assertEquals(0, cook.steps());
        assertEquals(1, cook.ingredients().size());
        assertFalse(cook.startNext());
        assertFalse(cook.next());
    }
}

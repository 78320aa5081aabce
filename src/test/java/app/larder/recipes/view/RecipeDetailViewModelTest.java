package app.larder.recipes.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.larder.fx.Background;
import app.larder.kitchen.Kitchen;
import app.larder.kitchen.Quantity;
import app.larder.recipes.Ingredient;
import app.larder.recipes.view.RecipeDetailViewModel.State;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The recipe beside the list, over a real database in memory. */
class RecipeDetailViewModelTest {

    private final RoomForTests room = new RoomForTests(Locale.UK, Background.direct(), ShelfOfRecipes.dozen());
    private final RecipeDetailViewModel detail = room.detail;

    @BeforeEach
    void load() {
        room.list.reload();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theChosenRecipeIsShownWhole() {
        assertEquals(State.READY, detail.stateProperty().get());
        assertEquals("Chicken with lemon and olives", portion().recipe().name());
        assertEquals("800 g", line(0).amount());
    }

    @Test
    void aServingMoreScalesEveryAmountInSaneFractions() {
        detail.moreServings();
        detail.moreServings();

        assertEquals(Quantity.of(6), portion().servings());
        assertEquals("1.2 kg", line(0).amount());
        assertEquals("2¼", line(1).amount());
        assertEquals("", line(7).amount());
    }

    @Test
    void oneServingIsTheLeast() {
        detail.servings(1);
        detail.fewerServings();

        assertEquals(Quantity.ONE, portion().servings());
    }

    @Test
    void thereAndBackAgainIsExact() {
        for (int i = 0; i < 5; i++) {
            detail.moreServings();
        }
        detail.servings(4);

        assertEquals(Quantity.ONE, portion().factor());
        assertEquals("1½", line(1).amount());
    }

    @Test
    void aRecipeWithoutServingsScalesByAFactor() {
        room.list.select(room.idOf("Toast"));
        detail.moreServings();
        assertNull(portion().servings());
        assertEquals(Quantity.ONE, portion().factor());

        detail.factor(Quantity.of(1, 2));
        assertEquals("10 g", line(1).amount());
    }

    @Test
    void measuresStayChosenForTheNextRecipeAndTheScaleDoesNot() {
        detail.measures(Kitchen.Measures.US);
        detail.moreServings();
        room.list.select(room.idOf("Toast"));

        assertEquals(Kitchen.Measures.US, portion().kitchen().measures());
        assertEquals(Quantity.ONE, portion().factor());
        assertEquals("about 1½ tbsp", line(1).amount());
    }

    @Test
    void theScaleStaysWhenTheSameRecipeIsReadAgain() {
        detail.servings(8);
        room.pages.changed(List.of(room.idOf("Chicken with lemon and olives")));

        assertEquals(Quantity.of(2), portion().factor());
    }

    @Test
    void anAmountThatIsNoNumberStaysAsItStands() {
        Portion three = portion().times(Quantity.of(3));

        assertEquals("a few", three.line(Ingredient.of("olives", "a few", "")).amount());
        assertEquals("some salt", three.line(
                        new Ingredient("", "", "", null, "some salt", null, null, null, false, java.util.Map.of()))
                .name());
    }

    @Test
    void aDeletedRecipeIsShownNoMore() {
        room.book.delete(List.of(portion().recipe().id()));
        detail.reload();

        assertEquals(State.NONE, detail.stateProperty().get());
        assertNull(detail.portionProperty().get());
    }

    @Test
    void aFailureIsSaid() {
        room.breakDatabase();
        detail.reload();

        assertEquals(State.FAILED, detail.stateProperty().get());
    }

    private Portion portion() {
        return Objects.requireNonNull(detail.portionProperty().get());
    }

    private Portion.Line line(int index) {
        return portion().line(portion().recipe().ingredients().get(index));
    }
}

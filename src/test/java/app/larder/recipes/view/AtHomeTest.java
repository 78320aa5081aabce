package app.larder.recipes.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.cook.CookPlan;
import app.larder.cook.LineState;
import app.larder.cook.Tally;
import app.larder.cook.Verdict;
import app.larder.fx.Background;
import app.larder.fx.Texts;
import app.larder.kitchen.Quantity;
import app.larder.pantry.HouseholdIngredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeSort;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AtHomeTest {

    private RoomForTests room;
    private UUID chicken;

    @BeforeEach
    void open() {
        room = new RoomForTests(Locale.UK, Background.direct(), ShelfOfRecipes.dozen());
        room.list.reload();
        chicken = room.idOf("Chicken with lemon and olives");
    }

    @AfterEach
    void close() {
        room.close();
    }

    private void stock() {
        room.stock(3, "1 kg chicken thighs", "1 lemon", "5 onions", "250 g butter");
        room.atHome.refresh();
    }

    private List<String> names() {
        RecipeCards cards = room.list.cardsProperty().get();
        return IntStream.range(0, cards.size())
                .mapToObj(i -> Objects.requireNonNull(cards.get(i).summary()).name().text())
                .toList();
    }

    private Verdict verdict() {
        return Objects.requireNonNull(room.detail.verdictProperty().get());
    }

    @Test
    void withAnEmptyPantryNothingIsSaid() {
        room.atHome.refresh();
        room.list.select(chicken);

        assertFalse(room.atHome.lookProperty().get().stocked());
        assertNull(room.detail.verdictProperty().get());
    }

    @Test
    void whatComesIntoAnEmptyPantryIsHeldAgainstTheRecipesAtTheNextVisit() {
        room.atHome.refresh();
        assertTrue(room.atHome.lookProperty().get().ranking().tally(chicken).isEmpty(), "nothing was read for nothing");
        stock();
        assertTrue(tally().covered() > 0);
    }

    @Test
    void aRecipeIsMarkedLineByLineInTheAmountsItIsLookedAt() {
        room.list.select(chicken);
        stock();
        assertEquals(LineState.COVERED, verdict().lines().getFirst().state());
        assertEquals(LineState.PARTLY, verdict().lines().get(1).state());
        HomeWords words = new HomeWords(texts());
        assertEquals("1 at home, ½ missing", words.beside(verdict().lines().get(1)));

        room.detail.factor(Quantity.of(2));
        assertEquals("1 kg at home, 600 g missing", words.beside(verdict().lines().getFirst()));
        assertTrue(words.toGet(verdict().lines()).contains("600 g chicken thighs"), words.toGet(verdict().lines()).toString());
    }

    private static Texts texts() {
        return Texts.in(Locale.UK);
    }

    @Test
    void theListIsOrderedByWhatIsMissingAndTurnsRound() {
        stock();
        room.list.filters().sortByHome();
        assertEquals(12, names().size());
        assertEquals("Chicken with lemon and olives", names().getLast());

        room.list.filters().turn();
        assertEquals("Chicken with lemon and olives", names().getFirst());

        room.list.filters().sort(RecipeSort.NAME);
        assertEquals("Apfelkuchen vom Blech mit Streuseln und einer Prise Zimt", names().getFirst());
    }

    @Test
    void onlyRecipesWithLittleMissingAreShownIfAskedFor() {
        stock();
        room.repository.add(List.of(ShelfOfRecipes.toastWithButter()));
        room.pages.changed(List.of(room.idOf("Toast with butter")));
        room.list.filters().missing(1);
        assertTrue(names().contains("Toast with butter"));
        assertFalse(names().contains("Chicken with lemon and olives"));

        room.list.filters().missing(0);
        assertFalse(names().contains("Toast with butter"));
        room.list.filters().text("noodle toast");
        assertEquals(RecipeListViewModel.State.NOTHING_FOUND, room.list.stateProperty().get());

        room.list.filters().clear();
        assertEquals(13, names().size());
    }

    @Test
    void aChangedRecipeIsReckonedAgain() {
        stock();
        Tally before = tally();
        Recipe recipe = room.book.find(chicken).orElseThrow();
        Recipe shorter = new Recipe(
                recipe.id(), recipe.name(), null, recipe.ingredients().subList(0, 1), null, null, null,
                recipe.createdAt(), recipe.details());
        room.book.save(shorter);
        assertEquals(before, tally());

        room.pages.changed(List.of(chicken));
        assertTrue(tally().complete());
    }

    private Tally tally() {
        return room.atHome.lookProperty().get().ranking().tally(chicken).orElseThrow();
    }

    @Test
    void whatComesHomeMeanwhileCountsWhenTheRoomIsEnteredAgain() {
        stock();
        int missing = tally().missing();
        room.stock(0, "500 g couscous");
        room.atHome.refresh();
        assertEquals(missing - 1, tally().missing());
    }

    @Test
    void cookedItTakesFromThePantryAndUndoPutsAllBack() {
        room.list.select(chicken);
        stock();
        List<HouseholdIngredient> before = room.pantry.all();
        room.detail.cooked();

        assertEquals(List.of("Butter 250", "Chicken thighs 200", "Onions 3"), pantry());
        String said = Objects.requireNonNull(room.notices.currentProperty().get()).text();
        assertTrue(said.contains("800 g Chicken thighs"), said);
        assertTrue(said.contains("Lemon (used up)"), said);
        assertEquals(LineState.PARTLY, verdict().lines().getFirst().state());

        room.notices.undo();
        assertEquals(before, room.pantry.all());
        assertEquals(LineState.COVERED, verdict().lines().getFirst().state());
    }

    @Test
    void pressingCookedItTwiceTakesOnce() {
        room.close();
        Held held = new Held();
        room = new RoomForTests(Locale.UK, held, ShelfOfRecipes.dozen());
        room.list.reload();
        room.list.select(room.idOf("Chicken with lemon and olives"));
        stock();
        held.holding = true;
        room.detail.cooked();
        room.detail.cooked();
        held.letGo();
        assertEquals(List.of("Butter 250", "Chicken thighs 200", "Onions 3"), pantry());

        room.detail.cooked();
        assertEquals(List.of("Butter 250", "Onions 1"), pantry(), "it can be cooked again");
    }

    @Test
    void cookedItReckonsWithWhatIsThereNow() {
        room.list.select(chicken);
        stock();
        room.stock(0, "1 kg chicken thighs");
        room.detail.cooked();
        assertTrue(pantry().contains("Chicken thighs 1.2"), pantry().toString());
    }

    @Test
    void rowsChangedBetweenPlanningAndTakingAreNamed() {
        stock();
        CookPlan plan = room.cookNow.plan(chicken, Quantity.ONE).orElseThrow();
        room.stock(0, "1 kg chicken thighs");
        String said = room.cookedIt.says(plan, room.cookNow.apply(plan));
        assertFalse(said.contains("0.8 kg"), said);
        assertTrue(said.endsWith("Changed meanwhile and so left alone: Chicken thighs."), said);
    }

    @Test
    void thePantryRoomHearsOfCookingAndOfItsUndo() {
        room.list.select(chicken);
        stock();
        room.detail.cooked();
        assertEquals(1, room.pantryChanges);
        room.notices.undo();
        assertEquals(2, room.pantryChanges);
    }

    /** Work that waits until it is let go. */
    private static final class Held implements Background {
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private boolean holding;

        @Override
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            if (holding) {
                waiting.add(() -> Background.direct().run(work, done, failed));
            } else {
                Background.direct().run(work, done, failed);
            }
        }

        void letGo() {
            holding = false;
            while (!waiting.isEmpty()) {
                waiting.remove().run();
            }
        }

        @Override
        public void onScreen(Runnable change) {
            change.run();
        }

        @Override
        public void close() {}
    }

    private List<String> pantry() {
        return room.pantry.all().stream()
                .map(row -> (row.name() + " " + row.quantity()).strip())
                .sorted()
                .toList();
    }

    @Test
    void aRecipeIsScaledToHowMuchThereIsOfOneIngredient() {
        room.list.select(chicken);
        Recipe recipe = ShelfOfRecipes.chicken();
        assertTrue(room.detail.scaleTo(recipe.ingredients().getFirst(), "1 kg"));
        Portion scaled = Objects.requireNonNull(room.detail.portionProperty().get());
        assertEquals(Quantity.of(5, 4), scaled.factor());
        assertEquals("150 g", scaled.line(recipe.ingredients().get(2)).amount());

        assertTrue(room.detail.scaleTo(recipe.ingredients().get(3), "3"));
        assertEquals(Quantity.of(3, 2), Objects.requireNonNull(room.detail.portionProperty().get()).factor());
        assertFalse(room.detail.scaleTo(recipe.ingredients().getFirst(), "a lot"));
        assertFalse(room.detail.scaleTo(recipe.ingredients().getFirst(), "some"));
        assertFalse(room.detail.scaleTo(recipe.ingredients().getFirst(), "2 kg flour"));
        assertTrue(room.detail.scaleTo(recipe.ingredients().getFirst(), "400 g chicken"));
        assertTrue(room.detail.scaleTo(recipe.ingredients().get(1), "3 lemon"));
        assertTrue(room.detail.scaleTo(recipe.ingredients().get(3), "1 onion"));
        assertFalse(room.detail.scaleTo(recipe.ingredients().get(3), "3 on"));
        assertNotNull(room.detail.portionProperty().get());
    }
}

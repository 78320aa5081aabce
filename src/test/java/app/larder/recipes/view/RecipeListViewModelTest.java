package app.larder.recipes.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.fx.Background;
import app.larder.recipes.Highlighted;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeSort;
import app.larder.recipes.RecipeSummary;
import app.larder.recipes.view.RecipeListViewModel.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The recipe list over a real database in memory. */
class RecipeListViewModelTest {

    private final RoomForTests room = new RoomForTests(Locale.UK, Background.direct(), ShelfOfRecipes.dozen());
    private final RecipeListViewModel list = room.list;

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void allRecipesAreThereNewestFirstAndTheFirstIsChosen() {
        list.reload();

        assertEquals(State.READY, list.stateProperty().get());
        assertEquals(12, list.totalProperty().get());
        assertEquals("Chicken with lemon and olives", name(0));
        assertEquals(list.cardsProperty().get().get(0).id(), list.selectedProperty().get());
    }

    @Test
    void typingFindsWithoutMindingAccentsAndMarksWhatItFound() {
        list.filters().text("hahnchen pfanne");

        assertEquals(List.of("Hähnchen-Paprika-Pfanne"), names());
        Highlighted name = Objects.requireNonNull(card(0)).name();
        Highlighted.Span span = name.spans().getFirst();
        assertEquals("Hähnchen", name.text().substring(span.start(), span.end()));
    }

    @Test
    void filtersAddUpAndCanBeTakenBack() {
        list.filters().with("olives");
        list.filters().with("lemons");
        assertEquals(1, names().size());

        list.filters().with("butter");
        assertEquals(State.NOTHING_FOUND, list.stateProperty().get());
        list.filters().any(true);
        assertEquals(12, names().size());

        list.filters().clear();
        list.filters().without("butter");
        assertEquals(List.of("Chicken with lemon and olives"), names());

        list.filters().forgetWithout("butter");
        list.filters().minutes(20);
        assertEquals(List.of("Fried rice with yesterday's chicken"), names());
    }

    @Test
    void theSameIngredientIsAskedForOnce() {
        list.filters().with("Onion");
        list.filters().with(" onion ");

        assertEquals(List.of("Onion"), list.filters().query().ingredients());
    }

    @Test
    void theOrderCanBeChosenAndTurned() {
        list.filters().sort(RecipeSort.NAME);
        assertEquals("Apfelkuchen vom Blech mit Streuseln und einer Prise Zimt", name(0));

        list.filters().turn();
        assertEquals("Toast", name(0));
        assertFalse(list.filters().query().ascending());
    }

    @Test
    void theChosenRecipeStaysChosenWhenTheListChanges() {
        list.reload();
        UUID toast = room.idOf("Toast");
        list.select(toast);

        list.filters().text("lemon soup");
        list.filters().clear();

        assertEquals(toast, list.selectedProperty().get());
        assertTrue(list.cardsProperty().get().indexOf(toast) > 0);
    }

    @Test
    void anEmptyShelfIsNotTheSameAsNothingFound() {
        room.book.delete(room.repository.ids(RecipeQuery.ALL, 0, 100));
        list.filters().text("x");

        assertEquals(State.EMPTY, list.stateProperty().get());
    }

    @Test
    void aFailureIsSaidAndCanBeTriedAgain() {
        list.reload();
        room.breakDatabase();
        list.reload();

        assertEquals(State.FAILED, list.stateProperty().get());
        assertNotNull(list.failureProperty().get());
    }

    @Test
    void aLongListKnowsItsLengthAtOnceAndLoadsCardsWhereOneLooks() {
        List<Recipe> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add(room.book.copyOf(ShelfOfRecipes.chicken(), "Recipe " + i));
        }
        room.repository.add(many);
        list.reload();

        RecipeCards cards = list.cardsProperty().get();
        assertEquals(312, cards.size());
        assertNotNull(cards.get(250).id());
        assertNull(cards.get(250).summary());
        list.want(250);
        assertNotNull(cards.get(250).summary());
    }

    @Test
    void onlyTheNewestSearchReports() {
        List<Runnable> waiting = new ArrayList<>();
        Background later = new Background() {
            @Override
            public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
                waiting.add(() -> Background.direct().run(work, done, failed));
            }

            @Override
            public void onScreen(Runnable change) {
                change.run();
            }

            @Override
            public void close() {}
        };
        RecipeListViewModel slow = new RecipeListViewModel(room.book, new RecipesPages(), room.atHome, room.album, later);
        slow.filters().text("soup");
        slow.filters().text("tacos");
        waiting.get(1).run();
        waiting.get(0).run();

        assertEquals(1, slow.cardsProperty().get().size());
        assertEquals(
                "Pulled chicken tacos",
                Objects.requireNonNull(slow.cardsProperty().get().get(0).summary())
                        .name()
                        .text());
    }

    @Test
    void ingredientsAreSuggestedAsOneTypes() {
        List<String> found = new ArrayList<>();
        list.suggest("oni", found::addAll);

        assertEquals(List.of("onions"), found);
    }

    private List<String> names() {
        return IntStream.range(0, list.cardsProperty().get().size())
                .mapToObj(this::name)
                .toList();
    }

    private String name(int index) {
        return Objects.requireNonNull(card(index)).name().text();
    }

    private @Nullable RecipeSummary card(int index) {
        return list.cardsProperty().get().get(index).summary();
    }
}

package app.larder.recipes.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.larder.recipes.Highlighted;
import app.larder.recipes.RecipeSummary;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class RecipeCardsTest {

    private static final int MANY = 10_000;

    private final List<UUID> ids =
            IntStream.range(0, MANY).mapToObj(i -> new UUID(0, i)).toList();
    private final RecipeCards cards =
            new RecipeCards(MANY, ids.subList(0, RecipeCards.PAGE), summaries(0));

    @Test
    void theListHasItsWholeLengthBeforeItsIdsAreKnown() {
        assertEquals(MANY, cards.size());
        assertNotNull(cards.get(0).summary());
        assertNull(cards.get(MANY - 1).id());
        assertEquals(List.of(), cards.begin(5), "nobody knows what to load there");
    }

    @Test
    void theRestMakesItAsLongAsItReallyIs() {
        cards.complete(ids.subList(RecipeCards.PAGE, 500));

        assertEquals(500, cards.size());
        assertEquals(new UUID(0, 499), cards.get(499).id());
    }

    @Test
    void aPageIsBegunOnceAndFilledOnce() {
        cards.complete(ids.subList(RecipeCards.PAGE, MANY));

        assertEquals(RecipeCards.PAGE, cards.begin(7).size());
        assertEquals(List.of(), cards.begin(7), "already under way");
        cards.loaded(7, summaries(7));
        assertEquals(List.of(), cards.begin(7), "already there");
        assertNotNull(cards.get(7 * RecipeCards.PAGE).summary());
    }

    @Test
    void pagesNotLookedAtForLongAreForgotten() {
        cards.complete(ids.subList(RecipeCards.PAGE, MANY));
        for (int page = 1; page < 60; page++) {
            cards.begin(page);
            cards.loaded(page, summaries(page));
        }

        assertNull(cards.get(RecipeCards.PAGE).summary());
        assertEquals(RecipeCards.PAGE, cards.begin(1).size(), "and can be loaded again");
        assertNotNull(cards.get(59 * RecipeCards.PAGE).summary());
    }

    @Test
    void aLoadedPageIsToldAsAnUpdateOfItsPlacesOnly() {
        cards.complete(ids.subList(RecipeCards.PAGE, MANY));
        int[] updated = {Integer.MAX_VALUE, 0};
        cards.addListener((ListChangeListener<RecipeCard>) change -> {
            while (change.next()) {
                assertEquals(true, change.wasUpdated());
                updated[0] = Math.min(updated[0], change.getFrom());
                updated[1] = Math.max(updated[1], change.getTo());
            }
        });
        cards.begin(3);
        cards.loaded(3, summaries(3));

        assertEquals(3 * RecipeCards.PAGE, updated[0]);
        assertEquals(4 * RecipeCards.PAGE, updated[1]);
    }

    @Test
    void theNeighbourIsTheNextOneAndForTheLastTheOneBefore() {
        RecipeCards three = new RecipeCards(3, ids.subList(0, 3), List.of());

        assertEquals(ids.get(1), three.neighbour(ids.get(0)));
        assertEquals(ids.get(1), three.neighbour(ids.get(2)));
        assertNull(new RecipeCards(1, ids.subList(0, 1), List.of()).neighbour(ids.get(0)));
    }

    private List<RecipeSummary> summaries(int page) {
        return ids.subList(page * RecipeCards.PAGE, (page + 1) * RecipeCards.PAGE).stream()
                .map(id -> new RecipeSummary(
                        id, Highlighted.plain("x"), null, null, null, List.of(), 0, Instant.EPOCH, null))
                .toList();
    }
}

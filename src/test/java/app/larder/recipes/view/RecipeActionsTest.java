package app.larder.recipes.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository.TrashedRecipe;
import app.larder.recipes.RecipeSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done to whole recipes, over a real database in memory. */
class RecipeActionsTest {

    private final RoomForTests room = new RoomForTests(Locale.UK, Background.direct(), ShelfOfRecipes.dozen());

    @BeforeEach
    void load() {
        room.list.reload();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void deletingShowsTheNextRecipeAndUndoBringsTheOldOneBack() {
        Recipe first = chosen();
        room.actions.delete(first);

        assertEquals(11, room.list.totalProperty().get());
        assertNotEquals(first.id(), room.list.selectedProperty().get());
        assertEquals("Undo", notice().action());

        Objects.requireNonNull(notice().run()).run();
        assertEquals(12, room.list.totalProperty().get());
        assertEquals(first, chosen());
    }

    @Test
    void theLastRecipeLeavesAnEmptyShelf() {
        List<UUID> others = room.repository.ids(RecipeQuery.ALL, 1, 100);
        room.book.delete(others);
        room.list.reload();
        room.actions.delete(chosen());

        assertEquals(RecipeListViewModel.State.EMPTY, room.list.stateProperty().get());
    }

    @Test
    void aDuplicateIsShownAndCanBeTakenBack() {
        Recipe first = chosen();
        room.actions.duplicate(first);

        assertEquals("Chicken with lemon and olives (copy)", chosen().name());
        room.notices.undo();
        assertEquals(12, room.list.totalProperty().get());
    }

    @Test
    void aDuplicateThatWasChangedSinceStays() {
        room.actions.duplicate(chosen());
        Recipe copy = chosen();
        room.book.save(renamed(copy));
        room.notices.undo();
        assertEquals("Mine now", room.book.find(copy.id()).orElseThrow().name());
        assertEquals("1 recipe was changed since and stays.", notice().text());
    }

    @Test
    void samplesThatWereChangedSinceStay() {
        room.book.delete(room.repository.ids(RecipeQuery.ALL, 0, 100));
        room.list.reload();
        room.actions.addSamples();
        Recipe mine = room.book.find(room.idOf("Toast")).orElseThrow();
        room.book.save(renamed(mine));
        room.notices.undo();
        assertEquals(List.of(mine.id()), room.repository.ids(RecipeQuery.ALL, 0, 100));
        assertEquals("1 recipe was changed since and stays.", notice().text());
    }

    private static Recipe renamed(Recipe r) {
        return new Recipe(
                r.id(), "Mine now", r.description(), r.ingredients(), r.prepTimeMinutes(), r.instructions(), r.source(),
                r.createdAt(), r.details());
    }

    @Test
    void samplesComeAsOneBatchAndGoAsOne() {
        room.book.delete(room.repository.ids(RecipeQuery.ALL, 0, 100));
        room.list.reload();
        room.actions.addSamples();
        assertEquals(12, room.list.totalProperty().get());
        assertEquals("12 sample recipes added", notice().text());

        room.notices.undo();
        assertEquals(0, room.list.totalProperty().get());
    }

    @Test
    void theCommandPaletteFindsRecipesByTheirWords() {
        List<String> found = new ArrayList<>();
        room.actions.find("tacos", recipes -> names(recipes, found));
        assertEquals(List.of("Pulled chicken tacos"), found);

        room.actions.find("  ", recipes -> names(recipes, found));
        assertEquals(List.of(), found);
    }

    @Test
    void theTrashShowsWhatWasDeletedAndGivesItBack() {
        Recipe first = chosen();
        room.actions.delete(first);
        room.trash.reload();
        assertEquals(List.of(first.name()), room.trash.recipes().stream().map(TrashedRecipe::name).toList());

        room.trash.restore(room.trash.recipes().getFirst());
        assertEquals(TrashViewModel.State.EMPTY, room.trash.stateProperty().get());
        assertTrue(room.book.find(first.id()).isPresent());
        assertEquals(12, room.list.totalProperty().get());
    }

    @Test
    void aFailureIsANoticeAndNothingElseChanges() {
        Recipe first = chosen();
        room.breakDatabase();
        room.actions.delete(first);

        assertEquals(Notices.Kind.PROBLEM, notice().kind());
        assertFalse(notice().text().isBlank());
        assertEquals(first.id(), room.list.selectedProperty().get());
    }

    private static void names(List<RecipeSummary> recipes, List<String> into) {
        into.clear();
        recipes.forEach(recipe -> into.add(recipe.name().text()));
    }

    private Recipe chosen() {
        return Objects.requireNonNull(room.detail.portionProperty().get()).recipe();
    }

    private Notices.Notice notice() {
        return Objects.requireNonNull(room.notices.currentProperty().get());
    }
}

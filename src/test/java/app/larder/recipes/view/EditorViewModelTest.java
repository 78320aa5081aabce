package app.larder.recipes.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.Seal;
import app.larder.recipes.DraftLine;
import app.larder.recipes.DraftShelf;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDraft;
import app.larder.recipes.RecipeProblem.Field;
import app.larder.recipes.RecipeQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The editor without its screen, over a database in memory. */
class EditorViewModelTest {

    @TempDir
    private Path drafts;

    private Writing writing;
    private EditorViewModel model;

    @BeforeEach
    void open() {
        writing = new Writing(drafts);
        model = writing.model();
    }

    @AfterEach
    void close() {
        writing.close();
    }

    private void type(Field field, String text) {
        model.content().fields().text(field).set(text);
    }

    private static void lines(EditorLines lines, String text) {
        lines.paste(lines.lines().getFirst(), 0, lines.lines().getFirst().text().length(), text);
    }

    private Recipe soup() {
        model.open(null);
        type(Field.NAME, "Soup");
        lines(model.content().ingredients(), "1 kg pumpkin\nFor the top:\n50 ml cream");
        lines(model.content().steps(), "1. Cook it.\n2. Blend it.");
        model.save();
        return writing.saved();
    }

    private void choose(int index) {
        Objects.requireNonNull(model.offerProperty().get()).choices().get(index).run().run();
    }

    @Test
    void aNewRecipeIsSavedAsTyped() {
        model.open(null);
        type(Field.NAME, " Pumpkin soup ");
        type(Field.DESCRIPTION, "Warm.");
        type(Field.PREP_TIME, "15");
        type(Field.COOK_TIME, "1 h 20");
        type(Field.SERVINGS, "4");
        type(Field.YIELD, "a big pot");
        type(Field.TAGS, "soup, autumn");
        type(Field.SOURCE, "Oma");
        lines(model.content().ingredients(), "1 kg pumpkin, diced\nFor the top:\n50 ml cream");
        lines(model.content().steps(), "1. Cook it.\n2. Blend it.");
        model.save();

        Recipe saved = writing.saved();
        assertEquals("Pumpkin soup", saved.name());
        assertEquals(15, saved.prepTimeMinutes());
        assertEquals(80, saved.details().cookTimeMinutes());
        assertEquals(List.of("soup", "autumn"), saved.details().tags());
        assertEquals("Cook it.\nBlend it.", saved.instructions());
        assertEquals(
                List.of("1|kg|pumpkin|diced|null", "50|ml|cream|null|For the top"),
                saved.ingredients().stream()
                        .map(i -> i.quantity() + "|" + i.unit() + "|" + i.name() + "|" + i.note() + "|" + i.section())
                        .toList());
        assertTrue(new DraftShelf(drafts, Seal.NONE).find(null).isEmpty(), "the draft is gone once it is a recipe");
    }

    @Test
    void whatCannotBeSavedIsSaidAtItsFieldAndStaysAsTyped() {
        model.open(null);
        type(Field.COOK_TIME, "until done");
        type(Field.SERVINGS, "a few");
        model.save();
        assertEquals("The recipe needs a name.", model.content().fields().problem(Field.NAME).get());
        assertEquals(
                "That is no length of time. Try 45, 1 h 20 or 1:20.",
                model.content().fields().problem(Field.COOK_TIME).get());
        assertEquals("How many people, as a whole number?", model.content().fields().problem(Field.SERVINGS).get());
        assertEquals("until done", model.content().fields().text(Field.COOK_TIME).get());
        assertEquals(Field.NAME, model.content().fields().wantedProperty().get());
        assertEquals(0, writing.book().count(RecipeQuery.ALL));

        type(Field.COOK_TIME, "1 h");
        assertEquals("", model.content().fields().problem(Field.COOK_TIME).get(), "a mended field is at peace at once");
    }

    @Test
    void aTimeIsReadOutWhileItIsTyped() {
        assertEquals("1 h 20 min", model.content().fields().reading(Field.PREP_TIME, "80"));
        assertEquals("", model.content().fields().reading(Field.PREP_TIME, "1 h 20 min"));
        assertEquals("", model.content().fields().reading(Field.PREP_TIME, "soon"));
    }

    @Test
    void editingKeepsLineIdsAndWhatTheEditorDoesNotShow() {
        Recipe soup = soup();
        List<String> ids = soup.ingredients().stream().map(i -> String.valueOf(i.id())).toList();
        model.open(soup);
        model.content().ingredients().type(model.content().ingredients().lines().getFirst(), "2 kg pumpkin");
        model.content().ingredients().moveBy(model.content().ingredients().lines().getLast(), -2);
        model.save();
        Recipe saved = writing.saved();
        assertEquals(List.of(ids.get(1), ids.get(0)), saved.ingredients().stream().map(Ingredient::id).toList());
        assertEquals(soup.createdAt(), saved.createdAt());
        assertEquals(soup.id(), saved.id());
    }

    @Test
    void whatIsTypedIsThereAfterAKillAndIsOffered() {
        model.open(null);
        type(Field.NAME, "Half a soup");
        lines(model.content().ingredients(), "1 kg pumpkin\n2 onions");
        model.keepDraft();

        try (Writing next = new Writing(drafts)) {
            next.model().open(null);
            assertEquals("Half a soup", next.model().content().fields().text(Field.NAME).get());
            assertEquals(2, next.model().content().ingredients().drafts().size());
            Offer offer = Objects.requireNonNull(next.model().offerProperty().get());
            assertEquals(
                    List.of("Continue", "Discard"),
                    offer.choices().stream().map(Offer.Choice::label).toList());
        }
    }

    @Test
    void aDraftThrownAwayIsGoneAndUndoBringsItBack() {
        Recipe soup = soup();
        model.open(soup);
        type(Field.NAME, "Bisque");
        model.keepDraft();
        model.left();
        model.open(soup);
        assertEquals("Bisque", model.content().fields().text(Field.NAME).get());
        choose(1);
        assertEquals("Soup", model.content().fields().text(Field.NAME).get());
        assertTrue(new DraftShelf(drafts, Seal.NONE).find(soup.id()).isEmpty());

        writing.notices().undo();
        assertEquals("Bisque", model.content().fields().text(Field.NAME).get());
        assertTrue(model.preserve());
        assertTrue(new DraftShelf(drafts, Seal.NONE).find(soup.id()).isPresent());
    }

    @Test
    void undoOfADiscardNeverReplacesADraftMadeSince() {
        model.open(null);
        type(Field.NAME, "Old");
        model.keepDraft();
        model.discard();
        model.left();
        model.open(null);
        type(Field.NAME, "New");
        model.left();

        writing.notices().undo();
        assertEquals("New", new DraftShelf(drafts, Seal.NONE).find(null).orElseThrow().fields().name());
        assertEquals("You have typed something else since, and that stays as it is.", writing.said());
    }

    @Test
    void undoOfADiscardNeverReplacesWhatIsBeingTyped() {
        model.open(null);
        type(Field.NAME, "Old");
        model.discard();
        type(Field.NAME, "New");
        writing.notices().undo();
        assertEquals("New", model.content().fields().text(Field.NAME).get());

        model.discard();
        model.left();
        model.open(null);
        type(Field.NAME, "Newer");
        writing.notices().undo();
        assertEquals("Newer", model.content().fields().text(Field.NAME).get());
        assertTrue(model.preserve());
        assertEquals("Newer", new DraftShelf(drafts, Seal.NONE).find(null).orElseThrow().fields().name());
    }

    @Test
    void aDiscardedDraftComesBackAfterTheEditorWasLeft() {
        model.open(null);
        type(Field.NAME, "Old");
        model.discard();
        model.left();
        writing.notices().undo();
        assertEquals("Old", new DraftShelf(drafts, Seal.NONE).find(null).orElseThrow().fields().name());
    }

    @Test
    void leavingKeepsTheDraftWithoutAsking() {
        model.open(null);
        type(Field.NAME, "Half a soup");
        model.left();
        assertEquals("Kept as a draft. It is here when you come back.", writing.said());
        assertTrue(new DraftShelf(drafts, Seal.NONE).find(null).isPresent());
    }

    @Test
    void leavingAnUntouchedRecipeLeavesNothingBehind() throws IOException {
        Recipe soup = soup();
        writing.notices().dismiss();
        model.open(soup);
        model.left();
        assertEquals("", writing.said());
        try (var files = Files.list(drafts)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void closingTheWindowKeepsEverythingBeforeItReturns() {
        model.open(null);
        type(Field.NOTES, "remember this");
        assertTrue(model.preserve());
        assertEquals("remember this", new DraftShelf(drafts, Seal.NONE).find(null).orElseThrow().fields().notes());
    }

    @Test
    void aDraftThatCannotBeKeptIsSaid() throws IOException {
        Path file = Files.writeString(drafts.resolve("in-the-way"), "");
        try (Writing blocked = new Writing(file)) {
            blocked.model().open(null);
            blocked.model().content().fields().text(Field.NAME).set("x");
            assertFalse(blocked.model().preserve());
            assertTrue(blocked.said().startsWith("What you are typing could not be kept"));
        }
    }

    @Test
    void savingWhatWasDeletedMeanwhileOffersANewRecipe() {
        Recipe soup = soup();
        model.open(soup);
        type(Field.NAME, "Bisque");
        writing.book().delete(List.of(soup.id()));
        model.save();
        assertEquals(0, writing.book().count(RecipeQuery.ALL));
        choose(0);
        assertEquals("Bisque", writing.saved().name());
        assertNotEquals(soup.id(), writing.saved().id());
        assertTrue(new DraftShelf(drafts, Seal.NONE).find(soup.id()).isEmpty());
    }

    @Test
    void savingWhatWasChangedMeanwhileAsksWhichOneStays() {
        Recipe soup = soup();
        model.open(soup);
        type(Field.NAME, "Bisque");
        writing.book().save(renamed(soup, "Broth"));
        model.save();
        assertEquals("Broth", writing.book().find(soup.id()).orElseThrow().name());
        choose(0);
        assertEquals("Bisque", writing.saved().name());
        assertEquals("Broth", writing.book().find(soup.id()).orElseThrow().name());

        model.open(soup);
        type(Field.NAME, "Bouillon");
        model.save();
        choose(1);
        assertEquals("Bouillon", writing.book().find(soup.id()).orElseThrow().name());
    }

    @Test
    void aChangeMadeWhileADraftLayOnTheShelfIsNoticedAfterARestart() {
        Recipe soup = soup();
        model.open(soup);
        type(Field.NAME, "Bisque");
        model.left();
        Recipe broth = writing.book().save(renamed(soup, "Broth"));
        model.open(broth);
        model.save();
        assertEquals("Broth", writing.book().find(soup.id()).orElseThrow().name());
        assertEquals(2, Objects.requireNonNull(model.offerProperty().get()).choices().size());
    }

    @Test
    void aWholeRecipePastedIntoAnEmptyEditorIsTakenApartOnRequest() {
        String text =
                """
                Pumpkin soup

                Ingredients
                1 kg pumpkin
                2 onions
                200 ml cream

                Method
                Soften the onions in butter.
                Add the pumpkin and simmer for 20 minutes.
                """;
        model.open(null);
        model.pasting(text);
        lines(model.content().ingredients(), text);
        choose(0);
        assertEquals("Pumpkin soup", model.content().fields().text(Field.NAME).get());
        assertEquals(
                List.of("1 kg pumpkin", "2 onions", "200 ml cream"),
                model.content().ingredients().drafts().stream().map(d -> d.text()).toList());
        assertEquals(2, model.content().steps().drafts().size());
        writing.notices().undo();
        assertEquals("", model.content().fields().text(Field.NAME).get());
        assertTrue(model.content().ingredients().drafts().size() > 5);
    }

    @Test
    void pastingSomeIngredientsOffersNothing() {
        model.open(null);
        model.pasting("1 kg pumpkin\n2 onions\n200 ml cream\nsalt\npepper");
        assertNull(model.offerProperty().get());
    }

    @Test
    void aRemovedLineCanBeTakenBack() {
        model.open(soup());
        model.remove(model.content().ingredients(), model.content().ingredients().lines().getFirst());
        assertEquals(2, model.content().ingredients().drafts().size());
        writing.notices().undo();
        assertEquals("1 kg pumpkin", model.content().ingredients().drafts().getFirst().text());
    }

    @Test
    void anEditorThatWasNeverOpenedTouchesNoDraft() {
        model.open(null);
        type(Field.NAME, "Half a soup");
        model.keepDraft();
        try (Writing next = new Writing(drafts)) {
            assertTrue(next.model().preserve());
            next.model().keepDraft();
        }
        assertTrue(new DraftShelf(drafts, Seal.NONE).find(null).isPresent());
    }

    @Test
    void undoAfterLeavingPutsNoLineIntoAnotherRecipe() {
        Recipe soup = soup();
        model.open(soup);
        model.remove(model.content().ingredients(), model.content().ingredients().lines().getFirst());
        model.left();
        model.open(null);
        writing.notices().undo();
        assertTrue(model.draft().isBlank());
    }

    private static Recipe renamed(Recipe recipe, String name) {
        return new Recipe(
                recipe.id(), name, recipe.description(), recipe.ingredients(), recipe.prepTimeMinutes(),
                recipe.instructions(), recipe.source(), recipe.createdAt(), recipe.details());
    }

    /** As a card of the chat is edited before it is saved. */
    private static RecipeDraft card() {
        return new RecipeDraft(
                null, "", Instant.EPOCH,
                new RecipeDraft.Fields("Leek soup", "", "Larder chat", "30", "", "", "4", "", "", ""),
                List.of(DraftLine.of("2 leeks"), DraftLine.of("1 l stock")),
                List.of(DraftLine.of("Simmer all of it.")));
    }

    @Test
    void wordsANewRecipeBeginsWithLeaveNoDraftUnlessTheyAreChanged() {
        DraftShelf shelf = new DraftShelf(drafts, Seal.NONE);
        model.open(null, card());
        assertEquals("Leek soup", model.content().fields().text(Field.NAME).get());
        assertNull(model.offerProperty().get());
        model.keepDraft();
        assertFalse(model.keptProperty().get());
        model.left();
        assertTrue(shelf.find(null).isEmpty(), "left as it was");

        model.open(null, card());
        type(Field.NAME, "Leek and potato soup");
        model.left();
        assertEquals("Leek and potato soup", shelf.find(null).orElseThrow().fields().name());
        model.open(null, card());
        Objects.requireNonNull(model.offerProperty().get());
        assertEquals("Leek and potato soup", model.content().fields().text(Field.NAME).get(), "what was typed goes first");
        choose(1);
        assertEquals("Leek soup", model.content().fields().text(Field.NAME).get());
        assertTrue(shelf.find(null).isEmpty());
        model.save();
        assertEquals("2 leeks", writing.saved().ingredients().getFirst().line());
    }
}

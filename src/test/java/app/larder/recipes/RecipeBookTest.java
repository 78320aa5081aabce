package app.larder.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.recipes.RecipeRepository.TrashedRecipe;
import app.larder.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The use-cases over a real database in memory. */
class RecipeBookTest {

    private Database database;
    private RecipeRepository repository;
    private RecipeBook book;

    @BeforeEach
    void open() {
        database = Database.memory("book-" + UUID.randomUUID());
        repository = database.openFor(database.localUser("cook")).recipes();
        book = new RecipeBook(repository, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void savingAddsARecipeThatIsNewAndReplacesOneThatIsNot() {
        Recipe soup = book.save(named("Soup"));
        Recipe renamed = book.save(renamed(soup, "  Pea soup "));

        assertEquals(soup.id(), renamed.id());
        assertEquals("Pea soup", book.find(soup.id()).orElseThrow().name());
        assertEquals(1, book.count(RecipeQuery.ALL));
    }

    @Test
    void aRecipeWithAProblemIsRefusedWithASentenceAndNothingIsStored() {
        InvalidRecipeException refused =
                assertThrows(InvalidRecipeException.class, () -> book.save(named("bad\0name")));

        assertEquals("The name has a broken character in it, which cannot be stored.", refused.getMessage());
        assertEquals(0, book.count(RecipeQuery.ALL));
    }

    @Test
    void ofSeveralRecipesNoneIsAddedIfOneHasAProblem() {
        assertThrows(InvalidRecipeException.class, () -> book.add(List.of(named("Soup"), named(" "))));

        assertEquals(0, book.count(RecipeQuery.ALL));
    }

    @Test
    void aDeletedRecipeWaitsInTheTrashAndComesBackWithItsId() {
        Recipe soup = book.save(named("Soup"));

        assertEquals(1, book.delete(List.of(soup.id())));
        assertTrue(book.find(soup.id()).isEmpty());
        assertEquals(List.of("Soup"), book.trashed().stream().map(TrashedRecipe::name).toList());

        assertEquals(1, book.restore(List.of(soup.id())));
        assertEquals(soup, book.find(soup.id()).orElseThrow());
        assertEquals(List.of(), book.trashed());
    }

    @Test
    void theTrashIsEmptiedOfWhatIsOlderThanThirtyDays() {
        Recipe soup = book.save(named("Soup"));
        book.delete(List.of(soup.id()));
        Instant deleted = book.trashed().getFirst().deletedAt();
        Clock dayThirty = Clock.fixed(deleted.plus(Duration.ofDays(30)), ZoneOffset.UTC);
        Clock later = Clock.offset(dayThirty, Duration.ofSeconds(1));

        assertEquals(0, new RecipeBook(repository, dayThirty).purge());
        assertEquals(1, new RecipeBook(repository, later).purge());
        assertEquals(List.of(), book.trashed());
    }

    @Test
    void aCopyHasTheSameContentAndItsOwnIds() {
        Recipe soup = book.save(new Recipe(
                book.blank().id(),
                "Soup",
                "green",
                List.of(Ingredient.of("peas", "400", "g")),
                5,
                "Cook.",
                "Oma",
                Instant.parse("2020-01-01T00:00:00Z"),
                new RecipeDetails(2, null, 10, 15, List.of("quick"), "good", UUID.randomUUID())));

        Recipe copy = book.save(book.copyOf(soup, "Soup (copy)"));

        assertNotEquals(soup.id(), copy.id());
        assertNotEquals(soup.ingredients().getFirst().id(), copy.ingredients().getFirst().id());
        assertEquals("peas", copy.ingredients().getFirst().name());
        assertEquals(soup.details().tags(), copy.details().tags());
        assertEquals(null, copy.details().importBatch());
        assertTrue(copy.createdAt().isAfter(soup.createdAt()));
    }

    @Test
    void ingredientNamesAreSuggestedForWhatIsTypedAndNotForNothing() {
        Recipe soup = named("Soup");
        book.save(new Recipe(
                soup.id(), "Soup", null, List.of(Ingredient.of("Sweet peas", "1", "kg")), null, null, null,
                soup.createdAt(), RecipeDetails.NONE));

        assertEquals(1, book.ingredientNames("pea", 5).size());
        assertEquals(List.of(), book.ingredientNames("  ", 5));
    }

    private Recipe named(String name) {
        return renamed(book.blank(), name);
    }

    private static Recipe renamed(Recipe recipe, String name) {
        return new Recipe(
                recipe.id(),
                name,
                recipe.description(),
                recipe.ingredients(),
                recipe.prepTimeMinutes(),
                recipe.instructions(),
                recipe.source(),
                recipe.createdAt(),
                recipe.details());
    }
}

package app.larder.store;

import static app.larder.store.ContractRecipes.NOON;
import static app.larder.store.ContractRecipes.described;
import static app.larder.store.ContractRecipes.full;
import static app.larder.store.ContractRecipes.imported;
import static app.larder.store.ContractRecipes.named;
import static app.larder.store.ContractRecipes.plain;
import static app.larder.store.ContractRecipes.with;
import static app.larder.store.ContractRecipes.withoutLineIds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.NewId;
import app.larder.account.User;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDetails;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import app.larder.recipes.RecipeRepository.TrashedRecipe;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a {@link RecipeRepository} promises, whatever database is under it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test
abstract class RecipeContract {

    private Place place;
    private User user;
    private RecipeRepository recipes;
    private final AtomicInteger people = new AtomicInteger();

    abstract Place open(Path folder);

    @BeforeAll
    void openPlace(@TempDir Path folder) {
        place = open(folder);
    }

    @AfterAll
    void close() {
        place.close();
    }

    @BeforeEach
    void somebodyNew() {
        UserStore rows = place.newcomer("cook " + people.incrementAndGet());
        user = rows.user();
        recipes = rows.recipes();
    }

    @Test
    void aRecipeComesBackAsItWasAdded() {
        Recipe soup = full("Kürbissuppe 🎃 \"scharf\"");

        Recipe stored = recipes.add(List.of(soup)).getFirst();

        assertEquals(Optional.of(stored), recipes.find(soup.id()));
        assertEquals(soup, withoutLineIds(stored));
    }

    @Test
    void everyLineGetsAnIdOfItsOwnAndKeepsIt() {
        Ingredient twice = Ingredient.of("salt", "1", "tsp").withId("line-1");
        Recipe stored = recipes.add(List.of(with(plain("Soup"), Ingredient.of("leek", "2", ""), twice, twice)))
                .getFirst();

        List<String> ids = stored.ingredients().stream()
                .map(line -> String.valueOf(line.id()))
                .toList();
        assertEquals(3, Set.copyOf(ids).size());
        assertEquals("line-1", ids.get(1));
        assertEquals(stored, recipes.update(stored).orElseThrow());
    }

    @Test
    void keysOfOtherProgramsInsideALineSurviveAnUpdate() {
        Map<String, Object> others = new LinkedHashMap<>();
        others.put("allergens", List.of("gluten", Map.of("level", new BigDecimal("1.50"))));
        others.put("price", null);
        Ingredient line = new Ingredient("flour", "400", "g", null, "400 g flour", null, null, null, false, others);
        Recipe stored = recipes.add(List.of(with(plain("Bread"), line))).getFirst();

        Recipe read = recipes.find(stored.id()).orElseThrow();
        recipes.update(named(read, "Better bread"));

        assertEquals(
                others, recipes.find(stored.id()).orElseThrow().ingredients().getFirst().others());
    }

    @Test
    void whateverAnotherProgramWroteAsIngredientsIsReadAndNothingOfItIsLost() throws SQLException {
        UUID id = foreign("Foreign", """
                [{"name":"flour","quantity":400,"unit":null,"brand":"X"}, {"quantity":"2"}, "3 eggs", null, 7, true,
                 {"name":{"en":"milk"},"quantity":["1"]}]""");

        Recipe read = recipes.find(id).orElseThrow();
        List<Ingredient> lines = read.ingredients();
        assertEquals(6, lines.size());
        assertEquals("flour", lines.get(0).name());
        assertEquals("400", lines.get(0).quantity());
        assertEquals("", lines.get(0).unit());
        assertEquals(Map.of("brand", "X"), lines.get(0).others());
        assertEquals("", lines.get(1).name());
        assertEquals("3 eggs", lines.get(2).line());
        assertEquals("7", lines.get(3).name());

        recipes.update(read);
        String json = place.rows("select ingredients from public.recipes where id = '" + id + "'")
                .getFirst()
                .replace(" ", "");
        assertTrue(json.contains("\"brand\":\"X\""), json);
        assertTrue(json.contains("\"name\":{\"en\":\"milk\"}"), json);
        assertTrue(json.contains("\"quantity\":[\"1\"]"), json);
    }

    @Test
    void ingredientsThatAreNoListAreReadAllTheSame() throws SQLException {
        assertEquals(
                "salt",
                recipes.find(foreign("One", "{\"name\":\"salt\"}"))
                        .orElseThrow()
                        .ingredients()
                        .getFirst()
                        .name());
        assertEquals(List.of(), recipes.find(foreign("None", "null")).orElseThrow().ingredients());
        assertEquals(
                "salt",
                recipes.find(foreign("Text", "\"salt\"")).orElseThrow().ingredients().getFirst().line());
    }

    @Test
    void addingIsAllOrNothing() {
        Recipe first = plain("First");

        UncheckedIOException refused =
                assertThrows(UncheckedIOException.class, () -> recipes.add(List.of(plain("Other"), first, first)));

        assertEquals(
                "Something with the same id is already in the larder: nothing was added.", refused.getMessage());
        assertEquals(0, recipes.count(RecipeQuery.ALL));
    }

    @Test
    void brokenCharactersAreRefusedInASentence() {
        for (String broken : List.of("a\0b", "a\ud83d", "\ude00a")) {
            for (Recipe recipe : List.of(
                    plain(broken), with(plain("Soup"), Ingredient.of(broken, "", "")), described("Soup", broken))) {
                IllegalArgumentException refused =
                        assertThrows(IllegalArgumentException.class, () -> recipes.add(List.of(recipe)));
                String sentence = String.valueOf(refused.getMessage());
                assertTrue(sentence.contains("holds a broken character"), sentence);
                assertTrue(CleanText.isClean(sentence));
            }
        }
    }

    @Test
    void veryLongNamesAndVeryManyIngredientsAreKept() {
        List<Ingredient> lines = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            lines.add(Ingredient.of("ingredient number " + i, "" + i, "g"));
        }
        lines.add(Ingredient.of("é".repeat(10_000), "1", "g"));
        Recipe feast = with(plain("ß".repeat(10_000)), lines.toArray(Ingredient[]::new));

        recipes.add(List.of(feast));

        assertEquals(feast, withoutLineIds(recipes.find(feast.id()).orElseThrow()));
        assertEquals(List.of(feast.id()), ids(RecipeQuery.ALL.withIngredients(List.of("number 4999"))));
    }

    @Test
    void anUpdateReplacesEverything() {
        Recipe before = recipes.add(List.of(full("Before"))).getFirst();
        Recipe after = new Recipe(
                before.id(),
                "After",
                null,
                List.of(Ingredient.of("rice", "1", "cup").withId("r")),
                null,
                null,
                null,
                NOON.plusSeconds(60),
                RecipeDetails.NONE);

        assertEquals(Optional.of(after), recipes.update(after));
        assertEquals(Optional.of(after), recipes.find(after.id()));
        assertEquals(List.of(after.id()), ids(RecipeQuery.ALL.withIngredients(List.of("rice"))));
        assertEquals(List.of(), ids(RecipeQuery.ALL.withIngredients(List.of("pumpkin"))));
    }

    @Test
    void anUnknownRecipeIsNotUpdated() {
        assertEquals(Optional.empty(), recipes.update(plain("Nowhere")));
        assertEquals(0, recipes.count(RecipeQuery.ALL));
    }

    @Test
    void nobodySeesOrChangesSomebodyElsesRecipes() {
        Recipe mine = recipes.add(List.of(full("Mine"))).getFirst();
        RecipeRepository others =
                place.newcomer("other " + people.incrementAndGet()).recipes();

        assertEquals(Optional.empty(), others.find(mine.id()));
        assertEquals(List.of(), others.ids(RecipeQuery.ALL, 0, 10));
        assertEquals(List.of(), others.summaries(List.of(mine.id()), ""));
        assertEquals(Optional.empty(), others.update(named(mine, "Stolen")));
        assertEquals(0, others.trash(List.of(mine.id())));
        assertThrows(UncheckedIOException.class, () -> others.add(List.of(named(mine, "Stolen"))));
        assertEquals(List.of(), others.ingredientNames("pumpkin", 10));
        recipes.trash(List.of(mine.id()));
        assertEquals(List.of(), others.trashed());
        assertEquals(0, others.restore(List.of(mine.id())));
        assertEquals(1, recipes.restore(List.of(mine.id())));
        assertEquals(Optional.of(mine), recipes.find(mine.id()));
    }

    @Test
    void theTrashGivesBackWhatWasThrownAway() {
        List<Recipe> stored = recipes.add(List.of(full("One"), full("Two"), full("Three")));
        List<UUID> two = List.of(stored.get(0).id(), stored.get(1).id());

        assertEquals(2, recipes.trash(two));
        assertEquals(List.of(stored.get(2).id()), ids(RecipeQuery.ALL));
        assertEquals(
                Set.of("One", "Two"),
                Set.copyOf(recipes.trashed().stream().map(TrashedRecipe::name).toList()));

        assertEquals(2, recipes.restore(two));
        assertEquals(Optional.of(stored.getFirst()), recipes.find(two.getFirst()));
        assertEquals(List.of(), recipes.trashed());
        assertEquals(3, ids(RecipeQuery.ALL.withIngredients(List.of("pumpkin"))).size());
    }

    @Test
    void purgingEmptiesOnlyTheOlderTrash() {
        UUID id = recipes.add(List.of(plain("Old"))).getFirst().id();
        recipes.trash(List.of(id));

        assertEquals(0, recipes.purgeTrash(Instant.now().minusSeconds(60)));
        assertEquals(1, recipes.purgeTrash(Instant.now().plusSeconds(60)));
        assertEquals(0, recipes.restore(List.of(id)));
    }

    @Test
    void oneImportIsFoundAgainAsAWhole() {
        UUID batch = NewId.at(NOON);
        List<Recipe> imported = recipes.add(List.of(imported("B", batch, 2), imported("A", batch, 1)));
        recipes.add(List.of(plain("Typed")));

        assertEquals(List.of(imported.get(1).id(), imported.get(0).id()), recipes.importedIn(batch));
    }

    @Test
    void manyRecipesAreThrownAwayAndBroughtBackAtOnce() {
        List<Recipe> many = new ArrayList<>();
        for (int i = 0; i < 1_203; i++) {
            many.add(with(plain("Recipe " + i), Ingredient.of("thing " + i % 40, "", "")));
        }
        List<UUID> ids = recipes.add(many).stream().map(Recipe::id).toList();

        assertEquals(1_203, recipes.trash(ids));
        assertEquals(0, recipes.count(RecipeQuery.ALL));
        assertEquals(1_203, recipes.restore(ids));
        assertEquals(1_203, recipes.count(RecipeQuery.ALL));
        assertEquals(1_203, recipes.summaries(ids, "").size());
    }

    private UUID foreign(String name, String ingredients) throws SQLException {
        UUID id = UUID.randomUUID();
        String json = place.isPostgres() ? "cast(? as jsonb)" : "? format json";
        try (Connection connection = place.foreignProgram();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into public.recipes (id, user_id, name, ingredients) values (?, ?, ?, " + json + ")")) {
            insert.setObject(1, id);
            insert.setObject(2, user.id());
            insert.setString(3, name);
            insert.setString(4, ingredients);
            insert.executeUpdate();
        }
        return id;
    }

    private List<UUID> ids(RecipeQuery query) {
        return recipes.ids(query, 0, 10_000);
    }
}

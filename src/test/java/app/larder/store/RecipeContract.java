package app.larder.store;

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
import app.larder.recipes.RecipeSort;
import app.larder.recipes.RecipeSummary;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
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

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

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
        user = place.database().addUser("cook " + people.incrementAndGet());
        recipes = place.database().openFor(user).recipes();
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
                place.database().openFor(place.database().addUser("other " + people.incrementAndGet())).recipes();

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
    void everyColumnSortsBothWaysWithMissingValuesLastAndStablePages() {
        List<Recipe> all = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            all.add(new Recipe(
                    NewId.at(NOON.plusMillis(i)),
                    List.of("Äpfel", "apfel", "Zimt", "Öl", "öl ").get(i % 5),
                    i % 3 == 0 ? null : "description " + i % 4,
                    Collections.nCopies(i % 4, Ingredient.of("salt", "", "")),
                    i % 4 == 0 ? null : i % 6,
                    i % 5 == 0 ? null : "step " + i % 2,
                    i % 2 == 0 ? null : "https://example.org/" + i % 3,
                    NOON.plusSeconds(i % 7),
                    RecipeDetails.NONE));
        }
        recipes.add(all);

        for (RecipeSort sort : RecipeSort.values()) {
            for (boolean ascending : new boolean[] {true, false}) {
                RecipeQuery query = RecipeQuery.ALL.sortedBy(sort, ascending);
                List<UUID> whole = ids(query);
                List<UUID> pages = new ArrayList<>();
                for (int offset = 0; offset < 30; offset += 4) {
                    pages.addAll(recipes.ids(query, offset, 4));
                }
                assertEquals(expected(all, sort, ascending), whole, sort + " " + ascending);
                assertEquals(whole, pages, sort + " " + ascending);
            }
        }
    }

    private static List<UUID> expected(List<Recipe> all, RecipeSort sort, boolean ascending) {
        List<Recipe> sorted = new ArrayList<>(all);
        sorted.sort((a, b) -> {
            Comparable<Object> left = value(a, sort);
            Comparable<Object> right = value(b, sort);
            if (left == null || right == null) {
                int byNull = Boolean.compare(left == null, right == null);
                return byNull != 0 ? byNull : (ascending ? 1 : -1) * byId(a, b);
            }
            int byValue = left.compareTo(right);
            return (ascending ? 1 : -1) * (byValue != 0 ? byValue : byId(a, b));
        });
        return sorted.stream().map(Recipe::id).toList();
    }

    private static int byId(Recipe a, Recipe b) {
        return a.id().toString().compareTo(b.id().toString());
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Comparable<Object> value(Recipe recipe, RecipeSort sort) {
        return (@Nullable Comparable<Object>) (@Nullable Object) switch (sort) {
            case NAME -> SearchKeys.key(recipe.name());
            case CREATED_AT -> recipe.createdAt();
            case PREP_TIME_MINUTES -> recipe.prepTimeMinutes();
            case SOURCE -> SearchKeys.key(recipe.source());
            case DESCRIPTION -> SearchKeys.key(recipe.description());
            case INSTRUCTIONS -> SearchKeys.key(recipe.instructions());
            case INGREDIENTS -> (Integer) recipe.ingredients().size();
            case ID -> recipe.id().toString();
        };
    }

    @Test
    void ingredientsAreFoundInsideNamesWhateverTheCaseAccentOrNumber() {
        UUID salad = add("Salad", "Cherry Tomatoes", "crème fraîche");
        UUID soup = add("Soup", "tomato purée", "onions");
        UUID cake = add("Cake", "flour", "eggs");

        assertEquals(Set.of(salad, soup), found("TOMATO"));
        assertEquals(Set.of(salad, soup), found("tomatoes"));
        assertEquals(Set.of(soup), found("puree"));
        assertEquals(Set.of(salad), found("Creme  Fraiche"));
        assertEquals(Set.of(soup), found("nion"));
        assertEquals(Set.of(cake), found("egg"));
        assertEquals(Set.of(), found("chocolate"));
        assertEquals(Set.of(soup), found("tomato", "onion"));
        assertEquals(
                Set.of(salad, soup, cake),
                set(RecipeQuery.ALL.withIngredients(List.of("tomato", "flour")).withAnyIngredient(true)));
        assertEquals(Set.of(salad, cake), set(RecipeQuery.ALL.withWithout(List.of("onion"))));
        assertEquals(
                Set.of(salad),
                set(RecipeQuery.ALL.withIngredients(List.of("tomato")).withWithout(List.of("onion", "flour"))));
        assertEquals(Set.of(), set(RecipeQuery.ALL.withIngredients(List.of("tomato purée onions"))));
    }

    @Test
    void signsThatMeanSomethingToTheDatabaseMeanThemselves() {
        UUID odd = add("Odd", "100% cocoa_powder", "back\\slash!");
        add("Even", "cocoa powder");

        assertEquals(Set.of(odd), found("100%"));
        assertEquals(Set.of(odd), found("a_p"));
        assertEquals(Set.of(odd), found("k\\s"));
        assertEquals(Set.of(odd), found("slash!"));
        assertEquals(Set.of(odd), found("%"));
    }

    @Test
    void atMostSoManyMinutesLeavesOutUnknownTimes() {
        Recipe quick = timed("Quick", 5, 10, null);
        Recipe slow = timed("Slow", 5, 10, 200);
        Recipe unknown = timed("Unknown", null, null, null);
        recipes.add(List.of(quick, slow, unknown));

        assertEquals(Set.of(quick.id()), set(RecipeQuery.ALL.withMaxMinutes(15)));
        assertEquals(Set.of(), set(RecipeQuery.ALL.withMaxMinutes(14)));
        assertEquals(Set.of(quick.id(), slow.id()), set(RecipeQuery.ALL.withMaxMinutes(500)));
    }

    @Test
    void cardsComeInTheOrderAskedForWithoutUnknownIds() {
        Recipe full = recipes.add(List.of(full("Full"))).getFirst();
        Recipe plain = recipes.add(List.of(plain("Plain"))).getFirst();

        List<RecipeSummary> cards = recipes.summaries(List.of(plain.id(), new UUID(7, 7), full.id()), "");

        assertEquals(
                List.of("Plain", "Full"), cards.stream().map(c -> c.name().text()).toList());
        assertEquals(full.minutes(), cards.get(1).minutes());
        assertEquals(full.details().tags(), cards.get(1).tags());
        assertEquals(2, cards.get(1).ingredientCount());
        assertEquals(full.createdAt(), cards.get(1).createdAt());
    }

    @Test
    void namesAreSuggestedByUse() {
        add("A", "red onion", "onion");
        add("B", "Onion", "Spring Onions");
        add("C", "onion");

        assertEquals("onion", recipes.ingredientNames("ONIO", 10).getFirst());
        assertEquals(3, recipes.ingredientNames("onion", 10).size());
        assertEquals(1, recipes.ingredientNames("onion", 1).size());
        assertEquals(List.of(), recipes.ingredientNames("xyz", 10));
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

    private UUID add(String name, String... ingredients) {
        Recipe recipe = with(
                plain(name),
                Arrays.stream(ingredients).map(i -> Ingredient.of(i, "", "")).toArray(Ingredient[]::new));
        return recipes.add(List.of(recipe)).getFirst().id();
    }

    private Set<UUID> found(String... ingredients) {
        return set(RecipeQuery.ALL.withIngredients(List.of(ingredients)));
    }

    private Set<UUID> set(RecipeQuery query) {
        List<UUID> ids = ids(query);
        assertEquals(ids.size(), recipes.count(query));
        return Set.copyOf(ids);
    }

    private List<UUID> ids(RecipeQuery query) {
        return recipes.ids(query, 0, 10_000);
    }

    private static Recipe plain(String name) {
        return new Recipe(NewId.at(Instant.now()), name, null, List.of(), null, null, null, NOON, RecipeDetails.NONE);
    }

    private static Recipe full(String name) {
        return new Recipe(
                NewId.at(Instant.now()),
                name,
                "A \\ soup; 'quoted' \"twice\"",
                List.of(
                        Ingredient.of("pumpkin", "1 1/2", "kg"),
                        new Ingredient(
                                "chilli", "2", "", null, "2-3 chillies, chopped", "chopped", "To serve", "3", true,
                                Map.of("x", 1))),
                20,
                "Cut.\nCook.\r\nServe \u2028 hot.",
                "https://example.org/soup?a=1&b=%20",
                NOON,
                new RecipeDetails(
                        4, "a big pot", 40, 75, List.of("autumn", "soup"), "Grandma's", NewId.at(NOON)));
    }

    private static Recipe imported(String name, UUID batch, int seconds) {
        return new Recipe(
                NewId.at(Instant.now()), name, null, List.of(), null, null, null, NOON.plusSeconds(seconds),
                new RecipeDetails(null, null, null, null, List.of(), null, batch));
    }

    private static Recipe timed(
            String name, @Nullable Integer prep, @Nullable Integer cook, @Nullable Integer total) {
        return new Recipe(
                NewId.at(Instant.now()), name, null, List.of(), prep, null, null, NOON,
                new RecipeDetails(null, null, cook, total, List.of(), null, null));
    }

    private static Recipe described(String name, String description) {
        return new Recipe(
                NewId.at(Instant.now()), name, description, List.of(), null, null, null, NOON, RecipeDetails.NONE);
    }

    private static Recipe with(Recipe recipe, Ingredient... lines) {
        return new Recipe(
                recipe.id(), recipe.name(), recipe.description(), List.of(lines), recipe.prepTimeMinutes(),
                recipe.instructions(), recipe.source(), recipe.createdAt(), recipe.details());
    }

    private static Recipe named(Recipe recipe, String name) {
        return new Recipe(
                recipe.id(), name, recipe.description(), recipe.ingredients(), recipe.prepTimeMinutes(),
                recipe.instructions(), recipe.source(), recipe.createdAt(), recipe.details());
    }

    private static Recipe withoutLineIds(Recipe recipe) {
        return with(
                recipe,
                recipe.ingredients().stream()
                        .map(line -> line.withId(null))
                        .toArray(Ingredient[]::new));
    }
}

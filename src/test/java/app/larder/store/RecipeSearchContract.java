package app.larder.store;

import static app.larder.store.ContractRecipes.NOON;
import static app.larder.store.ContractRecipes.full;
import static app.larder.store.ContractRecipes.plain;
import static app.larder.store.ContractRecipes.timed;
import static app.larder.store.ContractRecipes.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.larder.account.NewId;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDetails;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import app.larder.recipes.RecipeSort;
import app.larder.recipes.RecipeSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a {@link RecipeRepository} promises of sorting, searching and listing, whatever database is under it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test
abstract class RecipeSearchContract {

    private Place place;
    private RecipeRepository recipes;
    private final AtomicInteger people = new AtomicInteger();

    abstract Place open(Path folder);

    /** Whether an index beside the database answers; a local one answers by itself while its index is not ready. */
    boolean hasIndex() {
        return !place.isPostgres();
    }

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
        UserStore store = place.newcomer("cook " + people.incrementAndGet());
        if (!hasIndex()) {
            store.close();
        }
        recipes = store.recipes();
    }

    @Test
    void everyColumnSortsBothWaysWithMissingValuesLastAndStablePages() {
        List<Recipe> all = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            all.add(new Recipe(
                    NewId.at(NOON.plusMillis(i)),
                    List.of("Äpfel l", "apfel l", "Zimt l", "Öl l", "öl l ").get(i % 5),
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
                assertEquals(expected(all, sort, ascending), ids(query.withText("l")), "typed: " + sort + " " + ascending);
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
    void ingredientsAreFoundUnderOtherNamesOfTheSameFoodButNotUnderFalseFriends() {
        UUID moussaka = add("Moussaka", "eggplants", "ground beef");
        UUID bake = add("Auflauf", "2 Auberginen", "Rinderhackfleisch", "Zwiebeln");
        UUID omelette = add("Omelette", "hen eggs", "bell pepper", "onion powder");

        assertEquals(Set.of(moussaka, bake), found("aubergine"));
        assertEquals(Set.of(moussaka, bake), found("Eggplant"));
        assertEquals(Set.of(moussaka, bake), found("minced beef"));
        assertEquals(Set.of(bake, omelette), found("onion"));
        assertEquals(Set.of(), found("Pfeffer"));
        assertEquals(Set.of(omelette), set(RecipeQuery.ALL.withWithout(List.of("aubergine"))));
        assertEquals(Set.of(moussaka, bake), set(RecipeQuery.ALL.withText("aubergine")));
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

    @Test
    void typedWordsAreFoundInNameIngredientsAndStepsAsPrefixesWithoutAccents() {
        Recipe brulee = ContractRecipes.described("Crème brûlée", "French");
        Recipe soup = with(full("Soup"), Ingredient.of("Tomatoes", "5", ""));
        recipes.add(List.of(brulee, soup));

        assertEquals(Set.of(brulee.id()), set(RecipeQuery.ALL.withText("creme BRU")));
        assertEquals(Set.of(soup.id()), set(RecipeQuery.ALL.withText("tomato")));
        assertEquals(Set.of(soup.id()), set(RecipeQuery.ALL.withText("tomatoes soup")));
        assertEquals(Set.of(soup.id()), set(RecipeQuery.ALL.withText("serve ho")));
        assertEquals(Set.of(), set(RecipeQuery.ALL.withText("creme tomato")));
        assertEquals(
                Set.of(), set(RecipeQuery.ALL.withText("soup").withWithout(List.of("tomato"))));
        assertEquals(
                Set.of(brulee.id(), soup.id()), set(RecipeQuery.ALL.withText("  ")), "blank text narrows nothing");
    }

    @Test
    void oneTypoIsForgivenWhereTheIndexIs() {
        Assumptions.assumeTrue(hasIndex(), "typos are forgiven by the index beside the local file only");
        UUID pancakes = add("Pancakes", "flour");

        assertEquals(Set.of(pancakes), set(RecipeQuery.ALL.withText("pancaces")));
    }

    @Test
    void typedTextFollowsEveryChange() {
        Recipe soup = recipes.add(List.of(plain("Leek soup"))).getFirst();

        recipes.update(ContractRecipes.named(soup, "Onion soup"));
        assertEquals(Set.of(), set(RecipeQuery.ALL.withText("leek")));
        assertEquals(Set.of(soup.id()), set(RecipeQuery.ALL.withText("onion")));
        recipes.trash(List.of(soup.id()));
        assertEquals(Set.of(), set(RecipeQuery.ALL.withText("onion")));
        recipes.restore(List.of(soup.id()));
        assertEquals(Set.of(soup.id()), set(RecipeQuery.ALL.withText("onion")));
    }

    @Test
    void cardsMarkWhatWasTyped() {
        Recipe soup = recipes.add(List.of(full("Pumpkin soup"))).getFirst();

        RecipeSummary card = recipes.summaries(List.of(soup.id()), "pump").getFirst();
        assertEquals(1, card.name().spans().size());
        assertNull(card.match());
        RecipeSummary inside = recipes.summaries(List.of(soup.id()), "chilli").getFirst();
        assertEquals(List.of(), inside.name().spans());
        assertEquals("2-3 chillies, chopped", inside.match() == null ? null : inside.match().text());
        RecipeSummary synonym = recipes.summaries(List.of(soup.id()), "Chilischote").getFirst();
        assertEquals("2-3 chillies, chopped", synonym.match() == null ? null : synonym.match().text());
    }

    private List<UUID> ids(RecipeQuery query) {
        return recipes.ids(query, 0, 10_000);
    }
}

package app.larder.store;

import static app.larder.store.TextIndexFixture.filled;
import static app.larder.store.TextIndexFixture.find;
import static app.larder.store.TextIndexFixture.id;
import static app.larder.store.TextIndexFixture.recipe;
import static app.larder.store.TextIndexFixture.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDetails;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeSort;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a search finds, and in which order. */
class TextIndexTest {

    private static final Recipe SOUP =
            recipe(1, "Crème de tomates", "Simmer the tomatoes.\nServe with spring onion.", "tomato", "Crème fraîche");
    private static final Recipe CAKE = recipe(2, "Apfelkuchen", "Äpfel schälen, bei 180 Grad backen.", "Äpfel", "Weizenmehl");
    private static final Recipe NOODLES = recipe(3, "Käsespätzle", "Mit Röstzwiebeln auf den Tisch.", "Käse", "Ei");
    private static final Recipe BANGERS = recipe(4, "Bangers and mash", "Fry the sausages. Mash.", "pork sausages", "orange");
    private static final Recipe ROUX = recipe(5, "Süße Straße", "Crush the leaves of mint.", "eggplant", "scallion");

    private static TextIndex kitchen() {
        return filled(SOUP, CAKE, NOODLES, BANGERS, ROUX);
    }

    @Test
    void everyPartOfARecipeIsSearched() {
        Recipe recipe = new Recipe(
                id(9),
                "Nameword",
                "Descriptionword",
                List.of(new Ingredient(
                        "ingredientword", "1", "cup", null, "lineword", "noteword", null, null, false, Map.of())),
                5,
                "Firststep\nSecondstep",
                "https://sourceword.example/page",
                Instant.EPOCH,
                new RecipeDetails(2, null, null, null, List.of("tagword"), "remarkword", null));
        try (TextIndex index = filled(recipe, SOUP)) {
            for (String word : List.of(
                    "nameword", "descriptionword", "ingredientword", "lineword", "noteword", "firststep", "secondstep",
                    "sourceword", "tagword", "remarkword")) {
                assertEquals(List.of(9L), find(index, word), word);
            }
        }
    }

    @Test
    void everyWordMustBeFoundSomewhere() {
        try (TextIndex index = kitchen()) {
            assertEquals(List.of(1L), find(index, "serve creme"));
            assertEquals(List.of(), find(index, "serve apfelkuchen"));
        }
    }

    @Test
    void wordsMatchWhileTheyAreTyped() {
        try (TextIndex index = kitchen()) {
            for (String typed : List.of("a", "ap", "apf", "apfe", "apfelk", "apfelkuchen")) {
                assertTrue(find(index, typed).contains(2L), typed);
            }
            assertEquals(List.of(2L), find(index, "apf ba"));
        }
    }

    @Test
    void caseAndAccentsAreIgnoredBothWays() {
        try (TextIndex index = kitchen()) {
            for (String typed : List.of("creme", "CRÈME", "cre\u0300me", "Crème")) {
                assertEquals(List.of(1L), find(index, typed), typed);
            }
        }
    }

    @Test
    void germanLettersAreFoundSpelledOutOrPlain() {
        try (TextIndex index = kitchen()) {
            for (String typed : List.of("käse", "kaese", "kase", "KAESESP", "spätzle", "spaetzle", "roestzw")) {
                assertEquals(List.of(3L), find(index, typed), typed);
            }
            for (String typed : List.of("straße", "strasse", "STRASSE", "suesse", "süsse", "süße")) {
                assertEquals(List.of(5L), find(index, typed), typed);
            }
        }
        try (TextIndex index = filled(recipe(7, "Kaesekuchen", ""))) {
            assertEquals(List.of(7L), find(index, "käsekuchen"));
        }
    }

    @Test
    void pluralsAndSynonymsAreFoundBothWays() {
        try (TextIndex index = kitchen()) {
            assertEquals(List.of(5L), find(index, "leaf"));
            assertEquals(List.of(5L), find(index, "aubergine"));
            assertEquals(List.of(5L, 1L), find(index, "spring onions"));
            assertEquals(List.of(5L, 1L), find(index, "scallion"));
            assertEquals(List.of(1L), find(index, "scallion serve"));
        }
    }

    @Test
    void aWordInsideACompoundIsFoundButNotAnyRunOfLetters() {
        try (TextIndex index = kitchen()) {
            assertEquals(List.of(2L), find(index, "kuchen"));
            assertEquals(List.of(2L), find(index, "mehl"));
            assertEquals(List.of(), find(index, "sage"), "sausage is no sage");
        }
        try (TextIndex index = filled(recipe(1, "Orange cake", ""), recipe(2, "Free range eggs", ""))) {
            assertEquals(List.of(2L), find(index, "range"), "orange is no range");
        }
    }

    @Test
    void oneTypoIsForgiven() {
        try (TextIndex index = kitchen()) {
            for (String typed : List.of("apfelkuhen", "apfelkuchhen", "apfelkucehn", "apfelkuxhen", "spfelkuchen")) {
                assertEquals(List.of(2L), find(index, typed), typed);
            }
            assertEquals(List.of(2L), find(index, "apfelkux"), "while typing");
            assertEquals(List.of(), find(index, "apflkuhen"), "two are not");
            assertEquals(List.of(), find(index, "xap"), "short words are taken as they are");
        }
    }

    @Test
    void typosAreNotForgivenWhereTheWordsFindSomethingAsTyped() {
        try (TextIndex index = filled(recipe(1, "Beef", ""), recipe(2, "Beer", ""), recipe(3, "Beets", ""))) {
            assertEquals(List.of(1L), find(index, "beef"));
            assertEquals(List.of(3L, 2L, 1L), find(index, "beex"));
        }
    }

    @Test
    void aTextWithoutWordsNarrowsNothing() {
        try (TextIndex index = kitchen()) {
            for (String typed : List.of("", "   ", "...", "-", "\u0000", "\uD800", "\u0301", "\u200D")) {
                assertEquals(List.of(5L, 4L, 3L, 2L, 1L), find(index, typed));
            }
        }
    }

    @Test
    void scriptsWithoutSpacesAndEmojiAreFound() {
        Recipe ramen = recipe(6, "味噌ラーメン 🍜", "麺を茹でる");
        try (TextIndex index = filled(ramen, SOUP)) {
            assertEquals(List.of(6L), find(index, "ラーメン"));
            assertEquals(List.of(6L), find(index, "🍜"));
            assertEquals(List.of(6L), find(index, "茹"));
            assertEquals(List.of(), find(index, "寿司"));
        }
    }

    @Test
    void newestComeFirstWithTiesById() {
        Recipe[] recipes = new Recipe[40];
        for (int i = 0; i < recipes.length; i++) {
            Recipe made = recipe(i, "Bread", "");
            recipes[i] = new Recipe(
                    made.id(), "Bread", null, List.of(), null, null, null,
                    Instant.EPOCH.plusSeconds(i / 4), RecipeDetails.NONE);
        }
        try (TextIndex index = filled(recipes)) {
            index.put(List.of(recipe(99, "Bread", "")), 2);
            index.show();
            List<Long> all = find(index, "bread");
            assertEquals(99L, all.getFirst());
            assertEquals(List.of(39L, 38L, 37L, 36L, 35L), all.subList(1, 6));
            assertEquals(41, all.size());
            for (int offset = 0; offset < 45; offset += 7) {
                List<Long> page = index.ids(text("bread"), offset, 7).orElseThrow().stream()
                        .map(u -> u.getLeastSignificantBits() & Long.MAX_VALUE)
                        .toList();
                assertEquals(all.subList(Math.min(offset, 41), Math.min(offset + 7, 41)), page);
            }
        }
    }

    @Test
    void everyOrderPutsMissingValuesLastAndTiesById() {
        Recipe[] recipes = {
            sortable(1, "Éclair", 20, null, 2),
            sortable(2, "apple", null, "b", 1),
            sortable(3, "Zander", 5, "A", 1),
            sortable(4, "apple", 20, null, 3)
        };
        try (TextIndex index = filled(recipes)) {
            assertEquals(List.of(2L, 4L, 1L, 3L), find(index, RecipeQuery.ALL.sortedBy(RecipeSort.NAME, true)));
            assertEquals(List.of(3L, 1L, 4L, 2L), find(index, RecipeQuery.ALL.sortedBy(RecipeSort.NAME, false)));
            RecipeQuery prep = RecipeQuery.ALL.sortedBy(RecipeSort.PREP_TIME_MINUTES, true);
            assertEquals(List.of(3L, 1L, 4L, 2L), find(index, prep));
            assertEquals(List.of(4L, 1L, 3L, 2L), find(index, prep.sortedBy(RecipeSort.PREP_TIME_MINUTES, false)));
            assertEquals(List.of(3L, 2L, 1L, 4L), find(index, RecipeQuery.ALL.sortedBy(RecipeSort.SOURCE, true)));
            assertEquals(List.of(2L, 3L, 4L, 1L), find(index, RecipeQuery.ALL.sortedBy(RecipeSort.SOURCE, false)));
            assertEquals(List.of(2L, 3L, 1L, 4L), find(index, RecipeQuery.ALL.sortedBy(RecipeSort.INGREDIENTS, true)));
            assertEquals(List.of(4L, 3L, 2L, 1L), find(index, RecipeQuery.ALL.sortedBy(RecipeSort.ID, false)));
            assertEquals(List.of(1L, 2L, 3L, 4L), find(index, RecipeQuery.ALL.sortedBy(RecipeSort.CREATED_AT, true)));
            for (RecipeSort sort : RecipeSort.values()) {
                assertEquals(4, find(index, RecipeQuery.ALL.sortedBy(sort, true)).size(), sort.column());
            }
        }
    }

    private static Recipe sortable(
            int number, String name, @Nullable Integer prep, @Nullable String source, int ingredients) {
        Recipe plain = recipe(number, name, "");
        return new Recipe(
                plain.id(), name, source, java.util.Collections.nCopies(ingredients, Ingredient.of("salt", "", "")),
                prep, source, source, plain.createdAt(), RecipeDetails.NONE);
    }

    @Test
    void ingredientsAreFilteredByPartOfTheNameAllAnyOrWithout() {
        try (TextIndex index = kitchen()) {
            RecipeQuery all = RecipeQuery.ALL;
            assertEquals(List.of(1L), find(index, all.withIngredients(List.of("CREME", "tomatoes"))));
            assertEquals(List.of(), find(index, all.withIngredients(List.of("creme", "apfel"))));
            assertEquals(
                    List.of(2L, 1L), find(index, all.withIngredients(List.of("fraiche", "apfel")).withAnyIngredient(true)));
            assertEquals(List.of(4L), find(index, all.withIngredients(List.of("sage"))), "part of a name");
            assertEquals(List.of(5L, 3L), find(index, all.withWithout(List.of("apfel", "tomato", "sausage"))));
            assertEquals(List.of(3L), find(index, text("kase").withIngredients(List.of("ei")).withWithout(List.of("mehl"))));
            assertEquals(5, find(index, all.withIngredients(List.of(" ")).withWithout(List.of(""))).size());
        }
    }

    @Test
    void timeIsLimitedAndUnknownTimeLeftOut() {
        try (TextIndex index = filled(sortable(1, "A", 20, null, 0), sortable(2, "B", null, null, 0), sortable(3, "C", 0, null, 0))) {
            assertEquals(List.of(3L, 1L), find(index, RecipeQuery.ALL.withMaxMinutes(20)));
            assertEquals(List.of(3L), find(index, RecipeQuery.ALL.withMaxMinutes(19)));
            assertEquals(List.of(), find(index, RecipeQuery.ALL.withMaxMinutes(-1)));
        }
    }

    @Test
    void theCountAgreesWithTheList() {
        try (TextIndex index = kitchen()) {
            for (String typed : List.of("", "s", "se", "kuchen", "tomatos", "nothing at all")) {
                List<Long> listed = find(index, typed);
                assertEquals(listed.size(), index.count(text(typed)).orElseThrow(), typed);
            }
        }
    }

    @Test
    void aSavedRecipeIsFoundAtOnceAndARemovedOneNoMore() {
        try (TextIndex index = kitchen()) {
            index.put(List.of(recipe(2, "Birnenkuchen", "Birnen schälen.", "Birne")), 2);
            index.show();
            assertEquals(List.of(2L), find(index, "birnen"));
            assertEquals(List.of(), find(index, "apfel"));
            index.remove(List.of(id(2), id(77)), 3);
            index.show();
            assertEquals(List.of(), find(index, "birnen"));
            assertEquals(4, index.count(RecipeQuery.ALL).orElseThrow());
            assertEquals(List.of(5L, 4L, 3L, 1L), find(index, ""));
            assertEquals(3, index.change());
            assertFalse(index.needsRebuild(3));
            assertTrue(index.needsRebuild(4));
        }
    }

    @Test
    void hugeAndBrokenRecipesAreIndexed() {
        Recipe huge = recipe(
                1, "x".repeat(10_000), "y".repeat(100_000) + " \uD800 \u0000 end",
                java.util.stream.IntStream.range(0, 5_000).mapToObj(i -> "thing " + i).toArray(String[]::new));
        Recipe broken = recipe(2, "\uD83C bell\u0000pepper", "", "z".repeat(50_000), "\uDC00");
        try (TextIndex index = filled(huge, broken)) {
            assertEquals(List.of(1L), find(index, "x".repeat(10_000)));
            assertEquals(List.of(1L), find(index, "end"));
            assertEquals(List.of(2L), find(index, "bell pepper"));
            assertEquals(List.of(1L), find(index, RecipeQuery.ALL.withIngredients(List.of("thing 4999"))));
            assertEquals(List.of(2L), find(index, RecipeQuery.ALL.withIngredients(List.of("zzz"))));
        }
    }
}

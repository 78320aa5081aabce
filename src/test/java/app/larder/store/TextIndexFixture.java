package app.larder.store;

import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDetails;
import app.larder.recipes.RecipeQuery;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Recipes and a small language for the tests of the search index. */
final class TextIndexFixture {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final Map<String, Set<String>> LANGUAGE = language(
            "tomato,tomatoes",
            "leaf,leaves",
            "nudel,nudeln",
            "aubergine,eggplant",
            "scallion,spring onion,spring onions",
            "suppe,suppen");

    private TextIndexFixture() {}

    private static Map<String, Set<String>> language(String... groups) {
        Map<String, Set<String>> language = new HashMap<>();
        for (String group : groups) {
            Set<String> words = Set.of(group.split(",", -1));
            words.forEach(w -> language.put(w, words));
        }
        return Map.copyOf(language);
    }

    /** Plurals and synonyms of the words these tests use. */
    static Set<String> variants(String term) {
        return LANGUAGE.getOrDefault(term, Set.of(term));
    }

    static UUID id(int number) {
        return new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }

    /** A recipe written down {@code number} minutes after {@link #START}. */
    static Recipe recipe(int number, String name, String instructions, String... ingredients) {
        return new Recipe(
                id(number),
                name,
                null,
                Arrays.stream(ingredients).map(i -> Ingredient.of(i, "1", "cup")).toList(),
                null,
                instructions,
                null,
                START.plusSeconds(60L * number),
                RecipeDetails.NONE);
    }

    static RecipeQuery text(String typed) {
        return RecipeQuery.ALL.withText(typed);
    }

    static TextIndex filled(Recipe... recipes) {
        TextIndex index = TextIndex.inMemory(TextIndexFixture::variants);
        index.rebuild(1, batch -> batch.accept(List.of(recipes)));
        return index;
    }

    /** The numbers of the recipes a query finds, in its order. */
    static List<Long> find(TextIndex index, RecipeQuery query) {
        return index.ids(query, 0, 1000).orElseThrow().stream()
                .map(id -> id.getLeastSignificantBits() & Long.MAX_VALUE)
                .toList();
    }

    static List<Long> find(TextIndex index, String typed) {
        return find(index, text(typed));
    }
}

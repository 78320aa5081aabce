package app.larder.bench;

import app.larder.kitchen.SearchForm;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeSort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Everything that is asked of every target, in the same words and the same order. */
final class Questions {

    private static final int EACH = 400;

    private final Map<String, List<RecipeQuery>> byName = new LinkedHashMap<>();

    Questions(RecipeCorpus corpus, int recipes, long seed) {
        Random random = new Random(seed);
        byName.put("open the list", repeat(RecipeQuery.ALL));
        for (RecipeSort sort : RecipeSort.values()) {
            List<RecipeQuery> both = new ArrayList<>();
            for (int i = 0; i < EACH / 4; i++) {
                both.add(RecipeQuery.ALL.sortedBy(sort, i % 2 == 0));
            }
            byName.put("sort by " + sort.column(), both);
        }
        for (int terms : new int[] {1, 3}) {
            List<RecipeQuery> search = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                List<String> foods = new ArrayList<>();
                while (foods.size() < terms) {
                    foods.add(SearchForm.of(corpus.food(random)));
                }
                search.add(RecipeQuery.ALL.withIngredients(foods));
            }
            byName.put(terms == 1 ? "1 ingredient" : terms + " ingredients", search);
        }
        TypedTexts typed = new TypedTexts(corpus, recipes, seed);
        byName.put("two prefixes", typed.twoPrefixes(EACH).stream()
                .map(pair -> RecipeQuery.ALL.withText(pair[0] + " " + pair[1]))
                .toList());
        byName.put("as you type", typed.keystrokes(3 * EACH).stream().map(RecipeQuery.ALL::withText).toList());
    }

    private static List<RecipeQuery> repeat(RecipeQuery query) {
        return java.util.Collections.nCopies(EACH / 4, query);
    }

    Map<String, List<RecipeQuery>> byName() {
        return byName;
    }
}

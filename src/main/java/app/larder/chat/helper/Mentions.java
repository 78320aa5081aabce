package app.larder.chat.helper;

import app.larder.kitchen.Foods;
import app.larder.kitchen.SearchForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the foods a question speaks of. */
public final class Mentions {

    private static final int LONGEST = 4;
    private static final int MOST_WORDS = 200;

    /** Words that some food is called, but that mean nothing of the kind in a question. */
    private static final Set<String> NEVER = Set.of(
            "can", "cans", "at", "in", "on", "to", "for", "a", "the", "with", "and", "or", "some", "something", "it", "me", "us",
            "use", "up", "do", "i", "is", "soon", "what", "cook", "make", "recipe", "recipes", "dinner", "lunch", "meal", "cup",
            "cups", "home", "kann", "kannst", "ich", "mit", "und", "oder", "was", "zu", "im", "am", "es", "noch", "etwas",
            "rezept", "rezepte", "gericht", "tasse", "tassen", "essen", "heute", "today", "tonight", "leftover", "leftovers",
            "reste", "thing", "things", "food", "foods", "ingredient", "ingredients", "zutaten", "pantry", "quick", "kitchen", "of", "my",
            "have", "how", "many", "much", "left", "are", "grams", "gramm", "ml", "die", "der", "das", "den", "dem", "ein", "eine", "einen", "einer", "von",
            "vom", "für", "fur", "wie", "viel", "viele", "sind", "ist", "haben", "habe", "out", "instead", "any", "still", "an");

    private Mentions() {}

    /** The foods by the words that name them as typed, longest names first taken, in the order of the text, each once. */
    public static List<String> foods(String text) {
        List<String> words = Arrays.stream(text.split("[^\\p{L}\\p{N}'’-]+", -1))
                .filter(word -> !word.isBlank())
                .limit(MOST_WORDS)
                .toList();
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); ) {
            int taken = 0;
            for (int length = Math.min(LONGEST, words.size() - i); length > 0 && taken == 0; length--) {
                taken = isFood(words.subList(i, i + length)) ? length : 0;
            }
            if (taken > 0) {
                String name = String.join(" ", words.subList(i, i + taken));
                found.putIfAbsent(Foods.of(name).key(), name);
            }
            i += Math.max(1, taken);
        }
        return new ArrayList<>(found.values());
    }

    private static boolean isFood(List<String> words) {
        if (words.getFirst().length() < 2 || words.stream().anyMatch(word -> NEVER.contains(SearchForm.of(word)))) {
            return false;
        }
        String name = String.join(" ", words);
        return Foods.isKnown(name) && Foods.asked(name).size() == 1 && Foods.asked(name).getFirst().size() == 1;
    }
}

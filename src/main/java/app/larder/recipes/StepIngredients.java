package app.larder.recipes;

import app.larder.kitchen.Names;
import app.larder.kitchen.SearchForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells which ingredients a step speaks of, by their names. A name is spoken of if the step has all of it, or its last
 * word, which in English and German says what it is ("chicken thighs"); or one of its other words that no ingredient
 * before it has used for itself ("the chicken").
 */
public final class StepIngredients {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern PARTS = Pattern.compile(" and | or | und | oder |[,/&+]");
    private static final int SHORTEST_WORD = 2;
    private static final int SHORTEST_START = 5;

    /** Words that describe and do not name; in search form. */
    private static final Set<String> DESCRIBING = Set.of(
            "fresh", "dried", "ground", "large", "small", "medium", "whole", "white", "black", "green", "yellow", "brown",
            "fine", "coarse", "plain", "extra", "virgin", "finely", "chopped", "sliced", "the", "with", "for", "hot", "cold",
            "warm", "of", "in", "to", "or", "an", "at", "on", "im", "am", "zu", "frisch", "frische", "frischer", "gross", "grosse", "klein", "kleine", "rot", "rote", "roter", "grun",
            "grune", "weiss", "weisse", "schwarzer", "gemahlen", "gehackt", "fein", "etwas");

    private StepIngredients() {}

    /** The places in {@code ingredients} of those the step speaks of, in the order of the recipe. */
    public static List<Integer> of(String step, List<Ingredient> ingredients) {
        List<String> words = words(step);
        Set<String> said = new HashSet<>(words);
        List<Integer> found = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        List<Integer> unsure = new ArrayList<>();
        for (int i = 0; i < ingredients.size(); i++) {
            Set<String> heads = new LinkedHashSet<>();
            for (String part : parts(ingredients.get(i).name())) {
                List<String> name = names(part);
                if (!name.isEmpty() && says(said, words, name.getLast())) {
                    heads.add(name.getLast());
                }
            }
            if (heads.isEmpty()) {
                unsure.add(i);
            } else {
                found.add(i);
                taken.addAll(heads);
            }
        }
        for (int i : unsure) {
            for (String word : names(SearchForm.of(ingredients.get(i).name()))) {
                if (says(said, words, word) && taken.add(word)) {
                    found.add(i);
                    break;
                }
            }
        }
        return found.stream().distinct().sorted().toList();
    }

    private static List<String> parts(String name) {
        return PARTS.splitAsStream(SearchForm.of(name)).toList();
    }

    private static List<String> names(String name) {
        return words(name).stream().filter(word -> !DESCRIBING.contains(word)).toList();
    }

    private static boolean says(Set<String> said, List<String> words, String name) {
        for (String form : Names.variants(name)) {
            boolean start = form.length() >= SHORTEST_START && words.stream().anyMatch(word -> word.startsWith(form));
            if (start || said.contains(form)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> words(String text) {
        return NO_WORD.splitAsStream(SearchForm.of(text))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .toList();
    }
}

package app.larder.bench;

import app.larder.kitchen.SearchForm;
import app.larder.recipes.Recipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** What a person might type into the search field, made from words of the corpus. */
final class TypedTexts {

    private final RecipeCorpus corpus;
    private final int recipes;
    private final Random random;

    TypedTexts(RecipeCorpus corpus, int recipes, long seed) {
        this.corpus = corpus;
        this.recipes = recipes;
        this.random = new Random(seed);
    }

    /** Every state of the field while searches of one to three words are typed; one word in ten has a typo. */
    List<String> keystrokes(int count) {
        List<String> states = new ArrayList<>();
        while (states.size() < count) {
            List<String> words = words(1 + random.nextInt(3));
            if (random.nextInt(10) == 0) {
                words.set(0, mistyped(words.getFirst()));
            }
            String whole = String.join(" ", words);
            for (int end = 1; end <= whole.length() && states.size() < count; end++) {
                if (whole.charAt(end - 1) != ' ') {
                    states.add(whole.substring(0, end));
                }
            }
        }
        return states;
    }

    /** Two beginnings of words that stand in one recipe, three letters or more each, in search form. */
    List<String[]> twoPrefixes(int count) {
        List<String[]> pairs = new ArrayList<>();
        while (pairs.size() < count) {
            String[] pair = words(2).stream()
                    .map(w -> w.substring(0, Math.min(w.length(), 3 + random.nextInt(4))))
                    .toArray(String[]::new);
            if (pair.length == 2) {
                pairs.add(pair);
            }
        }
        return pairs;
    }

    /** Words of five letters or more and the same with one typo: a letter left out, doubled, wrong or swapped. */
    List<String[]> typos(int count) {
        List<String[]> typos = new ArrayList<>();
        while (typos.size() < count) {
            String word = words(1).getFirst();
            if (word.length() >= 5) {
                typos.add(new String[] {word, mistyped(word)});
            }
        }
        return typos;
    }

    /** Words of one recipe in search form: its name's, its ingredients' and one of its text's. */
    private List<String> words(int count) {
        Recipe recipe = corpus.recipe(random.nextInt(recipes));
        StringBuilder text = new StringBuilder(recipe.name());
        recipe.ingredients().forEach(i -> text.append(' ').append(i.name()));
        String instructions = recipe.instructions() == null ? "" : recipe.instructions();
        String[] steps = SearchForm.of(instructions).split("[^a-z]+", -1);
        text.append(' ').append(steps[random.nextInt(steps.length)]);
        List<String> words = new ArrayList<>(Arrays.stream(SearchForm.of(text.toString()).split("[^a-z]+", -1))
                .filter(w -> w.length() >= 3)
                .distinct()
                .toList());
        java.util.Collections.shuffle(words, random);
        words = new ArrayList<>(words.subList(0, Math.min(count, words.size())));
        words.sort(Comparator.comparingInt(w -> w.length() % 3));
        return words;
    }

    private String mistyped(String word) {
        if (word.length() < 4) {
            return word;
        }
        int at = 1 + random.nextInt(word.length() - 2);
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
            case 2 -> word.substring(0, at) + "qxz".charAt(random.nextInt(3)) + word.substring(at + 1);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }
}

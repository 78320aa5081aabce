package app.larder.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What was typed into the search field, understood: every word must be satisfied, or the whole by a synonym.
 *
 * @param words the words; empty if nothing that can be looked for was typed
 * @param synonyms other names of the whole ("scallion" for "spring onion"), each a list of whole words
 */
record TypedText(List<TypedWord> words, List<List<String>> synonyms) {

    /** More words than these are left out; nobody types them, and a pasted page is not a search. */
    private static final int MOST_WORDS = 24;

    TypedText {
        words = List.copyOf(words);
        synonyms = synonyms.stream().map(List::copyOf).toList();
    }

    /**
     * Reads a typed text.
     *
     * @param variants plurals, singulars and synonyms of a word or phrase in search form
     */
    static TypedText of(String typed, Function<String, Set<String>> variants) {
        Set<List<String>> seen = new LinkedHashSet<>();
        for (TextWords.Word word : TextWords.of(typed)) {
            if (seen.size() < MOST_WORDS) {
                seen.add(word.forms());
            }
        }
        List<TypedWord> words = new ArrayList<>();
        for (List<String> forms : seen) {
            words.add(new TypedWord(forms, variantsOf(forms.getFirst(), variants)));
        }
        String whole = String.join(" ", seen.stream().map(List::getFirst).toList());
        List<List<String>> synonyms = new ArrayList<>(words.size() < 2 ? List.of() : variantsOf(whole, variants));
        synonyms.removeIf(synonym -> isFoundWordByWord(words, synonym));
        return new TypedText(words, synonyms);
    }

    /** Whether there is nothing to look for. */
    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether the words by themselves find all that a synonym of the whole would, as they do for mere plurals. */
    private static boolean isFoundWordByWord(List<TypedWord> words, List<String> synonym) {
        return words.stream().allMatch(word -> synonym.stream().anyMatch(s -> word.in(s) != null));
    }

    private static List<List<String>> variantsOf(String term, Function<String, Set<String>> variants) {
        Set<List<String>> others = new LinkedHashSet<>();
        for (String variant : variants.apply(term)) {
            if (variant.equals(term)) {
                continue;
            }
            List<String> other =
                    TextWords.of(variant).stream().map(w -> w.forms().getFirst()).toList();
            if (!other.isEmpty() && !String.join(" ", other).equals(term)) {
                others.add(other);
            }
        }
        return List.copyOf(others);
    }
}

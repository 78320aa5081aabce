package app.larder.kitchen;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words of food names in the singular, English and German, by {@code plurals.txt} and the rules of English. */
final class Lemmas {

    static final Lemmas ALL = new Lemmas();

    private static final int SHORTEST_ENDING = 4;

    private final Map<String, String> one = new HashMap<>();
    private final Map<String, String> germanEndings = new HashMap<>();
    private final Set<String> same = new HashSet<>();

    private Lemmas() {
        Map<String, List<String>> sections = WordFile.sections("plurals.txt");
        for (String language : List.of("english", "german")) {
            for (String line : sections.getOrDefault(language, List.of())) {
                List<String> words = WordFile.words(line).stream().map(Lemmas::folded).toList();
                for (String word : words) {
                    one.putIfAbsent(word, words.getFirst());
                    if (language.equals("german") && word.length() >= SHORTEST_ENDING) {
                        germanEndings.putIfAbsent(word, words.getFirst());
                    }
                }
            }
        }
        WordFile.words(sections, "same").forEach(word -> same.add(folded(word)));
    }

    /** The text in search form with ligatures and sharp s spelt out and soft hyphens left out. */
    static String folded(String text) {
        return SearchForm.of(text.replace("\u00ad", "")).replace("ß", "ss").replace("œ", "oe").replace("æ", "ae").toLowerCase(Locale.ROOT);
    }

    /** The singular of a folded word; the word itself if it is none. */
    String one(String word) {
        String listed = one.get(word);
        if (listed != null) {
            return listed;
        }
        if (same.contains(word)) {
            return word;
        }
        for (int from = 3; from <= word.length() - SHORTEST_ENDING; from++) {
            String ending = germanEndings.get(word.substring(from));
            if (ending != null) {
                return word.substring(0, from) + ending;
            }
        }
        return english(word);
    }

    private static String english(String word) {
        int length = word.length();
        if (length < 4 || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) {
            return word;
        }
        if (word.endsWith("ies") && length > 5) {
            return word.substring(0, length - 3) + "y";
        }
        boolean hissing = word.endsWith("ches") || word.endsWith("shes") || word.endsWith("xes") || word.endsWith("sses")
                || word.endsWith("oes");
        return word.substring(0, length - (hissing ? 2 : 1));
    }
}

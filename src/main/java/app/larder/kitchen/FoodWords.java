package app.larder.kitchen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What words do in a food's name, read once from {@code kitchen/food-words.txt}. */
final class FoodWords {

    private static final String[] GERMAN_ENDINGS = {"", "e", "er", "es", "en", "em"};

    static final FoodWords ALL = new FoodWords();

    private final Set<String> plain;
    private final Set<String> soft;
    private final Set<String> part;
    private final Set<String> partOf;
    private final Set<String> until;
    private final Set<String> nouns;
    private final Set<String> joined;
    private final Set<String> unsure;
    private final Map<String, String> changing = new HashMap<>();
    private final Map<String, String> stems = new HashMap<>();

    private FoodWords() {
        Map<String, List<String>> sections = WordFile.sections("food-words.txt");
        plain = words(sections, "describing");
        soft = words(sections, "describing, unless the tables know better");
        part = words(sections, "part");
        partOf = words(sections, "of");
        until = words(sections, "until");
        nouns = words(sections, "another thing");
        joined = words(sections, "joined");
        unsure = words(sections, "unsure head");
        for (String line : sections.getOrDefault("changing", List.of())) {
            List<String> forms = WordFile.words(line);
            String first = forms(forms.getFirst()).getFirst();
            forms.forEach(form -> forms(form).forEach(f -> changing.put(f, first)));
        }
    }

    private Set<String> words(Map<String, List<String>> sections, String heading) {
        Set<String> words = new HashSet<>();
        WordFile.words(sections, heading).forEach(word -> words.addAll(forms(word)));
        return words;
    }

    /** A word ending in ~ stands for its German endings too. */
    private List<String> forms(String word) {
        List<String> forms = new ArrayList<>();
        String folded = Lemmas.folded(word);
        if (folded.endsWith("~")) {
            String stem = folded.substring(0, folded.length() - 1);
            for (String ending : GERMAN_ENDINGS) {
                forms.add(stem + ending);
                stems.putIfAbsent(stem + ending, stem);
            }
        } else {
            forms.add(folded);
            forms.add(Lemmas.ALL.one(folded));
        }
        return forms;
    }

    /** A German adjective without its ending ("grünen": grün); any other word as it is. */
    String stem(String word) {
        return stems.getOrDefault(word, word);
    }

    /** Whether a word only describes ("large", "frisch", a brand). */
    boolean describes(String word) {
        return plain.contains(word) || word.chars().allMatch(c -> !Character.isLetter(c));
    }

    /** Whether a word only describes where no table has a name with it ("red", a maker, a sort). */
    boolean mayDescribe(String word) {
        return soft.contains(word);
    }

    /** What a word makes of the thing ("getrocknet": dried); empty if it leaves it what it is. */
    String change(String word) {
        return changing.getOrDefault(word, "");
    }

    /** Whether a word names a part or piece that is bought as the whole ("garlic clove", "basil leaf"). */
    boolean isPart(String word) {
        return part.contains(word);
    }

    /** Whether a noun makes another food of what it stands with ("tomato soup"). */
    boolean isAnother(String word) {
        return nouns.contains(word);
    }

    boolean isOf(String word) {
        return partOf.contains(word);
    }

    /** Whether the name ends before this word ("tuna in oil", "Öl zum Braten"). */
    boolean ends(String word) {
        return until.contains(word);
    }

    /** Whether this first part of a German word only describes its second ("Bio-", "Cocktail-"). */
    boolean joins(String first) {
        return joined.contains(first);
    }

    /** Whether this head says little without the word before it ("pepper" is a spice or a vegetable). */
    boolean isUnsure(String key) {
        return unsure.contains(key);
    }
}

package app.larder.kitchen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of food as they are looked for: one and many, in English and German ({@code kitchen/plurals.txt}). */
public final class Names {

    private static final Names PLURALS = new Names();

    private static final int MOST_VARIANTS = 16;
    private static final int LONGEST_TERM = 200;
    private static final int SHORTEST_SINGULAR = 4;
    private static final int SHORTEST_ENDING = 4;

    private final Map<String, Set<String>> pairs = new HashMap<>();
    private final Map<String, Set<String>> germanEndings = new HashMap<>();
    private final Set<String> alone;
    private final Set<String> same;

    private Names() {
        Map<String, List<String>> sections = WordFile.sections("plurals.txt");
        addPairs(sections.getOrDefault("english", List.of()), pairs);
        addPairs(sections.getOrDefault("german", List.of()), pairs);
        addPairs(sections.getOrDefault("german", List.of()), germanEndings);
        germanEndings.keySet().removeIf(word -> word.length() < SHORTEST_ENDING);
        alone = folded(WordFile.words(sections, "alone"));
        same = folded(WordFile.words(sections, "same"));
    }

    private static void addPairs(List<String> lines, Map<String, Set<String>> to) {
        for (String line : lines) {
            List<String> words = WordFile.words(SearchForm.of(line));
            for (String word : words) {
                to.computeIfAbsent(word, k -> new LinkedHashSet<>()).addAll(words);
            }
        }
    }

    private static Set<String> folded(List<String> words) {
        Set<String> folded = new HashSet<>();
        words.forEach(word -> folded.add(SearchForm.of(word)));
        return folded;
    }

    /**
     * The search forms ({@link SearchForm}) under which a term may stand in a text: itself first, then the singular and
     * plural of its words, in English and German ("tomatoes": tomatoes, tomato). Conservative: a singular that is part
     * of many other words is left out. Never empty unless the term is blank; at most 16.
     */
    public static Set<String> variants(String term) {
        return PLURALS.of(term);
    }

    /**
     * The variants a substring search needs: those that contain no other one ("tomato" alone finds "tomatoes", but
     * "berry" needs "berries" too).
     */
    public static Set<String> searchTerms(String term) {
        return shortest(variants(term));
    }

    /** Those forms that contain no other one. */
    static Set<String> shortest(Set<String> all) {
        Set<String> needed = new LinkedHashSet<>(all);
        for (String longer : all) {
            for (String shorter : all) {
                if (!longer.equals(shorter) && longer.contains(shorter)) {
                    needed.remove(longer);
                }
            }
        }
        return needed;
    }

    private Set<String> of(String term) {
        String folded = oneBlank(SearchForm.of(term).strip());
        if (folded.isEmpty() || folded.length() > LONGEST_TERM) {
            return folded.isEmpty() ? Set.of() : Set.of(folded);
        }
        List<String> phrases = List.of("");
        String[] words = folded.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            Set<String> choices = ofWord(words[i], words.length == 1);
            List<String> longer = new ArrayList<>();
            for (String choice : choices) {
                for (String phrase : phrases) {
                    if (longer.size() < MOST_VARIANTS) {
                        longer.add(i == 0 ? choice : phrase + " " + choice);
                    }
                }
            }
            phrases = longer;
        }
        Set<String> all = new LinkedHashSet<>();
        all.add(folded);
        all.addAll(phrases);
        return all;
    }

    /** One blank between any two words; most terms are one word, and a search asks for several at every letter typed. */
    private static String oneBlank(String text) {
        return text.chars().anyMatch(Character::isWhitespace) ? String.join(" ", text.split("\\s+", -1)) : text;
    }

    private Set<String> ofWord(String word, boolean onlyWord) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(word);
        if (same.contains(word)) {
            return forms;
        }
        Set<String> listed = pairs.get(word);
        if (listed != null) {
            forms.addAll(listed);
            return forms;
        }
        for (int from = 3; from <= word.length() - SHORTEST_ENDING; from++) {
            Set<String> endings = germanEndings.get(word.substring(from));
            if (endings != null) {
                for (String ending : endings) {
                    forms.add(word.substring(0, from) + ending);
                }
                return forms;
            }
        }
        if (word.length() < 3 || !Character.isLetter(word.charAt(word.length() - 1))) {
            return forms;
        }
        if (word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is")) {
            if (!(onlyWord && alone.contains(word))) {
                addSingular(word, forms);
            }
        } else if (!word.endsWith("s") || word.endsWith("ss")) {
            forms.add(plural(word));
        }
        return forms;
    }

    private static void addSingular(String word, Set<String> forms) {
        int length = word.length();
        if (word.endsWith("ies") && length > 5) {
            forms.add(word.substring(0, length - 3) + "y");
        } else if (word.endsWith("ches") || word.endsWith("shes") || word.endsWith("xes") || word.endsWith("sses")
                || word.endsWith("oes")) {
            forms.add(word.substring(0, length - 2));
        } else if (length > SHORTEST_SINGULAR) {
            forms.add(word.substring(0, length - 1));
        }
    }

    private static String plural(String word) {
        int length = word.length();
        char last = word.charAt(length - 1);
        if (last == 'y' && length > 2 && "aeiou".indexOf(word.charAt(length - 2)) < 0) {
            return word.substring(0, length - 1) + "ies";
        }
        boolean hissing = word.endsWith("ch") || word.endsWith("sh") || word.endsWith("ss") || last == 'x' || last == 'z';
        return word + (hissing ? "es" : "s");
    }
}

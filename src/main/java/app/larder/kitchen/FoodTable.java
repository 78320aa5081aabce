package app.larder.kitchen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Figures by the name of a food, from lines "English names | German names = figure". The longest name that ends what is
 * looked for wins; a German name may also end its last word.
 */
final class FoodTable {

    private static final String ANYTHING = "*";
    private static final int LONGEST_NAME = 200;
    private static final int SHORTEST_ENDING = 4;
    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> ALTERNATIVE = Set.of("or", "oder", "ou", "bzw");
    private static final Set<String> AFTER_NOUN = Set.of("of", "de", "d", "di", "in", "im", "mit", "with", "from", "aus", "for", "zum");
    private static final Set<String> BOTH = Set.of("and", "und");
    private static final Set<String> KIND = Set.of("type", "typ", "size", "grosse", "m", "l", "s", "xl");

    private final Map<String, Entry> names = new HashMap<>();
    private final Map<String, Entry> endings = new HashMap<>();
    private final @Nullable Entry anything;

    /** A figure and the heading it stands under. */
    record Entry(Quantity figure, String heading) {}

    FoodTable(Map<String, List<String>> sections) {
        Entry forAll = null;
        for (Map.Entry<String, List<String>> section : sections.entrySet()) {
            for (String line : section.getValue()) {
                Entry entry = add(line, section.getKey());
                forAll = entry == null ? forAll : entry;
            }
        }
        anything = forAll;
    }

    /** Adds the names of a line; its entry is returned if it stands for everything. */
    private @Nullable Entry add(String line, String heading) {
        int equals = line.lastIndexOf('=');
        Quantity figure = equals < 0 ? null : Quantity.parse(line.substring(equals + 1)).orElse(null);
        if (figure == null || figure.isZero()) {
            throw new IllegalStateException("a line of names must end in \"= grams\": " + line);
        }
        Entry entry = new Entry(figure, heading);
        String[] languages = line.substring(0, equals).split("\\|", 2);
        if (languages[0].strip().equals(ANYTHING)) {
            return entry;
        }
        WordFile.words(languages[0]).forEach(name -> add(name, entry, false));
        if (languages.length > 1) {
            WordFile.words(languages[1]).forEach(name -> add(name, entry, true));
        }
        return null;
    }

    private void add(String name, Entry entry, boolean german) {
        String plain = String.join(" ", words(name));
        for (String variant : Names.variants(plain)) {
            names.putIfAbsent(variant, entry);
            if (german && variant.length() >= SHORTEST_ENDING && variant.indexOf(' ') < 0) {
                endings.putIfAbsent(variant, entry);
            }
        }
    }

    /** The entry for a food as a line names it; null if no name fits. */
    @Nullable Entry find(String food) {
        String name = food.length() > LONGEST_NAME ? food.substring(0, LONGEST_NAME) : food;
        int bracket = name.indexOf('(');
        int comma = name.indexOf(',');
        int end = Math.min(bracket <= 0 ? name.length() : bracket, comma <= 0 ? name.length() : comma);
        List<String> words = before(ALTERNATIVE, words(name.substring(0, end)));
        Entry entry = words.stream().anyMatch(BOTH::contains) ? names.get(String.join(" ", words)) : endingWith(words);
        if (entry == null && words.stream().noneMatch(BOTH::contains)) {
            entry = endingWith(before(AFTER_NOUN, words));
        }
        return entry == null ? anything : entry;
    }

    /** The words before the first of some, or all if none of those follows. */
    private static List<String> before(Set<String> some, List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            if (some.contains(words.get(i))) {
                return words.subList(0, i);
            }
        }
        return words;
    }

    private @Nullable Entry endingWith(List<String> all) {
        List<String> words = all;
        while (words.size() > 1 && isKind(words.getLast())) {
            words = words.subList(0, words.size() - 1);
        }
        for (int from = 0; from < words.size(); from++) {
            Entry entry = names.get(String.join(" ", words.subList(from, words.size())));
            if (entry != null) {
                return entry;
            }
        }
        String last = words.isEmpty() ? "" : words.getLast();
        for (int from = 1; from <= last.length() - SHORTEST_ENDING; from++) {
            Entry entry = endings.get(last.substring(from));
            if (entry != null) {
                return entry;
            }
        }
        return null;
    }

    /** "Type 405", "Größe M": says which, after the name. */
    private static boolean isKind(String word) {
        return KIND.contains(word) || Character.isDigit(word.charAt(0));
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : APART.split(SearchForm.of(name), -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}

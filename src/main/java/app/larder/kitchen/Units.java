package app.larder.kitchen;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of units and the words for them, read once from {@code kitchen/units.txt}. */
final class Units {

    static final Units ALL = new Units();

    private static final int MOST_WORDS = 4;

    private final Map<String, Unit> byKey = new HashMap<>();
    private final Map<String, Unit> byWord = new HashMap<>();
    private final Map<String, Unit> byExactWord = new HashMap<>();
    private final Map<String, Integer> longestFrom = new HashMap<>();

    private Units() {
        WordFile.sections("units.txt").forEach((key, lines) -> {
            Map<String, String> values = new HashMap<>();
            for (String line : lines) {
                int equals = line.indexOf('=');
                values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            }
            add(key, values);
        });
    }

    private void add(String key, Map<String, String> values) {
        List<String> english = WordFile.words(values.getOrDefault("en", ""));
        List<String> german = WordFile.words(values.getOrDefault("de", ""));
        Map<CupStandard, Quantity> sizes = new EnumMap<>(CupStandard.class);
        for (CupStandard standard : CupStandard.values()) {
            String size = values.getOrDefault(
                    "size." + standard.name().toLowerCase(Locale.ROOT), values.getOrDefault("size", ""));
            Quantity.parse(size).ifPresent(q -> sizes.put(standard, q));
        }
        Unit.Family family = Unit.Family.valueOf(values.getOrDefault("family", "any").toUpperCase(Locale.ROOT));
        Unit.Dimension dimension =
                Unit.Dimension.valueOf(values.getOrDefault("kind", "count").toUpperCase(Locale.ROOT));
        Unit unit = new Unit(key, dimension, sizes, family, display(english.isEmpty() ? german : english),
                display(german.isEmpty() ? english : german));
        byKey.put(key, unit);
        List<String> words = new ArrayList<>(english);
        words.addAll(german);
        words.addAll(WordFile.words(values.getOrDefault("more", "")));
        for (String word : words) {
            if (word.startsWith("\"")) {
                byExactWord.putIfAbsent(word.substring(1, word.length() - 1), unit);
            } else {
                addWord(word.toLowerCase(Locale.ROOT), unit);
            }
        }
    }

    private void addWord(String word, Unit unit) {
        byWord.putIfAbsent(word, unit);
        int space = word.indexOf(' ');
        if (space > 0) {
            int words = word.split(" ", -1).length;
            longestFrom.merge(word.substring(0, space), words, Math::max);
        }
    }

    /** The words for one and for more than one: the first two of the list. */
    private static List<String> display(List<String> words) {
        return List.of(words.getFirst(), words.size() > 1 ? words.get(1) : words.getFirst());
    }

    @Nullable Unit byKey(String key) {
        return byKey.get(key);
    }

    /** A unit the program itself needs. */
    Unit key(String key) {
        Unit unit = byKey.get(key);
        if (unit == null) {
            throw new IllegalStateException("units.txt has no " + key);
        }
        return unit;
    }

    /** The unit of one word as written, and the same word in lower case; null if it is none. */
    @Nullable Unit word(String asWritten, String lower) {
        Unit exact = byExactWord.get(asWritten);
        return exact != null ? exact : byWord.get(lower);
    }

    /** How many words the longest unit that begins with this word has; 1 where none has more. */
    int longestFrom(String lower) {
        return longestFrom.getOrDefault(lower, 1);
    }

    /** The unit of several lower-case words joined by single spaces; null if they are none. */
    @Nullable Unit phrase(String lower) {
        return byWord.get(lower);
    }

    @Nullable Unit find(String text) {
        String[] words = text.strip().replace(".", " ").strip().split("\\s+", -1);
        if (words.length == 0 || text.length() > 200) {
            return null;
        }
        for (int from = 0; from < words.length; from++) {
            if (words.length - from > MOST_WORDS) {
                continue;
            }
            String rest = String.join(" ", List.of(words).subList(from, words.length));
            Unit unit = word(rest, rest.toLowerCase(Locale.ROOT));
            if (unit != null) {
                return unit;
            }
        }
        String bare = Plurals.withoutBracket(words[words.length - 1]);
        return word(bare, bare.toLowerCase(Locale.ROOT));
    }
}

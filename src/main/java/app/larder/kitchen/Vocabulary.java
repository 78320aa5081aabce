package app.larder.kitchen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of ingredient lines by what they do there, read once from {@code words.txt} and {@code numbers.txt}. */
final class Vocabulary {

    static final int ABOUT = 1;
    static final int ARTICLE = 1 << 1;
    static final int SIZE = 1 << 2;
    static final int MEASURE = 1 << 3;
    static final int ADJECTIVE = 1 << 4;
    static final int PREPARATION = 1 << 5;
    static final int MANNER = 1 << 6;
    static final int GROUND = 1 << 7;
    static final int END = 1 << 8;
    static final int VAGUE = 1 << 9;
    static final int OF = 1 << 10;
    static final int AND = 1 << 11;
    static final int OR = 1 << 12;
    static final int RANGE_TO = 1 << 13;
    static final int TIMES = 1 << 14;
    static final int OPTIONAL = 1 << 15;
    static final int PART = 1 << 16;
    static final int PART_OF = 1 << 17;
    static final int PREPARATION_AFTER = 1 << 18;
    static final int LINK = 1 << 19;
    static final int BUT = 1 << 20;
    static final int REMARK = 1 << 21;
    static final int NAME = 1 << 22;
    static final int TIN_NAME = 1 << 23;
    static final int OVEN = 1 << 24;
    static final int HEADING = 1 << 25;
    static final int PREPARATION_IN_RUN = 1 << 26;
    static final int LOST = 1 << 27;
    static final int LOSING = 1 << 28;
    static final int TAKEN_FROM = 1 << 29;
    static final int EACH = 1 << 30;
    static final int THE = 1 << 31;

    private static final String[] HEADINGS = {
        "about", "article", "size", "measure", "adjective", "preparation", "manner", "ground", "end", "vague", "of",
        "and", "or", "rangeto", "times", "optional", "part", "partof", "preparation after the name", "link", "but", "remark",
        "name", "name of tins", "oven", "heading", "preparation in a run", "lost", "losing", "taken from", "each", "the"
    };
    private static final String[] GERMAN_ENDINGS = {"", "e", "er", "es", "en", "em"};

    static final Vocabulary WORDS = new Vocabulary();

    private final Map<String, Integer> uses = new HashMap<>();
    private final Map<String, List<Phrase>> phrases = new HashMap<>();
    private final Map<String, Quantity> numbers = new HashMap<>();
    private final Set<String> trailingUnits;

    /** Several words with one meaning; {@code use} is one of the constants, or 0 and {@code number} says how many. */
    record Phrase(List<String> words, int use, Quantity number) {}

    private Vocabulary() {
        Map<String, List<String>> sections = WordFile.sections("words.txt");
        for (int i = 0; i < HEADINGS.length; i++) {
            for (String word : WordFile.words(sections, HEADINGS[i])) {
                addUse(word, 1 << i);
            }
        }
        trailingUnits = new HashSet<>(WordFile.words(sections, "trailing unit"));
        WordFile.sections("numbers.txt").forEach((heading, lines) -> {
            Quantity amount = Quantity.parse(heading).orElseThrow();
            for (String line : lines) {
                for (String word : WordFile.words(line)) {
                    String lower = word.toLowerCase(Locale.ROOT);
                    if (lower.indexOf(' ') > 0) {
                        addPhrase(lower, 0, amount);
                    } else {
                        numbers.putIfAbsent(lower, amount);
                    }
                }
            }
        });
        phrases.values().forEach(list -> list.sort((a, b) -> b.words.size() - a.words.size()));
    }

    private void addUse(String word, int use) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.indexOf(' ') > 0) {
            addPhrase(lower, use, Quantity.ZERO);
        } else if (lower.endsWith("~")) {
            for (String ending : GERMAN_ENDINGS) {
                uses.merge(lower.substring(0, lower.length() - 1) + ending, use, (a, b) -> a | b);
            }
        } else {
            uses.merge(lower, use, (a, b) -> a | b);
        }
    }

    private void addPhrase(String lower, int use, Quantity number) {
        String[] words = lower.split(" ", -1);
        phrases.computeIfAbsent(words[0], k -> new ArrayList<>()).add(new Phrase(List.of(words), use, number));
    }

    /** What a lower-case word can do, as bits of the constants. */
    int uses(String lower) {
        return uses.getOrDefault(lower, 0);
    }

    /** The phrases that begin with a lower-case word, longest first. */
    List<Phrase> phrases(String lower) {
        return phrases.getOrDefault(lower, List.of());
    }

    /** The number a lower-case word says; null if it is none. */
    @org.jspecify.annotations.Nullable Quantity number(String lower) {
        return numbers.get(lower);
    }

    /** Whether the unit may stand after the thing it counts: any ("2 garlic cloves") or just this one ("celery sticks"). */
    boolean mayTrail(Unit unit, String thing) {
        return trailingUnits.contains(unit.key()) || trailingUnits.contains(thing + " " + unit.key());
    }
}

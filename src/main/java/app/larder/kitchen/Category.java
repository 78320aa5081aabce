package app.larder.kitchen;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The shelves of the pantry, in the order they are shown. The words for each stand in {@code kitchen/categories.txt}. */
public enum Category {
    VEGETABLES,
    FRUIT,
    DAIRY_EGGS,
    MEAT_FISH,
    GRAINS_BAKING,
    TINS_JARS,
    SPICES,
    OILS_SAUCES,
    FROZEN,
    DRINKS,
    SWEETS_SNACKS,
    OTHER;

    private static final int MOST_WORDS = 4;
    private static final int SHORTEST_ENDING = 4;
    private static final int LONGEST_NAME = 300;
    private static final Set<String> SPOONS = Set.of("tsp", "tbsp", "dsp");

    /** The shelf a thing most likely stands on; {@link #OTHER} if nothing says. The unit may be empty. */
    public static Category guess(String name, String unit) {
        String folded = SearchForm.of(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
        String[] words = folded.split("[^\\p{L}\\p{N}'-]+", -1);
        for (String word : words) {
            if (Words.SHELVES.frozen.contains(word) || word.startsWith("tk-")) {
                return FROZEN;
            }
        }
        Optional<Unit> known = Unit.of(unit);
        if (known.isPresent() && (known.get().key().equals("tin") || known.get().key().equals("can"))) {
            return TINS_JARS;
        }
        if (known.isPresent() && isSpoonful(known.get()) && Words.SHELVES.spices.contains(folded.strip())) {
            return SPICES;
        }
        Category found = longestPhrase(words);
        if (found == null) {
            found = longestEnding(words);
        }
        return found == null ? OTHER : found;
    }

    private static boolean isSpoonful(Unit unit) {
        return unit.dimension() == Unit.Dimension.PINCH || SPOONS.contains(unit.key());
    }

    /** The shelf with this key, as {@link #name()} gives it; empty for a person's own words. */
    public static Optional<Category> ofKey(String key) {
        for (Category category : values()) {
            if (category.name().equals(key.strip().toUpperCase(Locale.ROOT))) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }

    private static @Nullable Category longestPhrase(String[] words) {
        for (int length = Math.min(MOST_WORDS, words.length); length > 0; length--) {
            for (int from = words.length - length; from >= 0; from--) {
                String phrase = String.join(" ", List.of(words).subList(from, from + length));
                Category category = Words.SHELVES.shelves.get(phrase);
                if (category != null) {
                    return category;
                }
            }
        }
        return null;
    }

    private static @Nullable Category longestEnding(String[] words) {
        for (int i = words.length - 1; i >= 0; i--) {
            for (int from = 1; from <= words[i].length() - SHORTEST_ENDING; from++) {
                Category category = Words.SHELVES.shelves.get(words[i].substring(from));
                if (category != null) {
                    return category;
                }
            }
        }
        return null;
    }

    /** The word list, read when the first guess is made. */
    private static final class Words {

        static final Words SHELVES = new Words();

        private final Map<String, Category> shelves = new HashMap<>();
        private final Set<String> frozen = new HashSet<>();
        private final Set<String> spices = new HashSet<>();

        private Words() {
            WordFile.sections("categories.txt").forEach((key, lines) -> {
                Category category = Category.valueOf(key);
                for (String line : lines) {
                    for (String word : WordFile.words(line)) {
                        for (String variant : Names.variants(word)) {
                            shelves.putIfAbsent(variant, category);
                            if (category == SPICES) {
                                spices.add(variant);
                            }
                        }
                        if (category == FROZEN && word.indexOf(' ') < 0) {
                            frozen.add(SearchForm.of(word));
                        }
                    }
                }
            });
        }
    }
}

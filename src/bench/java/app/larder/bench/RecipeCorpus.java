package app.larder.bench;

import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDetails;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Made-up recipes, the same for the same seed, one a number, written down one after the other. Shaped as real ones
 * measured: 11 ingredients in the median, 21 at the 95th percentile; 1.8 kB of text.
 */
final class RecipeCorpus {

    private static final Instant FIRST = Instant.parse("2016-01-01T08:00:00Z");
    private static final String[] UNITS = {"g", "ml", "cup", "tbsp", "tsp", "", "EL", "TL", "kg", "Prise"};
    private static final double MEDIAN_INGREDIENTS = 11;
    private static final double SPREAD_INGREDIENTS = 0.393;
    private static final double MEDIAN_TEXT = 1_530;
    private static final double SPREAD_TEXT = 0.45;
    private static final int BATCH = 1_000;

    private final long seed;
    private final CorpusWords words;

    RecipeCorpus(long seed) {
        this.seed = seed;
        this.words = new CorpusWords(seed);
    }

    /** The recipe of a number; a greater number is a newer recipe. */
    Recipe recipe(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        Instant created = FIRST.plusSeconds(number * 2_400L + random.nextInt(2_000));
        return new Recipe(
                id(created, random),
                name(random),
                random.nextInt(5) == 0 ? null : sentences(random, 60 + random.nextInt(180)),
                ingredients(random),
                random.nextInt(10) == 0 ? null : 5 * (1 + random.nextInt(24)),
                sentences(random, (int) (MEDIAN_TEXT * Math.exp(SPREAD_TEXT * random.nextGaussian()))),
                source(random),
                created,
                details(random));
    }

    /** The recipes of the numbers below {@code count}, in batches, oldest first. */
    void each(int count, Consumer<List<Recipe>> batch) {
        List<Recipe> recipes = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            recipes.add(recipe(number));
            if (recipes.size() == BATCH || number == count - 1) {
                batch.accept(List.copyOf(recipes));
                recipes.clear();
            }
        }
    }

    /** Some ingredient of the corpus, a common one more likely than a rare one. */
    String food(Random random) {
        return words.food(random);
    }

    private static UUID id(Instant created, Random random) {
        long high = created.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, random.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
    }

    private String name(Random random) {
        String food = capital(words.food(random));
        return switch (random.nextInt(4)) {
            case 0 -> food + " and " + words.food(random) + " " + words.dish(random);
            case 1 -> food + "-" + words.dish(random) + " mit " + capital(words.food(random));
            case 2 -> capital(words.word(random)) + " " + food + " " + words.dish(random);
            default -> capital(words.word(random)) + " " + words.word(random) + " " + words.dish(random);
        };
    }

    private List<Ingredient> ingredients(Random random) {
        int count = (int) Math.max(1, Math.round(MEDIAN_INGREDIENTS * Math.exp(SPREAD_INGREDIENTS * random.nextGaussian())));
        Set<String> foods = new LinkedHashSet<>();
        while (foods.size() < Math.min(count, 60)) {
            foods.add(words.food(random));
        }
        List<Ingredient> lines = new ArrayList<>();
        for (String food : foods) {
            String shown = random.nextInt(3) == 0 ? capital(food) : food;
            String quantity = Integer.toString(1 + random.nextInt(500));
            String unit = UNITS[random.nextInt(UNITS.length)];
            String note = random.nextInt(4) == 0 ? words.word(random) : null;
            String text = (quantity + " " + unit).strip() + " " + shown + (note == null ? "" : ", " + note);
            lines.add(new Ingredient(
                    shown, quantity, unit, Integer.toString(lines.size()), text, note, null, null, false, java.util.Map.of()));
        }
        return lines;
    }

    private String sentences(Random random, int length) {
        StringBuilder text = new StringBuilder(length + 40);
        while (text.length() < length) {
            int count = 6 + random.nextInt(12);
            for (int i = 0; i < count; i++) {
                String word = random.nextInt(6) == 0 ? words.food(random) : words.word(random);
                text.append(i == 0 ? capital(word) : word).append(i == count - 1 ? "." : " ");
            }
            text.append(random.nextInt(3) == 0 ? "\n" : " ");
        }
        return text.toString().strip();
    }

    private @Nullable String source(Random random) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> "https://www." + words.word(new Random(random.nextInt(300))).toLowerCase(java.util.Locale.ROOT)
                    + ".example/" + random.nextInt(100_000);
            case 2 -> capital(words.word(random)) + " " + words.word(random) + ", p. " + (1 + random.nextInt(300));
            default -> null;
        };
    }

    private RecipeDetails details(Random random) {
        return new RecipeDetails(
                1 + random.nextInt(8),
                null,
                random.nextBoolean() ? 5 * (1 + random.nextInt(18)) : null,
                null,
                random.nextBoolean() ? List.of(words.dish(random)) : List.of(),
                random.nextInt(10) == 0 ? sentences(random, 80) : null,
                null);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }
}

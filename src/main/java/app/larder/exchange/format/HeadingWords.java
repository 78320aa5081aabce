package app.larder.exchange.format;

import app.larder.kitchen.SearchForm;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Knows the words that head the parts of a recipe, in some twenty languages ({@code exchange/heading-words.properties}). */
final class HeadingWords {

    private static final int LONGEST_NOISE = 30;

    private final List<String> ingredients;
    private final List<String> method;
    private final List<String> end;
    private final List<String> prep;
    private final List<String> cook;
    private final List<String> total;
    private final List<String> servings;
    private final List<String> noise;

    private HeadingWords(Properties words) {
        ingredients = list(words, "ingredients");
        method = list(words, "method");
        end = list(words, "end");
        prep = list(words, "prep");
        cook = list(words, "cook");
        total = list(words, "total");
        servings = list(words, "servings");
        noise = list(words, "noise");
    }

    static HeadingWords load() {
        Properties words = new Properties();
        try (InputStream in = Objects.requireNonNull(
                        HeadingWords.class.getResourceAsStream("/exchange/heading-words.properties"));
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new HeadingWords(words);
    }

    boolean headsIngredients(String text) {
        return rest(ingredients, text) != null;
    }

    boolean headsMethod(String text) {
        return rest(method, text) != null;
    }

    boolean headsOther(String text) {
        return rest(end, text) != null;
    }

    /** What follows "preparation time" in a line; null if the line does not begin so. */
    @Nullable String afterPrep(String text) {
        return rest(prep, text);
    }

    @Nullable String afterCook(String text) {
        return rest(cook, text);
    }

    @Nullable String afterTotal(String text) {
        return rest(total, text);
    }

    @Nullable String afterServings(String text) {
        return rest(servings, text);
    }

    /** Whether a line is what pages print between the lines of a recipe: a notice of an advertisement. */
    boolean isNoise(String text) {
        return text.length() <= LONGEST_NOISE && noise.contains(folded(text));
    }

    private static @Nullable String rest(List<String> words, String text) {
        if (text.length() > 120) {
            return null;
        }
        String folded = folded(text).replaceFirst("^[^\\p{L}\\p{N}]+", "");
        for (String word : words) {
            if (folded.startsWith(word)
                    && (folded.length() == word.length() || !Character.isLetter(folded.charAt(word.length())) || isHan(word))) {
                return folded.substring(word.length()).replaceFirst("^[\\s:.\\-–—|]+", "");
            }
        }
        return null;
    }

    /** The search form, with the letters it leaves that keyboards elsewhere lack written plainly. */
    private static String folded(String text) {
        return SearchForm.of(text)
                .replace('’', '\'')
                .replace('ł', 'l')
                .replace('ø', 'o')
                .replace('ı', 'i')
                .replace("æ", "ae")
                .replace("ß", "ss");
    }

    private static boolean isHan(String word) {
        return Character.isIdeographic(word.codePointAt(0));
    }

    private static List<String> list(Properties words, String key) {
        return Arrays.stream(words.getProperty(key).split("\\|"))
                .map(HeadingWords::folded)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .distinct()
                .toList();
    }
}

package app.larder.store;

import app.larder.kitchen.SearchForm;
import app.larder.recipes.Ingredient;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a recipe is sorted and found by, made from its texts. The same rules stand in SQL in
 * {@code postgresql/R__search.sql}, for rows that other programs write; a test holds the two equal.
 */
final class SearchKeys {

    /** How much of a text takes part in sorting, in characters. */
    static final int KEY_LENGTH = 100;

    /** How much of a text is looked at for that: enough even if most of it is blanks and marks. */
    private static final int KEY_SOURCE_LENGTH = 1000;

    private static final Pattern BLANKS = Pattern.compile("[\\t\\n\\x0B\\f\\r ]+");

    private SearchKeys() {}

    /** The search form on one line, without blanks around it. */
    static String form(String text) {
        String line = BLANKS.matcher(SearchForm.of(text)).replaceAll(" ");
        int from = line.startsWith(" ") ? 1 : 0;
        return line.substring(from, line.endsWith(" ") ? Math.max(from, line.length() - 1) : line.length());
    }

    /** What a text sorts by: the beginning of its search form; null for no text. */
    static @Nullable String key(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String form = left(form(left(text, KEY_SOURCE_LENGTH)), KEY_LENGTH);
        return form.isEmpty() ? null : form;
    }

    private static String left(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters));
    }

    /** The distinct names of ingredients: search form to the name as first written, in order. */
    static Map<String, String> ingredientNames(List<Ingredient> ingredients) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Ingredient ingredient : ingredients) {
            String form = form(ingredient.name());
            String shown = ingredient.name();
            if (form.isEmpty() && ingredient.text() != null) {
                shown = ingredient.text();
                form = form(shown);
            }
            if (!form.isEmpty()) {
                names.putIfAbsent(form, shown);
            }
        }
        return names;
    }

    /** The number a person's ingredient name goes by: the first 8 bytes of the SHA-256 of their id and its form. */
    static long termId(UUID userId, String form) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((userId + form).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

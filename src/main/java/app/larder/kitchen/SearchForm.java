package app.larder.kitchen;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form text is stored and compared in for search: compatibility decomposition (NFKD), lower case, combining marks
 * removed. The same rule stands in SQL (migration {@code postgresql/R__search.sql}); a test holds the two equal.
 */
public final class SearchForm {

    private SearchForm() {}

    /** The search form of a text; never null, may be empty. */
    public static String of(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); ) {
            int c = decomposed.codePointAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                // By way of upper case, so that both small sigmas are one letter.
                folded.appendCodePoint(Character.toLowerCase(Character.toUpperCase(c)));
            }
            i += Character.charCount(c);
        }
        return folded.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}

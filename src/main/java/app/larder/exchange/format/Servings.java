package app.larder.exchange.format;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how many people a recipe feeds out of a yield's words. */
final class Servings {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.,/])\\d{1,4}(?![\\d/]|[.,]\\d)");

    private static final Pattern PORTIONS = Pattern.compile(
            "(\\d{1,4})(?:\\s*(?:-|–|to|bis)\\s*\\d{1,4})?\\s*(?:servings?|serves|portion(?:s|en)?|people|persons?|personen|personnes|personas"
                    + "|persone|pers|porties|porzioni|porciones|slices|pieces|scheiben|stücke?|stuks|tranches|parts?)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private Servings() {}

    /**
     * The portions some yields name. Sites often give the number alone and with words ("12", "12 muffins"): the longest
     * is kept as words. The number before a word for portions is the servings ("1 loaf, 10 slices"), else the first one.
     */
    static Draft.Portions of(List<String> yields) {
        String words = yields.stream()
                .map(CleanText::line)
                .filter(s -> !s.isEmpty())
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
        if (words == null) {
            return Draft.Portions.NONE;
        }
        Matcher portions = PORTIONS.matcher(words);
        Matcher number = NUMBER.matcher(words);
        Integer servings = portions.find() ? Integer.valueOf(portions.group(1)) : number.find() ? Integer.valueOf(number.group()) : null;
        boolean bare = words.equals(String.valueOf(servings));
        return new Draft.Portions(servings == null || servings == 0 ? null : servings, bare ? null : words);
    }
}

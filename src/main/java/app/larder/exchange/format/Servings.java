package app.larder.exchange.format;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how many people a recipe feeds out of a yield's words. */
final class Servings {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.,/])\\d{1,4}(?![\\d/]|[.,]\\d)");

    private Servings() {}

    /**
     * The portions some yields name. Sites often give the number alone and with words ("12", "12 muffins"): the longest
     * is kept as words, its first whole number is the servings.
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
        Matcher number = NUMBER.matcher(words);
        Integer servings = number.find() ? Integer.valueOf(number.group()) : null;
        boolean bare = servings != null && words.equals(number.group());
        return new Draft.Portions(servings == null || servings == 0 ? null : servings, bare ? null : words);
    }
}

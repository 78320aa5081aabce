package app.larder.kitchen;

import org.jspecify.annotations.Nullable;

/** Words written with their plural in brackets, as German recipe sites do: "Zwiebel(n)". */
final class Plurals {

    private Plurals() {}

    /** Whether these letters make a plural in English or German. */
    static boolean isEnding(String letters) {
        return switch (letters) {
            case "n", "s", "e", "en", "er", "es", "r" -> true;
            default -> false;
        };
    }

    /** A word without the ending that stands in brackets or behind a stroke: "Dose(n)" and "Dose/n" are "Dose". */
    static String withoutBracket(String word) {
        int end = word.length();
        if (end > 3 && word.charAt(end - 1) == ')') {
            int open = word.lastIndexOf('(');
            return open > 0 && isEnding(word.substring(open + 1, end - 1)) ? word.substring(0, open) : word;
        }
        int stroke = word.lastIndexOf('/');
        boolean ending = stroke > 1 && isEnding(word.substring(stroke + 1));
        return ending ? word.substring(0, stroke) : word;
    }

    /** The name with each such ending settled by the amount: "1 Zwiebel(n)" is "Zwiebel", "2 Zwiebel/n" is "Zwiebeln". */
    static String resolve(String name, @Nullable Quantity quantity) {
        if (name.indexOf('(') < 0 && name.indexOf('/') < 0) {
            return name;
        }
        boolean many = quantity != null && quantity.compareTo(Quantity.ONE) > 0;
        StringBuilder resolved = new StringBuilder(name.length());
        int at = 0;
        while (at < name.length()) {
            int end = name.indexOf(' ', at);
            end = end < 0 ? name.length() : end;
            String word = name.substring(at, end);
            String bare = withoutBracket(word);
            resolved.append(bare);
            if (many && bare.length() < word.length()) {
                resolved.append(word, bare.length() + 1, word.endsWith(")") ? word.length() - 1 : word.length());
            }
            if (end < name.length()) {
                resolved.append(' ');
            }
            at = end + 1;
        }
        return resolved.toString();
    }
}

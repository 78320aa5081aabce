package app.larder.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The yardstick: amount, unit and name by one regular expression, as a simple program reads a line. */
final class PatternParser {

    private static final Pattern LINE = Pattern.compile(
            "\\s*((?:\\d+\\s+)?\\d+/\\d+|\\d+(?:[.,]\\d+)?|[½¼¾⅓⅔⅛])?(?:\\s*[-–]\\s*(\\d+(?:[.,]\\d+)?))?\\s*"
                    + "(?:(cups?|tbsp|tsp|tablespoons?|teaspoons?|g|kg|ml|l|oz|ounces?|lbs?|pounds?|pinch(?:es)?|cloves?|cans?|tins?"
                    + "|EL|TL|Prise|Bund|Dosen?|Pck)\\b\\.?)?\\s*(?:of\\s+)?([^,(]*)(.*)",
            Pattern.CASE_INSENSITIVE);

    private PatternParser() {}

    record Parsed(String quantity, String quantityMax, String unit, String name, String note) {}

    static Parsed parse(String line) {
        Matcher found = LINE.matcher(line);
        return found.matches()
                ? new Parsed(text(found, 1), text(found, 2), text(found, 3), text(found, 4).strip(), text(found, 5).strip())
                : new Parsed("", "", "", line, "");
    }

    private static String text(Matcher found, int group) {
        String text = found.group(group);
        return text == null ? "" : text;
    }
}

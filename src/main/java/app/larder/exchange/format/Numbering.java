package app.larder.exchange.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes off the numbers people and sites write before steps; a list of steps counts by itself. */
final class Numbering {

    private static final String WORD =
            "(?:step|schritt|etape|étape|stap|paso|passo|krok|trin|trinn|steg|adım|vaihe|βήμα|βημα|шаг|крок|第|步骤)";
    private static final Pattern ALONE =
            Pattern.compile(WORD + "?\\s*[(\\[]?\\d{1,2}\\s*[.):/\\]]?\\s*(?:步)?[:：]?", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LEADING = Pattern.compile(
            "^(?:" + WORD + "\\s*(\\d{1,2})\\s*(?:[.):–—-]\\s*|\\s|(?=\\p{L}))\\s*|(\\d{1,2})\\s*(?:[)、．]\\s*|[.:](?!\\d)\\s*|(?-i:(?=\\p{Lu}\\p{Ll}))))(?=\\P{M})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern INSIDE = Pattern.compile("(?:^|(?<=[\\s。.!?！？]))(\\d{1,2})\\s*(?:[)、．]|[.:](?!\\d))\\s*(?=[\\p{L}<])");

    private Numbering() {}

    /** Whether a text is only a number: "3", "Step 3", "3.". */
    static boolean isAlone(String text) {
        return text.length() < 20 && ALONE.matcher(text).matches();
    }

    /** Steps without lines that are only a number, and without their numbers if these count up from one. */
    static List<String> removed(List<String> given) {
        if (given.isEmpty()) {
            return given;
        }
        List<String> parts = split(String.join("\n", given));
        boolean hidden = given.size() == 1 ? parts.size() > 1 : parts.size() > 2 * given.size();
        List<String> steps = hidden ? parts.stream().map(CleanText::blanks).toList() : given;
        List<String> kept = steps.stream().filter(s -> !isAlone(s)).toList();
        int expected = 1;
        for (String step : kept) {
            if (number(step) == expected) {
                expected++;
            }
        }
        if (expected < 3 || expected - 1 < kept.size() / 2) {
            return kept;
        }
        List<String> bare = new ArrayList<>();
        int next = 1;
        for (String step : kept) {
            boolean counted = number(step) == next;
            next += counted ? 1 : 0;
            bare.add(counted ? LEADING.matcher(step).replaceFirst("") : step);
        }
        return bare;
    }

    /** A text that counts "1. ... 2. ... 3. ..." made into its parts; any other text alone. */
    private static List<String> split(String text) {
        List<Integer> starts = new ArrayList<>();
        Matcher number = INSIDE.matcher(text);
        while (number.find()) {
            if (Integer.parseInt(number.group(1)) == starts.size() + 1) {
                starts.add(number.start());
            }
        }
        if (starts.size() < 2) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        String before = text.substring(0, starts.getFirst()).strip();
        if (!before.isEmpty()) {
            parts.add(before);
        }
        for (int i = 0; i < starts.size(); i++) {
            parts.add(text.substring(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : text.length()).strip());
        }
        return parts;
    }

    private static int number(String step) {
        Matcher leading = LEADING.matcher(step);
        if (!leading.lookingAt()) {
            return -1;
        }
        return Integer.parseInt(leading.group(1) != null ? leading.group(1) : leading.group(2));
    }
}

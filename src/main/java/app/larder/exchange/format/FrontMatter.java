package app.larder.exchange.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the YAML people write between two lines of dashes at the start of a recipe: texts, lists, one level of nesting. */
final class FrontMatter {

    private static final Pattern FIELD = Pattern.compile("(\\s*)([^:#\\[\\]{}\"'-][^:]*?)\\s*:(?:\\s+(.*?)|)\\s*");
    private static final Pattern ITEM = Pattern.compile("\\s*-\\s+(.*?)\\s*");

    private FrontMatter() {}

    /** Puts the fields into {@code metadata}, keys in lower case, an inner one behind its outer one and a dot; the line after. */
    static int read(List<String> lines, Map<String, String> metadata) {
        int from = 0;
        while (from < lines.size() && lines.get(from).isBlank()) {
            from++;
        }
        if (from >= lines.size() || !isFence(lines.get(from))) {
            return 0;
        }
        int end = from + 1;
        while (end < lines.size() && !isFence(lines.get(end))) {
            end++;
        }
        if (end == lines.size()) {
            return 0;
        }
        String outer = "";
        for (String line : lines.subList(from + 1, end)) {
            Matcher item = ITEM.matcher(line);
            Matcher field = FIELD.matcher(line);
            if (item.matches()) {
                metadata.merge(outer, bare(item.group(1)), (old, more) -> old.isEmpty() ? more : old + ", " + more);
            } else if (field.matches()) {
                boolean inner = !field.group(1).isEmpty() && !outer.isEmpty();
                String key = field.group(2).toLowerCase(Locale.ROOT).strip();
                String whole = inner ? outer + "." + key : key;
                outer = inner ? outer : key;
                metadata.put(whole, field.group(3) == null ? "" : list(field.group(3)));
            } else if (!line.isBlank() && line.startsWith(" ") && !outer.isEmpty()) {
                metadata.merge(outer, line.strip(), (old, more) -> old.isEmpty() || old.equals("|") || old.equals(">") ? more : old + "\n" + more);
            }
        }
        metadata.values().removeIf(String::isBlank);
        return end + 1;
    }

    private static boolean isFence(String line) {
        return line.strip().equals("---");
    }

    private static String list(String value) {
        if (value.startsWith("[") && value.endsWith("]")) {
            return String.join(", ", List.of(value.substring(1, value.length() - 1).split(",", -1)).stream()
                    .map(each -> bare(each.strip()))
                    .toList());
        }
        return bare(value);
    }

    private static String bare(String value) {
        boolean quoted = value.length() > 1
                && ((value.startsWith("\"") && value.endsWith("\"")) || (value.startsWith("'") && value.endsWith("'")));
        if (!quoted) {
            return value;
        }
        String inner = value.substring(1, value.length() - 1);
        return value.startsWith("\"") ? inner.replace("\\\"", "\"").replace("\\n", "\n").replace("\\\\", "\\") : inner.replace("''", "'");
    }
}

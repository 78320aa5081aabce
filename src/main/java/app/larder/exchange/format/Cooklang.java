package app.larder.exchange.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A recipe in Cooklang (cooklang.org/docs/spec), taken apart: text whose ingredients, cookware and timers are marked.
 *
 * @param metadata of the front matter and of old {@code >> key: value} lines, keys in lower case, lists joined by commas
 * @param sections the steps, under their headings
 * @param notes lines that begin with {@code >}
 */
record Cooklang(Map<String, String> metadata, List<Section> sections, List<String> notes) {

    private static final Pattern OLD_METADATA = Pattern.compile(">>\\s*([^:]+?)\\s*:\\s*(.*?)\\s*");
    private static final Pattern SECTION = Pattern.compile("=+\\s*(.*?)\\s*=*");
    private static final Pattern BLOCK_COMMENT = Pattern.compile("(?s)\\[-.*?-\\]");
    private static final Pattern LINE_COMMENT = Pattern.compile("(?:^|(?<=\\s))--.*");

    /** A heading and the steps below it; {@code name} is null before the first heading. */
    record Section(@Nullable String name, List<List<Item>> steps) {}

    /** A piece of a step. */
    sealed interface Item {

        /** What it reads like within the step. */
        String words();
    }

    /** Plain text. */
    record Text(String words) implements Item {}

    /** Something needed; quantity and unit may be empty. */
    record Needed(String name, String quantity, String unit, @Nullable String note, boolean optional) implements Item {
        @Override
        public String words() {
            return name;
        }
    }

    /** Something to cook with. */
    record Cookware(String name, String quantity) implements Item {
        @Override
        public String words() {
            return name;
        }
    }

    /** A time to wait; the name may be empty, so may the amount. */
    record Timer(String name, String quantity, String unit) implements Item {
        @Override
        public String words() {
            return quantity.isEmpty() ? name : (quantity + " " + unit).strip();
        }
    }

    static Cooklang of(String text) {
        Map<String, String> metadata = new LinkedHashMap<>();
        List<String> lines = text.lines().toList();
        int from = FrontMatter.read(lines, metadata);
        String body = BLOCK_COMMENT.matcher(String.join("\n", lines.subList(from, lines.size()))).replaceAll("");
        List<Section> sections = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<String> paragraph = new ArrayList<>();
        sections.add(new Section(null, new ArrayList<>()));
        for (String raw : (body + "\n\n").split("\n", -1)) {
            String line = LINE_COMMENT.matcher(raw).replaceFirst("").strip();
            Matcher old = OLD_METADATA.matcher(line);
            boolean special = old.matches() || line.startsWith("=") || line.startsWith(">");
            if (line.isEmpty() && !raw.isBlank()) {
                continue;
            }
            if ((line.isEmpty() || special) && !paragraph.isEmpty()) {
                sections.getLast().steps().add(CooklangStep.items(String.join(" ", paragraph)));
                paragraph.clear();
            }
            if (old.matches()) {
                metadata.put(old.group(1).toLowerCase(Locale.ROOT), old.group(2));
            } else if (line.startsWith(">")) {
                notes.add(line.substring(1).strip());
            } else if (line.startsWith("=")) {
                Matcher heading = SECTION.matcher(line);
                sections.add(new Section(heading.matches() && !heading.group(1).isEmpty() ? heading.group(1) : null, new ArrayList<>()));
            } else if (!line.isEmpty()) {
                paragraph.add(line);
            }
        }
        return new Cooklang(metadata, sections, notes);
    }
}

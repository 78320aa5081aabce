package app.larder.exchange.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code recipeInstructions}: steps, sections, lists, plain text, and lists of any of them. */
final class Steps {

    private static final int DEEPEST = 20;

    private final Nodes nodes;
    private final HeadingWords words;
    private final List<String> steps = new ArrayList<>();

    Steps(Nodes nodes, HeadingWords words) {
        this.nodes = nodes;
        this.words = words;
    }

    List<String> read(@Nullable JsonNode value) {
        if (value != null) {
            add(value, 0);
        }
        List<String> plain = Numbering.removed(steps);
        return plain.size() > 1 && plain.getFirst().endsWith(":") && words.headsMethod(plain.getFirst()) && plain.getFirst().length() < 40
                ? plain.subList(1, plain.size())
                : plain;
    }

    private void add(JsonNode given, int depth) {
        JsonNode node = nodes.resolved(given);
        if (depth > DEEPEST || !nodes.affords(node)) {
            return;
        }
        if (node.isArray()) {
            inOrder(node).forEach(each -> add(each, depth + 1));
        } else if (node.isObject()) {
            addObject(node, depth);
        } else {
            String text = Nodes.text(node);
            if (text != null) {
                steps.addAll(CleanText.lines(text));
            }
        }
    }

    private void addObject(JsonNode node, int depth) {
        JsonNode inner = Nodes.first(node, "itemListElement", "steps", "step", "item");
        String name = text(node, "name", "Name", "headline");
        if (inner != null && (inner.isContainer() || Nodes.is(node, "ListItem"))) {
            if (name != null && !Nodes.is(node, "ItemList")) {
                steps.add(name);
            }
            int before = steps.size();
            add(inner, depth + 1);
            if (steps.size() > before) {
                return;
            }
        }
        JsonNode words = Nodes.first(node, "text", "Text", "description", "@value", "itemListElement");
        List<String> lines = new ArrayList<>();
        for (JsonNode each : Nodes.each(words)) {
            if (!nodes.affords(each)) {
                return;
            }
            String text = Nodes.text(each.isObject() ? Nodes.first(each, "text", "name") : each);
            if (text != null) {
                lines.addAll(CleanText.lines(text));
            }
        }
        if (lines.isEmpty()) {
            if (name != null && !name.equals(steps.isEmpty() ? null : steps.getLast())) {
                steps.add(name);
            }
            return;
        }
        if (name != null && !Numbering.isAlone(name) && !repeats(name, String.join(" ", lines))) {
            lines.set(0, name + (Character.isLetterOrDigit(name.charAt(name.length() - 1)) ? ": " : " ") + lines.getFirst());
        }
        steps.addAll(lines);
    }

    /** Whether a step's name only repeats the start of its text, as a site's software fills it in, maybe cut short. */
    private static boolean repeats(String name, String text) {
        return letters(text).startsWith(letters(name));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static @Nullable String text(JsonNode node, String... names) {
        String text = Nodes.text(Nodes.first(node, names));
        String clean = text == null ? "" : CleanText.line(text);
        return clean.isEmpty() ? null : clean;
    }

    private static List<JsonNode> inOrder(JsonNode array) {
        List<JsonNode> items = new ArrayList<>(array.values());
        if (!items.isEmpty() && items.stream().allMatch(i -> i.isObject() && position(i) >= 0)) {
            items.sort(Comparator.comparingDouble(Steps::position));
        }
        return items;
    }

    private static double position(JsonNode item) {
        String text = Nodes.text(item.get("position"));
        return text != null && text.matches("\\d{1,6}(\\.\\d{1,6})?") ? Double.parseDouble(text) : -1;
    }
}

package app.larder.exchange.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Collects ingredient lines from the shapes they come in; a line that is a heading names the section of those below. */
final class IngredientLines {

    private static final Pattern MARKED_HEADING = Pattern.compile("#{1,6}\\s+(.+)|\\[([^\\[\\]]+)\\]");
    private static final Pattern BULLET = Pattern.compile("^(?:[•▢☐□▪●◦‣·*]|[-–—](?=\\s))\\s*");

    private final List<Draft.Line> lines = new ArrayList<>();
    private @Nullable String section;

    /** Adds a schema.org value: a text, an object, a list of them. */
    IngredientLines addAll(@Nullable JsonNode value) {
        List<JsonNode> all = Nodes.each(value);
        for (JsonNode each : all) {
            String text = Nodes.text(each);
            if (each.isObject()) {
                addObject(each);
            } else if (text != null && all.size() == 1) {
                CleanText.lines(text).forEach(this::add);
            } else if (text != null) {
                add(CleanText.line(text));
            }
        }
        return this;
    }

    private void addObject(JsonNode object) {
        JsonNode inner = Nodes.first(object, "itemListElement", "recipeIngredient", "ingredients");
        if (inner != null) {
            String heading = Nodes.text(Nodes.first(object, "name"));
            if (heading != null) {
                section = CleanText.line(heading);
            }
            addAll(inner);
            return;
        }
        JsonNode item = Nodes.first(object, "item");
        if (item != null && item.isObject()) {
            addObject(item);
            return;
        }
        String whole = Nodes.text(Nodes.first(object, "text", "original_text", "display", "@value"));
        if (whole != null) {
            add(CleanText.line(whole));
            return;
        }
        StringBuilder line = new StringBuilder();
        for (String[] names : new String[][] {
            {"amount", "quantity", "value", "requiredQuantity"}, {"unit", "unitText", "unitCode"}, {"name", "item", "food", "ingredient"}
        }) {
            JsonNode part = Nodes.first(object, names);
            String text = Nodes.text(part != null && part.isObject() ? Nodes.first(part, "value", "name") : part);
            line.append(text == null ? "" : " " + text);
        }
        add(CleanText.line(line.toString()));
    }

    /** Adds one line as typed. */
    IngredientLines add(String raw) {
        String text = BULLET.matcher(raw).replaceFirst("").strip();
        var marked = MARKED_HEADING.matcher(text);
        if (marked.matches()) {
            section = marked.group(1) != null ? marked.group(1) : marked.group(2);
        } else if (isHeading(text)) {
            section = text.substring(0, text.length() - 1).strip();
        } else if (!text.isEmpty()) {
            lines.add(new Draft.Line(text, section));
        }
        return this;
    }

    /** Takes back the lines so far, which were no ingredients; a heading among them stays. */
    void dropLines() {
        lines.clear();
    }

    List<Draft.Line> lines() {
        return List.copyOf(lines);
    }

    /** "For the sauce:" is a heading; "Salt:" might be, "2 eggs:" is not. */
    static boolean isHeading(String text) {
        return text.length() > 2
                && text.length() <= 80
                && text.endsWith(":")
                && text.chars().noneMatch(Character::isDigit);
    }
}

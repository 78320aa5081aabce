package app.larder.sync.view;

import app.larder.fx.Texts;
import app.larder.sync.Conflict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says the values of a conflict as a cook reads them: a text as a text, ingredients as lines, an amount as an amount. */
final class ValueWords {

    private static final String LINE = "ingredients/";

    /** So many lines of a long text stand before and after what differs. */
    private static final int AROUND = 1;

    private final Texts texts;

    ValueWords(Texts texts) {
        this.texts = texts;
    }

    /**
     * A line of a value.
     *
     * @param differs whether the other value doesn't have it there
     */
    record Line(String text, boolean differs) {}

    /** Both values, line by line; what is the same at length on both sides is left out. */
    record Both(List<Line> kept, List<Line> other) {
        Both {
            kept = List.copyOf(kept);
            other = List.copyOf(other);
        }
    }

    /** What a value is called: "Ingredients". */
    String field(Conflict conflict) {
        String field = conflict.field().startsWith(LINE) ? "line" : conflict.field();
        String key = "sync.field." + field;
        return texts.get(texts.has(key) ? key : "sync.field.other");
    }

    Both both(Conflict conflict) {
        List<String> kept = lines(conflict.field(), conflict.kept());
        List<String> other = lines(conflict.field(), conflict.other());
        int most = Math.min(kept.size(), other.size());
        int head = 0;
        while (head < most && kept.get(head).equals(other.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && kept.get(kept.size() - 1 - tail).equals(other.get(other.size() - 1 - tail))) {
            tail++;
        }
        return new Both(shown(kept, head, tail), shown(other, head, tail));
    }

    private static List<Line> shown(List<String> lines, int head, int tail) {
        List<Line> shown = new ArrayList<>();
        int from = Math.max(0, head - AROUND);
        int to = Math.min(lines.size(), lines.size() - tail + AROUND);
        if (from > 0) {
            shown.add(new Line("…", false));
        }
        for (int i = from; i < to; i++) {
            shown.add(new Line(lines.get(i), i >= head && i < lines.size() - tail));
        }
        if (to < lines.size()) {
            shown.add(new Line("…", false));
        }
        return shown;
    }

    /** A value, line by line. */
    List<String> lines(String field, JsonNode value) {
        if (value.isNull() || (value.isString() && value.stringValue().isBlank()) || (value.isArray() && value.isEmpty())) {
            return List.of(texts.get("sync.empty"));
        }
        if (value.isString()) {
            return value.stringValue().lines().toList();
        }
        if (value.isArray()) {
            return field.equals("tags")
                    ? List.of(value.valueStream().map(ValueWords::plain).collect(Collectors.joining(", ")))
                    : value.valueStream().map(ValueWords::ingredient).toList();
        }
        if (value.isObject()) {
            String said = ingredient(value);
            return List.of(said.isBlank() ? texts.get("sync.empty") : said);
        }
        return List.of(field.endsWith("_minutes") ? texts.get("sync.minutes", value.asString()) : value.asString());
    }

    /** A line of an ingredient list, or an amount with its unit. */
    private static String ingredient(JsonNode line) {
        String typed = text(line, "text");
        if (!typed.isBlank()) {
            return typed;
        }
        if (!line.isObject()) {
            return plain(line);
        }
        String most = text(line, "quantityMax");
        String amount = most.isBlank() ? text(line, "quantity") : text(line, "quantity") + "–" + most;
        String said = Stream.of(amount, text(line, "unit"), text(line, "name"))
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining(" "));
        String note = text(line, "note");
        return note.isBlank() ? said : said + ", " + note;
    }

    private static String text(JsonNode object, String field) {
        @Nullable JsonNode value = object.isObject() ? object.get(field) : null;
        return value == null || value.isNull() ? "" : plain(value);
    }

    private static String plain(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }
}

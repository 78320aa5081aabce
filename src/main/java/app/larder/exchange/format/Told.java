package app.larder.exchange.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Single values as programs write them into their JSON. */
final class Told {

    private Told() {}

    /** The text's lines, tidied, joined again; null if it says nothing. */
    static @Nullable String paragraph(@Nullable JsonNode value) {
        String text = Nodes.text(value);
        List<String> lines = text == null ? List.of() : CleanText.lines(text);
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    /** The text on one line; null if it says nothing. */
    static @Nullable String line(@Nullable JsonNode value) {
        String text = Nodes.text(value);
        String line = text == null ? "" : CleanText.line(text);
        return line.isEmpty() ? null : line;
    }

    /** A web address; null if it is none. */
    static @Nullable String address(@Nullable JsonNode value) {
        String text = Nodes.text(value);
        return text != null && text.matches("(?i)https?://\\S+") ? text : null;
    }

    /** Minutes of a text, or of a number of them; null if it names no time. */
    static @Nullable Integer minutes(@Nullable JsonNode value, Problem.Kind kind, List<Problem> problems) {
        String text = Nodes.text(value);
        if (text == null) {
            return null;
        }
        Minutes.Reading reading = Minutes.of(text);
        if (reading.minutes() == null) {
            problems.add(Problem.of(kind, "", text.length() > 80 ? text.substring(0, 80) + "…" : text));
        }
        return reading.minutes();
    }

    /** Whole stars from 1 to 5; null for anything else, as for 0, which means none. */
    static @Nullable Integer stars(@Nullable JsonNode value) {
        String text = Nodes.text(value);
        return text != null && text.matches("[1-5](\\.0+)?") ? Integer.valueOf(text.substring(0, 1)) : null;
    }

    /** The names in a list of texts or of objects with a name. */
    static List<String> names(@Nullable JsonNode list) {
        List<String> names = new ArrayList<>();
        for (JsonNode each : Nodes.each(list)) {
            String name = line(each.isObject() ? each.get("name") : each);
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    /** A decimal as a cook writes it: no zeros behind, at most three places. */
    static String amount(@Nullable JsonNode value) {
        String text = Nodes.text(value);
        if (text == null || !text.matches("-?\\d{1,9}(\\.\\d{1,30})?([eE]-?\\d{1,2})?")) {
            return text == null ? "" : text;
        }
        BigDecimal number = new BigDecimal(text).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
        return number.signum() == 0 ? "" : number.toPlainString();
    }

    /** A moment: ISO 8601 with or without time and offset, a blank in place of the T too; UTC where none is said. */
    static @Nullable Instant moment(@Nullable JsonNode value) {
        String text = Nodes.text(value);
        if (text == null || !text.matches("\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}.*)?")) {
            return null;
        }
        String iso = text.replace(' ', 'T').toUpperCase(Locale.ROOT);
        try {
            if (iso.length() == 10) {
                return LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return iso.matches(".*(Z|[+-]\\d{2}:?\\d{2})")
                    ? OffsetDateTime.parse(iso.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2")).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}

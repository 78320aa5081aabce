package app.larder.sync;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Times as Postgres's {@code to_jsonb} writes them in UTC. */
public final class Times {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .appendOffset("+HH:MM", "+00:00")
            .toFormatter(java.util.Locale.ROOT);

    private Times() {}

    /** "2026-11-23T18:00:00.5+00:00": microseconds, without zeros at the end. */
    public static String text(Instant time) {
        return FORMAT.format(time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
    }

    /** The time a field holds; null if it holds none. */
    static @Nullable Instant of(JsonNode value) {
        if (!value.isString()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value.stringValue()).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The later or the earlier of two; the one that is a time if only one is. */
    static JsonNode pick(JsonNode a, JsonNode b, boolean later) {
        Instant left = of(a);
        Instant right = of(b);
        if (left == null || right == null) {
            return left == null ? b : a;
        }
        return left.isAfter(right) == later ? a : b;
    }
}

package app.larder.store;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Times as Postgres prints them in JSON in time zone UTC: {@code 2026-11-23T18:00:00.000001+00:00}, the fraction without
 * trailing zeros, years before the first with {@code BC}.
 */
final class PgTime {

    private static final String BC = " BC";

    /** The ends of what Postgres can count (its manual, table 8.9): its infinities are taken for these. */
    private static final OffsetDateTime LAST = OffsetDateTime.of(294276, 12, 31, 23, 59, 59, 999_999_000, ZoneOffset.UTC);
    private static final OffsetDateTime FIRST = OffsetDateTime.of(-4712, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR_OF_ERA, 4, 9, SignStyle.NORMAL)
            .appendPattern("-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .append(FORMAT)
            .appendPattern("[XXX][XX][X]")
            .parseDefaulting(ChronoField.ERA, 1)
            .toFormatter(Locale.ROOT);

    private PgTime() {}

    static String text(OffsetDateTime time) {
        LocalDateTime utc = time.withOffsetSameInstant(ZoneOffset.UTC)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MICROS);
        return FORMAT.format(utc) + "+00:00" + (utc.getYear() < 1 ? BC : "");
    }

    static OffsetDateTime parse(String text) {
        return switch (text) {
            case "infinity" -> LAST;
            case "-infinity" -> FIRST;
            default -> {
                OffsetDateTime read = OffsetDateTime.parse(text.endsWith(BC) ? text.substring(0, text.length() - BC.length()) : text, READ)
                        .withOffsetSameInstant(ZoneOffset.UTC);
                yield text.endsWith(BC) ? read.withYear(1 - read.getYear()) : read;
            }
        };
    }
}

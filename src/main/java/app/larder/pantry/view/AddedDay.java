package app.larder.pantry.view;

import app.larder.fx.Texts;
import app.larder.kitchen.SearchForm;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people say them: today, yesterday, 6 days ago, 3 March; shown and read. */
final class AddedDay {

    /** Longer ago than this, the date says more than the distance. */
    private static final int DAYS_COUNTED = 13;

    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{1,5}");

    private final Texts texts;
    private final LocalDate today;

    AddedDay(Texts texts, LocalDate today) {
        this.texts = texts;
        this.today = today;
    }

    String show(LocalDate day) {
        long ago = ChronoUnit.DAYS.between(day, today);
        if (ago == 0) {
            return texts.get("pantry.day.today");
        }
        if (ago == 1) {
            return texts.get("pantry.day.yesterday");
        }
        if (ago > 1 && ago <= DAYS_COUNTED) {
            return texts.get("pantry.day.ago", ago);
        }
        String pattern = day.getYear() == today.getYear() ? "pantry.day.date" : "pantry.day.full-date";
        return day.format(DateTimeFormatter.ofPattern(texts.get(pattern), texts.locale()));
    }

    /** The day that was typed, as shown or as a date in figures; empty if it is none or in the future. */
    Optional<LocalDate> read(String typed) {
        String text = typed.strip();
        String folded = SearchForm.of(text);
        if (folded.equals(SearchForm.of(texts.get("pantry.day.today")))) {
            return Optional.of(today);
        }
        if (folded.equals(SearchForm.of(texts.get("pantry.day.yesterday")))) {
            return Optional.of(today.minusDays(1));
        }
        Matcher number = NUMBER.matcher(text);
        if (number.find() && text.equalsIgnoreCase(texts.get("pantry.day.ago", Integer.valueOf(number.group())))) {
            return Optional.of(today.minusDays(Integer.parseInt(number.group())));
        }
        return date(text).filter(day -> !day.isAfter(today));
    }

    private Optional<LocalDate> date(String text) {
        for (String pattern : List.of(texts.get("pantry.day.full-date"), "uuuu-M-d", "d.M.uuuu", "d MMM uuuu", "d MMMM uuuu", "d. MMMM uuuu")) {
            Optional<LocalDate> day = parse(text, formatter(pattern).toFormatter(texts.locale()));
            if (day.isPresent()) {
                return day;
            }
        }
        for (String pattern : List.of(texts.get("pantry.day.date"), "d MMM", "d.M.", "d.M")) {
            Optional<LocalDate> day = parse(
                    text,
                    formatter(pattern)
                            .parseDefaulting(ChronoField.YEAR, today.getYear())
                            .toFormatter(texts.locale()));
            if (day.isPresent()) {
                // "28 December" typed in January is last year's.
                return day.map(d -> d.isAfter(today) ? d.minusYears(1) : d);
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatterBuilder formatter(String pattern) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern);
    }

    private static Optional<LocalDate> parse(String text, DateTimeFormatter formatter) {
        try {
            return Optional.of(LocalDate.parse(text, formatter.withResolverStyle(ResolverStyle.STRICT)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

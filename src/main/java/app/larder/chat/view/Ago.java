package app.larder.chat.view;

import app.larder.fx.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;

/** Says when something was, as seen from now. */
final class Ago {

    private static final int WEEK = 7;

    private final Texts texts;
    private final Clock clock;

    /** In that language; {@code clock} says what time it is, in the zone of this computer. */
    Ago(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** When something was: "now", "14:20", "yesterday", "Sunday", "2 March". */
    String when(Instant time) {
        if (Duration.between(time, clock.instant()).toMinutes() < 1) {
            return texts.get("chat.time.now");
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate day = time.atZone(clock.getZone()).toLocalDate();
        if (day.equals(today)) {
            return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                    .withLocale(texts.locale())
                    .format(time.atZone(clock.getZone()));
        }
        if (day.equals(today.minusDays(1))) {
            return texts.get("chat.time.yesterday");
        }
        if (day.isAfter(today.minusDays(WEEK)) && day.isBefore(today)) {
            return day.getDayOfWeek().getDisplayName(TextStyle.FULL, texts.locale());
        }
        String pattern = day.getYear() == today.getYear() ? "chat.time.day" : "chat.time.date";
        return DateTimeFormatter.ofPattern(texts.get(pattern), texts.locale()).format(day);
    }
}

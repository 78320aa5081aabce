package app.larder.recipes.view;

import app.larder.fx.Texts;
import app.larder.kitchen.Quantity;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says times, dates and sources of recipes in the window's language. */
final class RecipeWords {

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    private final Texts texts;

    RecipeWords(Texts texts) {
        this.texts = texts;
    }

    /** A time: "40 min", "1 h 30 min", "2 days". */
    String minutes(int minutes) {
        if (minutes < HOUR) {
            return texts.get("recipes.time.minutes", minutes);
        }
        if (minutes < DAY) {
            return minutes % HOUR == 0
                    ? texts.get("recipes.time.hours", minutes / HOUR)
                    : texts.get("recipes.time.mixed", minutes / HOUR, minutes % HOUR);
        }
        return texts.get("recipes.time.days", Math.round((float) minutes / DAY));
    }

    /** A length of time to the second: "10 min", "1 h 30 min", "90 s". */
    String duration(Duration length) {
        return length.toSecondsPart() == 0
                ? minutes((int) Math.min(length.toMinutes(), Integer.MAX_VALUE))
                : texts.get("recipes.time.seconds", length.toSeconds());
    }

    /** How many it feeds: "4 servings". */
    String servings(int servings) {
        return texts.get("recipes.servings", servings);
    }

    /** How many it feeds, scaled: "4½ servings". */
    String servings(Quantity servings) {
        return servings.isWhole()
                ? servings(servings.numerator().intValue())
                : texts.get("recipes.servings.part", servings.display());
    }

    /** A date: "3 March 2026". */
    String date(Instant time) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(texts.locale())
                .format(time.atZone(ZoneId.systemDefault()));
    }

    /** A source in short: the host of a web address, any other source as it stands. */
    static String source(String source) {
        return link(source).map(RecipeWords::host).orElse(source);
    }

    /** The web address a source is, if it is one. */
    static Optional<URI> link(@Nullable String source) {
        if (source == null || !source.matches("(?i)https?://\\S+")) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(source);
            return address.getHost() == null ? Optional.empty() : Optional.of(address);
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** The host of a web address, without "www.". */
    static String host(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }
}

package app.larder.chat.helper;

import app.larder.kitchen.Foods;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** What the helper says in one language, and its table of stand-ins: files anybody can edit. */
final class HelperWords {

    private final Locale locale;
    private final Properties texts = new Properties();
    private final Map<String, String> standIns = new LinkedHashMap<>();

    /** The words of English or German. */
    HelperWords(Locale locale) {
        this.locale = locale;
        String language = locale.getLanguage();
        try (InputStream in = open("helper_" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        readStandIns("substitutes_" + language + ".txt");
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(HelperWords.class.getResourceAsStream("/chat/" + name), name);
    }

    private void readStandIns(String name) {
        try (InputStream in = open(name)) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                int equals = line.indexOf('=');
                if (!line.startsWith("#") && equals > 0) {
                    for (String food : line.substring(0, equals).split(",", -1)) {
                        standIns.putIfAbsent(Foods.of(food.strip()).key(), line.substring(equals + 1).strip());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Locale locale() {
        return locale;
    }

    /** A text with its places filled. */
    String say(String key, Object... facts) {
        String pattern = Objects.requireNonNull(texts.getProperty(key), key);
        return new MessageFormat(pattern, locale).format(facts);
    }

    /** Things one after the other: "a, b and c". */
    String and(List<String> things) {
        String head = String.join(say("sep"), things.subList(0, Math.max(0, things.size() - 1)));
        return things.isEmpty() ? "" : head.isEmpty() ? things.getLast() : say("and", head, things.getLast());
    }

    /** What can stand in for a food. */
    Optional<String> standIn(String food) {
        return Optional.ofNullable(standIns.get(Foods.of(food).key()));
    }
}

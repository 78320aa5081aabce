package app.larder.fx;

import app.larder.words.Said;
import app.larder.words.Sentence;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Every text the window shows, in one language. Keys live in {@code i18n/texts*.properties}; a pattern with arguments
 * follows {@link MessageFormat}, so an apostrophe in it is doubled. A text without arguments is taken as it stands.
 */
public final class Texts {

    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** The texts of a language: German for any German locale, English for all others. Formats follow {@code locale}. */
    public static Texts in(Locale locale) {
        Locale language = locale.getLanguage().equals("de") ? Locale.GERMAN : Locale.ROOT;
        ResourceBundle.Control noFallback = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Texts(ResourceBundle.getBundle("i18n/texts", language, noFallback), locale);
    }

    /**
     * A text with its places filled.
     *
     * @throws java.util.MissingResourceException if the key is unknown, which {@code TextsTest} rules out
     */
    public String get(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    /** A sentence from a room below the window. */
    public String say(Sentence sentence) {
        return get(sentence.key(), sentence.facts().toArray());
    }

    /**
     * What to tell people about a failure: its own sentence if it has one, else the text of a key. A message meant for
     * programmers is never shown.
     */
    public String why(@Nullable Throwable failure, String otherwise) {
        return failure instanceof Said said ? say(said.sentence()) : get(otherwise);
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** For dates and numbers. */
    public Locale locale() {
        return locale;
    }

    /** For FXML, where {@code %key} names a text. */
    public ResourceBundle bundle() {
        return bundle;
    }
}

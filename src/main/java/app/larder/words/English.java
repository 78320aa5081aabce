package app.larder.words;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The English of a sentence, from the same texts the window shows, so that it is written down once. */
public final class English {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(
            "i18n/texts", Locale.ROOT, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private English() {}

    /**
     * A sentence with its facts filled in.
     *
     * @param key the text's key
     * @param facts texts and numbers, in the order of the sentence's places; may be empty
     */
    public static String of(String key, List<Object> facts) {
        String pattern = TEXTS.getString(key);
        return facts.isEmpty() ? pattern : new MessageFormat(pattern, Locale.ENGLISH).format(facts.toArray());
    }
}

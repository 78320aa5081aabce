package app.larder.exchange.output;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats recipes can be written in. */
public enum Format {
    PAPRIKA("paprika", "paprikarecipes"),
    JSON_LD("json-ld", "json"),
    COOKLANG("cooklang", "zip"),
    MEALIE("mealie", "zip"),
    MARKDOWN("markdown", "zip"),
    PDF("pdf", "pdf");

    private final String word;
    private final String ending;

    Format(String word, String ending) {
        this.word = word;
        this.ending = ending;
    }

    /** What {@code --format} takes. */
    public String word() {
        return word;
    }

    /** The ending of a file in it, without the dot. */
    public String ending() {
        return ending;
    }

    /** The format of that word; empty if there is none. */
    public static Optional<Format> named(String word) {
        return Arrays.stream(values()).filter(format -> format.word.equals(word.toLowerCase(Locale.ROOT))).findFirst();
    }
}

package app.larder.exchange.format;

import app.larder.words.English;
import java.util.List;
import java.util.Locale;

/**
 * Something a person should look at before keeping an imported recipe.
 *
 * @param kind what is the matter
 * @param where the line or the part it is about ("2 cups flour", "prepTime"); empty if it is about the whole recipe
 * @param facts what its sentence names, texts and numbers in the order of its places
 */
public record Problem(Kind kind, String where, List<Object> facts) {

    /** How much a problem matters. */
    public enum Severity {
        /** Nothing is lost; good to know. */
        NOTE,
        /** Something is missing or was changed. */
        WARNING
    }

    /** What can be the matter. The English sentence of each is the text of its {@link #key()}. */
    public enum Kind {
        /** The JSON of a page was not sound and was mended. */
        PAGE_MENDED(Severity.NOTE),
        /** The JSON of a file was not sound and was mended. */
        FILE_MENDED(Severity.NOTE),
        /** Facts: what stands there. */
        NO_PREP_TIME(Severity.WARNING),
        /** Facts: what stands there. */
        NO_COOK_TIME(Severity.WARNING),
        /** Facts: what stands there. */
        NO_TOTAL_TIME(Severity.WARNING),
        /** NUL characters were taken out. */
        ZEROS(Severity.NOTE),
        /** Facts: the most characters a title has. */
        TITLE_CUT(Severity.WARNING),
        /** Facts: the most ingredients taken. */
        INGREDIENTS_CUT(Severity.WARNING),
        /** A text was longer than can be kept. */
        TEXT_CUT(Severity.WARNING),
        /** Control characters and halves of surrogate pairs were taken out. */
        CHARACTERS_LEFT_OUT(Severity.NOTE),
        /** Bytes that are no character in the text's encoding. */
        CHARACTERS_DAMAGED(Severity.NOTE),
        /** Facts: the encoding the page names, the one it is in. */
        OTHER_ENCODING(Severity.NOTE),
        /** The recipe is called after its file or host. */
        NO_TITLE(Severity.WARNING),
        /** It has steps only. */
        NO_INGREDIENTS(Severity.WARNING),
        /** It has ingredients only. */
        NO_STEPS(Severity.WARNING),
        /** A recipe with its web address is kept, or came earlier in this import. */
        SAME_ADDRESS(Severity.WARNING),
        /** A recipe with its title and ingredients is kept, or came earlier in this import. */
        SAME_CONTENT(Severity.WARNING),
        /** The same recipe of the same program is kept, or came earlier in this import. */
        SAME_ORIGIN(Severity.WARNING),
        /** A recipe with its title and nearly its text is kept, or came earlier in this import. */
        NEAR_CONTENT(Severity.WARNING),
        /** What should be its photo is no JPEG, PNG, GIF or WebP. Facts: the file's name. */
        PHOTO_REFUSED(Severity.WARNING);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }

        /** How much it matters. */
        public Severity severity() {
            return severity;
        }

        /** The key of its sentence among the window's texts. */
        public String key() {
            return "import.problem." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Problem {
        facts = List.copyOf(facts);
    }

    /** A problem of a kind; the facts as the kind takes them. */
    public static Problem of(Kind kind, String where, Object... facts) {
        return new Problem(kind, where, List.of(facts));
    }

    /** What is the matter, one plain English sentence. */
    public String sentence() {
        return English.of(kind.key(), facts);
    }

    /** The sentence with the place it is about, as a report prints it. */
    @Override
    public String toString() {
        return where.isEmpty() ? sentence() : sentence() + " (" + where + ")";
    }
}

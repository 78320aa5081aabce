package app.larder.exchange.format;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the recipes in a text of any shape this package knows; which one it is shows in the text, not in a file name. */
public final class TextReader {

    private static final Problem ZEROS = Problem.of(Problem.Kind.ZEROS, "");

    private final JsonLdReader json;
    private final PageReader pages;
    private final PlainTextReader plain;

    public TextReader() {
        HeadingWords words = HeadingWords.load();
        json = new JsonLdReader(words);
        pages = new PageReader(words);
        plain = new PlainTextReader(words);
    }

    /**
     * The recipes in a text: one of a page, any number of a JSON file, one of plain text.
     *
     * @param given the text; never mind its size, callers limit it
     * @param address where it was fetched from; null if it was not
     * @return empty if no recipe was found
     */
    public List<Draft> read(String given, @Nullable String address) {
        return read(given, address, Patience.ENDLESS);
    }

    /**
     * As {@link #read(String, String)}, as long as there is patience.
     *
     * @throws java.util.concurrent.CancellationException once it is over
     */
    public List<Draft> read(String given, @Nullable String address, Patience patience) {
        String text = given.indexOf('\0') < 0 ? given : given.replace("\0", "");
        List<Draft> drafts = drafts(text, address, patience).stream().filter(Draft::isRecipe).map(Tidy::tidied).toList();
        return text.length() == given.length() ? drafts : drafts.stream().map(d -> d.withProblem(ZEROS)).toList();
    }

    /** The first few thousand characters that are not blank. */
    private static String start(String text) {
        int from = 0;
        while (from < text.length() && (Character.isWhitespace(text.charAt(from)) || text.charAt(from) == '\uFEFF')) {
            from++;
        }
        return text.substring(from, Math.min(text.length(), from + 4000));
    }

    private List<Draft> drafts(String text, @Nullable String address, Patience patience) {
        String start = start(text);
        if (start.startsWith("{") || start.matches("(?s)\\[\\s*[\\[{\"].*")) {
            return json.readAll(text, patience);
        }
        String lower = start.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<") || lower.contains("<html") || lower.contains("<body") || lower.contains("<script")
                || lower.contains("<div") || lower.contains("<li")) {
            return List.of(pages.read(Page.of(text, address, patience)));
        }
        return List.of(plain.read(text, patience));
    }
}

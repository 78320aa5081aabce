package app.larder.exchange.format;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Turns text as web pages carry it into text as people read it. Entities are decoded twice, because four pages in ten
 * hold them inside JSON and some encode them twice; tags are removed, and those that end a line end a line.
 */
final class CleanText {

    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->|<(script|style)\\b.*?</\\1\\s*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE_TAG = Pattern.compile(
            "<\\s*/?\\s*(?:br|p|div|li|ul|ol|tr|h[1-6]|section|article|blockquote|dd|dt)\\b[^<>]*>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B\\u2060\\uFEFF\\u00AD]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000\\u0085\\u2028\\u2029]+");
    private static final Pattern LINE_END = Pattern.compile("[\\n\\r\\u0085\\u2028\\u2029]+");

    private static final Pattern SINGLE_LINE_END = Pattern.compile("(?<![\\n\\r])\\r?\\n(?!\\s*[\\n\\r])");

    private CleanText() {}

    /** The text on one line; may be empty. */
    static String line(String raw) {
        return blanks(plain(raw));
    }

    /** The text's lines, those of its markup and its own, without empty ones. */
    static List<String> lines(String raw) {
        return LINE_END.splitAsStream(plain(raw)).map(CleanText::blanks).filter(s -> !s.isEmpty()).toList();
    }

    /** Every run of white space made one blank, none at the ends. */
    static String blanks(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private static String plain(String raw) {
        String text = raw;
        for (int pass = 0; pass < 2; pass++) {
            text = withoutTags(text);
            if (text.indexOf('&') < 0) {
                break;
            }
            text = Parser.unescapeEntities(text, false);
        }
        return Mojibake.undone(INVISIBLE.matcher(withoutTags(text)).replaceAll(""));
    }

    /** In markup a line ends where a tag says so, and only there unless the line after it is empty. */
    private static String withoutTags(String text) {
        if (text.indexOf('<') < 0) {
            return text;
        }
        String bare = COMMENT.matcher(text).replaceAll(" ");
        if (LINE_TAG.matcher(bare).find()) {
            bare = SINGLE_LINE_END.matcher(bare).replaceAll(" ");
        }
        return TAG.matcher(LINE_TAG.matcher(bare).replaceAll("\n")).replaceAll("");
    }
}

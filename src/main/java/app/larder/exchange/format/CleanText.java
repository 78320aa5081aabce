package app.larder.exchange.format;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Turns text as web pages carry it into text as people read it. Entities are decoded twice, because four pages in ten
 * hold them inside JSON and some encode them twice; tags are removed, and those that end a line end a line. The time taken
 * grows with the text and no faster, whatever is in it. ({@code store.CleanText} changes nothing: it refuses what a database
 * can't hold, whoever wrote it.)
 */
final class CleanText {

    private static final Pattern HIDDEN = Pattern.compile("<(?:(!--)|(script)\\b|style\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCRIPT_END = Pattern.compile("</script\\s*+>", Pattern.CASE_INSENSITIVE);
    private static final Pattern STYLE_END = Pattern.compile("</style\\s*+>", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENT_END = Pattern.compile("-->");
    private static final Pattern LINE_TAG = Pattern.compile(
            "<\\s*+/?+\\s*+(?:br|p|div|li|ul|ol|tr|h[1-6]|section|article|blockquote|dd|dt)\\b[^<>]*+>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*+>");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B\\u2060\\uFEFF\\u00AD]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000\\u0085\\u2028\\u2029]+");
    private static final String WHITE = " \t\n\u000B\f\r";
    private static final String LINE_ENDS = "\n\r";
    private static final Pattern LINE_END = Pattern.compile("[\\n\\r\\u0085\\u2028\\u2029]+");

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
        String bare = withoutHidden(text);
        if (LINE_TAG.matcher(bare).find()) {
            bare = joined(bare);
        }
        return TAG.matcher(LINE_TAG.matcher(bare).replaceAll("\n")).replaceAll("");
    }

    /** Comments, scripts and styles made blanks. One that has no end is no reason to look for it twice. */
    private static String withoutHidden(String text) {
        Matcher start = HIDDEN.matcher(text);
        StringBuilder out = new StringBuilder();
        Set<Pattern> missing = new HashSet<>();
        int from = 0;
        for (int at = 0; start.find(at); ) {
            Pattern ending = start.group(1) != null ? COMMENT_END : start.group(2) != null ? SCRIPT_END : STYLE_END;
            Matcher end = ending.matcher(text);
            at = start.end();
            if (missing.contains(ending)) {
                continue;
            }
            if (end.find(at)) {
                out.append(text, from, start.start()).append(' ');
                from = end.end();
                at = from;
            } else {
                missing.add(ending);
            }
        }
        return from == 0 ? text : out.append(text, from, text.length()).toString();
    }

    /** White space with one line end in it made a blank. */
    private static String joined(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (from < text.length()) {
            int end = from;
            int lineEnds = 0;
            while (end < text.length() && WHITE.indexOf(text.charAt(end)) >= 0) {
                boolean first = text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n';
                lineEnds += !first && LINE_ENDS.indexOf(text.charAt(end)) >= 0 ? 1 : 0;
                end++;
            }
            out.append(lineEnds == 1 ? " " : text.substring(from, end));
            from = end;
            while (from < text.length() && WHITE.indexOf(text.charAt(from)) < 0) {
                from++;
            }
            out.append(text, end, from);
        }
        return out.toString();
    }
}

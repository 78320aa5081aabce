package app.larder.exchange.format;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.parser.Parser;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON as sites write it: raw line ends inside strings, comments around the block, a semicolon or commas at its
 * end, quotes nobody escaped, an end that is missing. First as it is, then mended.
 */
final class LenientJson {

    /** Deepest nesting read; real pages stay below 30. */
    static final int DEEPEST = 300;

    private static final List<String> BEFORE =
            List.of("\uFEFF", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "/* <![CDATA[ */", "<![CDATA[", "<!--", "//");
    private static final List<String> AFTER =
            List.of("//]]>", "// ]]>", "/*]]>*/", "/* ]]> */", "]]>", "//-->", "// -->", "-->", ";", ",");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(60_000_000)
                            .build())
                    .build())
            .enable(
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
                    JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
                    JsonReadFeature.ALLOW_MISSING_VALUES,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LenientJson() {}

    /**
     * What a text holds.
     *
     * @param values its values in order; empty if it can't be read at all
     * @param mended whether it was not JSON and had to be mended, so that something may be missing
     */
    record Reading(List<JsonNode> values, boolean mended) {}

    static Reading read(String text, Patience patience) {
        String bare = unwrapped(text);
        if (bare.isEmpty()) {
            return new Reading(List.of(), false);
        }
        if (bare.charAt(0) != '{' && bare.charAt(0) != '[') {
            bare = Parser.unescapeEntities(bare, false);
        }
        try {
            return new Reading(all(bare, patience), false);
        } catch (JacksonException notJson) {
            try {
                return new Reading(all(new JsonMend(bare).mended(), patience), true);
            } catch (JacksonException hopeless) {
                return new Reading(List.of(), true);
            }
        }
    }

    /** The text without blanks, comment marks and the like around it. */
    private static String unwrapped(String text) {
        int from = 0;
        int to = text.length();
        for (int length = -1; length != to - from; ) {
            length = to - from;
            while (from < to && Character.isWhitespace(text.charAt(from))) {
                from++;
            }
            while (from < to && Character.isWhitespace(text.charAt(to - 1))) {
                to--;
            }
            for (String mark : BEFORE) {
                from += to - from >= mark.length() && text.startsWith(mark, from) ? mark.length() : 0;
            }
            for (String mark : AFTER) {
                to -= to - from >= mark.length() && text.startsWith(mark, to - mark.length()) ? mark.length() : 0;
            }
        }
        return text.substring(from, to);
    }

    private static List<JsonNode> all(String text, Patience patience) {
        List<JsonNode> values = new ArrayList<>();
        try (MappingIterator<JsonNode> each = MAPPER.readerFor(JsonNode.class).readValues(patience.reader(text))) {
            while (each.hasNextValue()) {
                values.add(each.nextValue());
            }
        } catch (JacksonException e) {
            if (values.isEmpty()) {
                throw e;
            }
        }
        return values;
    }
}

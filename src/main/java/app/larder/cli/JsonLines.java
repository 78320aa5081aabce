package app.larder.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON lines: one object, one line, in UTF-8 whatever the locale. Every character that any program takes for the end of
 * a line is escaped (control characters up to U+009F, U+2028, U+2029), and so are lone surrogates, which UTF-8 cannot
 * say; so a line stays a line whatever text it carries.
 */
public final class JsonLines {

    private final JsonMapper mapper = new JsonMapper();

    /** A map, record or list as one line of JSON, without the end of the line. Maps keep their order. */
    public String line(Object value) {
        return escaped(mapper.writeValueAsString(value));
    }

    /** Prints a map, record or list as one line of JSON in UTF-8, ended by a single newline; does not flush. */
    public void print(Object value, PrintStream out) {
        byte[] bytes = (line(value) + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
    }

    /** Such characters stand only inside strings of a JSON text, where the escape means the same. */
    private static String escaped(String json) {
        int at = 0;
        while (at < json.length() && !needsEscape(json, at)) {
            at++;
        }
        if (at == json.length()) {
            return json;
        }
        StringBuilder safe = new StringBuilder(json.length() + 16).append(json, 0, at);
        for (; at < json.length(); at++) {
            char c = json.charAt(at);
            if (needsEscape(json, at)) {
                safe.append(String.format("\\u%04x", (int) c));
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }

    private static boolean needsEscape(String json, int at) {
        char c = json.charAt(at);
        if (c < 127) {
            return false;
        }
        if (c <= 0x9f || c == '\u2028' || c == '\u2029') {
            return true;
        }
        if (Character.isHighSurrogate(c)) {
            return at + 1 == json.length() || !Character.isLowSurrogate(json.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(json.charAt(at - 1)));
    }
}

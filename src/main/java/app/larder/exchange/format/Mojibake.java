package app.larder.exchange.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Undoes one wrong turn of a site's software: UTF-8 that was read as windows-1252 and stored so ("1Â¼", "crÃ¨me",
 * "donâ€™t"). Only runs of characters that are sound UTF-8 when turned back are touched; no language writes them.
 */
final class Mojibake {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern RUN = Pattern.compile(
            "[\\u00C2-\\u00F4][\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3}");

    private Mojibake() {}

    static String undone(String text) {
        Matcher run = RUN.matcher(text);
        if (!run.find()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        do {
            for (int end = run.end(); end >= run.start() + 2; end--) {
                String turned = turned(text.substring(run.start(), end));
                if (turned != null) {
                    out.append(text, from, run.start()).append(turned);
                    from = end;
                    break;
                }
            }
        } while (run.find());
        return out.append(text, from, text.length()).toString();
    }

    private static @Nullable String turned(String run) {
        try {
            ByteBuffer bytes = WINDOWS_1252.newEncoder().encode(CharBuffer.wrap(run));
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return text.codePointCount(0, text.length()) == 1 ? text : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}

package app.larder.exchange.input;

import app.larder.exchange.format.Problem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text. A byte order mark decides; else bytes that are sound UTF-8 are UTF-8 whatever was declared,
 * because text in another encoding hardly ever is by chance; else what was declared, with the names read as browsers
 * read them (WHATWG Encoding: ISO-8859-1 means windows-1252); else windows-1252.
 */
public final class Decoding {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern META =
            Pattern.compile("<meta[^>]{0,200}charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.\\-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final int LOOK_AHEAD = 100_000;

    private Decoding() {}

    /**
     * A text and what was noticed on the way.
     *
     * @param text the text, without byte order mark
     * @param problems what a person should know; empty if all was as declared
     */
    public record Decoded(String text, List<Problem> problems) {}

    /**
     * Decodes bytes.
     *
     * @param declared the name of an encoding from a header; null if there was none
     */
    public static Decoded decode(byte[] bytes, @Nullable String declared) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return new Decoded(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8), List.of());
        }
        if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
            return new Decoded(new String(bytes, StandardCharsets.UTF_16), List.of());
        }
        Charset wide = wide(bytes);
        if (wide != null) {
            return new Decoded(new String(bytes, wide), List.of());
        }
        Charset said = said(bytes, declared);
        String text = sound(bytes, StandardCharsets.UTF_8);
        boolean shifts = said != null && said.name().startsWith("ISO-2022");
        if (text != null && !shifts) {
            if (said != null && !said.equals(StandardCharsets.UTF_8) && !isAscii(bytes)) {
                return new Decoded(text, List.of(wrong(said, "UTF-8")));
            }
            return new Decoded(text, List.of());
        }
        if (said != null && !said.equals(StandardCharsets.UTF_8)) {
            return new Decoded(new String(bytes, said), List.of());
        }
        if (said != null && mostlyUtf8(bytes)) {
            String mended = new String(bytes, StandardCharsets.UTF_8).replaceFirst("\uFFFD+$", "");
            return new Decoded(mended, mended.indexOf('\uFFFD') < 0 ? List.of()
                    : List.of(Problem.of(Problem.Kind.CHARACTERS_DAMAGED, "")));
        }
        return new Decoded(
                new String(bytes, WINDOWS_1252), said == null ? List.of() : List.of(wrong(said, "windows-1252")));
    }

    private static Problem wrong(Charset said, String found) {
        return Problem.of(Problem.Kind.OTHER_ENCODING, "", said.name(), found);
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 without a mark shows in its first bytes: every other one is zero. */
    private static @Nullable Charset wide(byte[] bytes) {
        int pairs = Math.min(bytes.length / 2, 64);
        int even = 0;
        int odd = 0;
        for (int i = 0; i < pairs; i++) {
            even += bytes[2 * i] == 0 ? 1 : 0;
            odd += bytes[2 * i + 1] == 0 ? 1 : 0;
        }
        if (pairs < 8) {
            return null;
        }
        return odd > pairs * 3 / 4 && even == 0 ? StandardCharsets.UTF_16LE
                : even > pairs * 3 / 4 && odd == 0 ? StandardCharsets.UTF_16BE : null;
    }

    private static @Nullable Charset said(byte[] bytes, @Nullable String declared) {
        Charset header = charset(declared);
        if (header != null) {
            return header;
        }
        String start = new String(bytes, 0, Math.min(bytes.length, LOOK_AHEAD), StandardCharsets.ISO_8859_1);
        Matcher meta = META.matcher(start);
        return meta.find() ? charset(meta.group(1)) : null;
    }

    private static @Nullable Charset charset(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String bare = name.strip().replace("\"", "").toLowerCase(Locale.ROOT);
        try {
            return switch (bare) {
                case "iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii" -> WINDOWS_1252;
                case "utf8", "utf-16", "utf-16le", "utf-16be" -> StandardCharsets.UTF_8;
                case "gb2312", "gbk" -> Charset.forName("GB18030");
                default -> Charset.forName(bare);
            };
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static @Nullable String sound(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Whether most characters outside ASCII are sound UTF-8, so that the rest is damage. */
    private static boolean mostlyUtf8(byte[] bytes) {
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        int sound = 0;
        int damaged = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            damaged += c == '\uFFFD' ? 1 : 0;
            sound += c > 127 && c != '\uFFFD' ? 1 : 0;
        }
        return damaged <= sound || (damaged == 1 && text.charAt(text.length() - 1) == '\uFFFD');
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}

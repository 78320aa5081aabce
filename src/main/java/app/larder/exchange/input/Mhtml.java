package app.larder.exchange.input;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the page out of a web archive (MHTML, RFC 2557): the first part that is HTML, decoded. */
final class Mhtml {

    private static final Pattern BOUNDARY = Pattern.compile("boundary\\s*=\\s*\"?([^\";\\r\\n]{1,100})", Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPE = header("Content-Type");
    private static final Pattern ENCODING = header("Content-Transfer-Encoding");
    private static final Pattern LOCATION = header("Content-Location");
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

    private Mhtml() {}

    static Content read(String name, byte[] bytes) throws Unreadable {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher boundary = BOUNDARY.matcher(all);
        String line = boundary.find() ? "--" + boundary.group(1).strip() : null;
        int from = line == null ? 0 : all.indexOf(line, boundary.end());
        while (from >= 0 && from < all.length()) {
            int next = line == null ? -1 : all.indexOf(line, from + line.length());
            int headEnd = headEnd(all, from, next < 0 ? all.length() : next);
            String head = all.substring(from, headEnd).replaceAll("\\r?\\n[ \\t]+", " ");
            String type = find(TYPE, head);
            if (type != null && type.toLowerCase(Locale.ROOT).startsWith("text/html")) {
                byte[] body = body(all.substring(headEnd, next < 0 ? all.length() : next), find(ENCODING, head));
                Matcher charset = CHARSET.matcher(type);
                Decoding.Decoded decoded = Decoding.decode(body, charset.find() ? charset.group(1) : null);
                String location = find(LOCATION, head);
                boolean web = location != null && location.matches("https?://\\S+");
                return new Content(name, decoded.text(), web ? location : null, decoded.problems());
            }
            from = next;
        }
        throw new Unreadable(Reason.Kind.ARCHIVE_EMPTY);
    }

    private static int headEnd(String all, int from, int end) {
        int unix = all.indexOf("\n\n", from, end);
        int dos = all.indexOf("\r\n\r\n", from, end);
        if (unix < 0 && dos < 0) {
            return end;
        }
        return dos >= 0 && (unix < 0 || dos < unix) ? dos + 4 : unix + 2;
    }

    private static byte[] body(String text, @Nullable String encoding) throws Unreadable {
        String how = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        if (how.equals("base64")) {
            try {
                return Base64.getMimeDecoder().decode(text);
            } catch (IllegalArgumentException e) {
                throw new Unreadable(Reason.Kind.ARCHIVE_DAMAGED).from(e);
            }
        }
        byte[] raw = text.getBytes(StandardCharsets.ISO_8859_1);
        return how.equals("quoted-printable") ? unquoted(raw) : raw;
    }

    /** Quoted-printable (RFC 2045, 6.7); what is not sound is kept as it is. */
    private static byte[] unquoted(byte[] raw) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
        int i = 0;
        while (i < raw.length) {
            int skip = raw[i] == '=' ? lineEnd(raw, i + 1) : 0;
            int high = raw[i] == '=' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(raw[i + 2], 16) : -1;
            if (skip > 0) {
                i += 1 + skip;
            } else if (low >= 0) {
                out.write(high << 4 | low);
                i += 3;
            } else {
                out.write(raw[i]);
                i++;
            }
        }
        return out.toByteArray();
    }

    private static int lineEnd(byte[] raw, int at) {
        if (at < raw.length && raw[at] == '\n') {
            return 1;
        }
        return at + 1 < raw.length && raw[at] == '\r' && raw[at + 1] == '\n' ? 2 : 0;
    }

    private static @Nullable String find(Pattern header, String head) {
        Matcher found = header.matcher(head);
        return found.find() ? found.group(1).strip() : null;
    }

    private static Pattern header(String name) {
        return Pattern.compile("(?im)^" + name + ":[ \\t]*([^\\r\\n]*)");
    }
}

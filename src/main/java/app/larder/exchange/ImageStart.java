package app.larder.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tells pictures by their first bytes, whatever their file is called. */
final class ImageStart {

    static final int LENGTH = 12;

    private ImageStart() {}

    /** Whether bytes begin like JPEG, PNG, GIF or WebP. */
    static boolean isPicture(byte[] start) {
        String text = new String(start, 0, Math.min(start.length, LENGTH), StandardCharsets.ISO_8859_1);
        return text.startsWith("\u00FF\u00D8\u00FF")
                || text.startsWith("\u0089PNG\r\n\u001A\n")
                || text.startsWith("GIF87a")
                || text.startsWith("GIF89a")
                || (text.startsWith("RIFF") && text.length() >= LENGTH && text.endsWith("WEBP"));
    }

    /** As {@link #isPicture(byte[])}, for base64; a text that is none begins like no picture. */
    static boolean isPicture(String base64) {
        String start = base64.substring(0, Math.min(base64.length(), 400)).replaceFirst("^data:[^,]{0,200},", "").replaceAll("\\s+", "");
        try {
            byte[] bytes = PictureSource.Inside.decoded(start.substring(0, Math.min(start.length(), 24) / 4 * 4));
            return isPicture(Arrays.copyOf(bytes, Math.min(bytes.length, LENGTH)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

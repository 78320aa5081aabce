package app.larder.chat.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Splits a stream of bytes into lines, which end with LF, CRLF or CR. Lines are decoded whole, so that no character is
 * cut; a byte order mark at the beginning is dropped.
 */
final class LineBytes {

    /** A longer line is nothing a model says. */
    private static final int LONGEST = 8 << 20;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean first = true;
    private boolean afterReturn;

    /** Hands every line that ends within these bytes to {@code sink}, without its end. */
    void feed(byte[] bytes, int length, Consumer<String> sink) {
        int start = 0;
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (b != '\n' && b != '\r') {
                afterReturn = false;
                continue;
            }
            boolean secondHalf = b == '\n' && afterReturn && start == i && line.size() == 0;
            afterReturn = b == '\r';
            if (!secondHalf) {
                line.write(bytes, start, i - start);
                sink.accept(take());
            }
            start = i + 1;
        }
        line.write(bytes, start, length - start);
        if (line.size() > LONGEST) {
            throw new StreamFault(Failure.of(FailureKind.PROTOCOL));
        }
    }

    /** What has come since the last end of a line. */
    String rest() {
        return take();
    }

    private String take() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        boolean marked = first && !text.isEmpty() && text.charAt(0) == 0xFEFF;
        first = false;
        return marked ? text.substring(1) : text;
    }
}

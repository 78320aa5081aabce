package app.larder.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The lines of one entry, never more of it than the manifest says. */
final class BackupLines {

    /** Bytes; a row is longer only in a file that is out to fill the memory. */
    static final int LONGEST = 64 << 20;

    private final InputStream in;
    private final Manifest.Entry expected;
    private final MessageDigest digest = BackupWriter.sha256();
    private final byte[] buffer = new byte[1 << 15];
    private int at;
    private int end;
    private long bytes;
    private long rows;

    BackupLines(InputStream in, Manifest.Entry expected) {
        this.in = in;
        this.expected = expected;
    }

    /** The next line without its end; null after the last. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (fill()) {
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            line.write(buffer, at, stop - at);
            if (line.size() > LONGEST) {
                throw new IOException("a row is too long");
            }
            boolean whole = stop < end;
            at = whole ? stop + 1 : stop;
            if (whole) {
                rows++;
                return line.toByteArray();
            }
        }
        if (line.size() > 0 || rows != expected.rows() || bytes != expected.bytes()
                || !HexFormat.of().formatHex(digest.digest()).equals(expected.sha256())) {
            throw new IOException("an entry is not what the manifest says");
        }
        return null;
    }

    private boolean fill() throws IOException {
        if (at < end) {
            return true;
        }
        int read = in.read(buffer);
        if (read < 0) {
            return false;
        }
        at = 0;
        end = read;
        bytes += read;
        if (bytes > expected.bytes()) {
            throw new IOException("an entry is longer than the manifest says");
        }
        digest.update(buffer, 0, read);
        return true;
    }
}

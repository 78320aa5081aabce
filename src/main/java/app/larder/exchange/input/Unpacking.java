package app.larder.exchange.input;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;

/** Unpacks no more than can be a recipe. */
public final class Unpacking {

    private static final int PIECE = 64 * 1024;

    /** Texts and pictures shrink to a thirtieth at the very most; what shrinks more than that is built to fill a disk. */
    private static final long MOST_SHRUNK = 200;

    /** Below so many unpacked bytes nobody asks how much they shrank. */
    private static final long HARMLESS = 1_000_000;

    /** How a protected backup of Larder's own begins (src/site/markdown/backup-format.md). */
    private static final byte[] SEALED = "larder-backup-sealed-".getBytes(StandardCharsets.US_ASCII);

    private Unpacking() {}

    /** Whether a file begins like one of Larder's own backups, protected by a password. */
    public static boolean isSealedBackup(Piece file) throws Unreadable {
        return Arrays.equals(file.start(SEALED.length), SEALED);
    }

    /** Whether bytes begin like gzip (RFC 1952). */
    public static boolean isGzip(byte[] start) {
        return start.length > 2 && start[0] == 0x1f && start[1] == (byte) 0x8b && start[2] == 8;
    }

    /** Whether bytes begin like a ZIP archive with something in it, or an empty one. */
    public static boolean isZip(byte[] start) {
        return start.length > 3
                && (LittleEndian.four(start, 0) == LittleEndian.LOCAL || LittleEndian.four(start, 0) == LittleEndian.END);
    }

    /**
     * What gzipped bytes hold.
     *
     * @param name for the reason
     * @throws Unreadable if they are damaged, too large unpacked, or gzip again
     */
    public static byte[] gunzipped(byte[] packed, String name, BooleanSupplier cancelled) throws Unreadable {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), PIECE)) {
            byte[] all = all(in, name, most(packed.length), cancelled);
            if (isGzip(all) || isZip(all)) {
                throw new Unreadable(Reason.Kind.PACKED_TWICE, name);
            }
            return all;
        } catch (IOException e) {
            throw new Unreadable(Reason.Kind.ENTRY_DAMAGED, name).from(e);
        }
    }

    /** The most bytes that so many packed ones may become. */
    static long most(long packed) {
        return Math.max(HARMLESS, packed * MOST_SHRUNK);
    }

    static byte[] all(InputStream in, String name, long most, BooleanSupplier cancelled) throws IOException, Unreadable {
        long limit = Math.min(most, Piece.LARGEST);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
            if (cancelled.getAsBoolean()) {
                throw new Unreadable(Reason.Kind.STOPPED);
            }
            out.write(piece, 0, n);
            if (out.size() > limit) {
                throw new Unreadable(Reason.Kind.ENTRY_TOO_LARGE, name, limit / 1_000_000);
            }
        }
        return out.toByteArray();
    }
}

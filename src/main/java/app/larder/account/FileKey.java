package app.larder.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The random key of a protected person's files. It is made once and never changes with the password, which only opens
 * it ({@link Padlock}). Whoever signs out closes it, and nobody can read the files until the password is typed again.
 */
public final class FileKey implements AutoCloseable {

    static final int BYTES = 32;
    private static final byte[] SMALL_FILES = "small files".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BACKUPS = "backups".getBytes(StandardCharsets.US_ASCII);
    private static final char[] DIGITS = "0123456789abcdef".toCharArray();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;
    private final Seal seal;
    private boolean closed;

    /** Takes the array over. */
    FileKey(byte[] bytes) {
        this.bytes = bytes;
        this.seal = new KeySeal(Hkdf.derive(bytes, SMALL_FILES, BYTES));
    }

    /** A key nobody has had before. */
    public static FileKey random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new FileKey(bytes);
    }

    /** The key in hexadecimal digits, as the database takes it for a password; the caller clears it. */
    public synchronized char[] digits() {
        checkOpen();
        char[] digits = new char[2 * BYTES];
        for (int i = 0; i < BYTES; i++) {
            digits[2 * i] = DIGITS[bytes[i] >> 4 & 15];
            digits[2 * i + 1] = DIGITS[bytes[i] & 15];
        }
        return digits;
    }

    /** What keeps the files beside the database unreadable. */
    public Seal seal() {
        return seal;
    }

    /** What keeps backups unreadable; the caller closes it. */
    public synchronized Seal backupSeal() {
        checkOpen();
        return new KeySeal(Hkdf.derive(bytes, BACKUPS, BYTES));
    }

    synchronized byte[] bytes() {
        checkOpen();
        return bytes.clone();
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("The key was forgotten.");
        }
    }

    /** A second handle on the same key, closed on its own. */
    public FileKey copy() {
        return new FileKey(bytes());
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
        seal.close();
    }
}

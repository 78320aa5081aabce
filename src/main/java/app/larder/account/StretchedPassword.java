package app.larder.account;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What Argon2id made of a password. Two things are derived from it that say nothing of each other or of the password:
 * the proof a server gets, and the key that opens the file here.
 */
public final class StretchedPassword implements AutoCloseable {

    static final int BYTES = 32;
    private static final byte[] AUTH = "auth".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FILE = "file".getBytes(StandardCharsets.US_ASCII);

    private final byte[] output;

    StretchedPassword(byte[] output) {
        this.output = output;
    }

    /** The 32 bytes a server may see; the caller clears them. */
    public byte[] proof() {
        return Hkdf.derive(output, AUTH, BYTES);
    }

    /** The 32 bytes that wrap the key of the file on this computer; no server ever gets them. */
    byte[] fileSecret() {
        return Hkdf.derive(output, FILE, BYTES);
    }

    @Override
    public void close() {
        Arrays.fill(output, (byte) 0);
    }
}

package app.larder.account;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce: a word that tells a sealed file, the nonce, the text with its
 * tag. A file that bears no such word was written before its person had a password, and is read as it is.
 */
final class KeySeal implements Seal {

    private static final byte[] WORD = "larder-sealed-1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;
    private boolean closed;

    /** Takes the array over. */
    KeySeal(byte[] key) {
        this.key = key;
    }

    static boolean sealed(byte[] stored) {
        return stored.length >= WORD.length && Arrays.equals(stored, 0, WORD.length, WORD, 0, WORD.length);
    }

    @Override
    public byte[] seal(byte[] content) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] text = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(content);
            return ByteBuffer.allocate(WORD.length + NONCE_BYTES + text.length).put(WORD).put(nonce).put(text).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM.", e);
        }
    }

    @Override
    public byte[] open(byte[] stored) throws IOException {
        if (!sealed(stored)) {
            return stored.clone();
        }
        int start = WORD.length + NONCE_BYTES;
        if (stored.length < start + TAG_BITS / 8) {
            throw new IOException("A protected file is cut off.");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(stored, WORD.length, start))
                    .doFinal(stored, start, stored.length - start);
        } catch (AEADBadTagException e) {
            throw new IOException("A protected file is damaged or another's.", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM.", e);
        }
    }

    /** One at a time with {@link #close}: a key is copied whole or not at all. */
    private synchronized Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        if (closed) {
            // What is sealed with a key of zeros could be read by anyone, and by nobody who looks for it.
            throw new IllegalStateException("The key was forgotten.");
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    @Override
    public boolean hides() {
        return true;
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(key, (byte) 0);
    }
}

package app.larder.account;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file key locked by a password: wrapped with AES Key Wrap (RFC 3394), which also notices the wrong one, under what
 * Argon2id and HKDF make of the password. Nothing in it is secret, but whoever has it can try passwords.
 *
 * @param scheme how the password is stretched
 * @param wrapped the wrapped key, 40 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Padlock(PasswordScheme.Argon2id scheme, byte[] wrapped) {

    private static final String KEY_WRAP = "AES/KW/NoPadding";

    /** Locks a key with a password. */
    static Padlock of(FileKey key, char[] password) {
        PasswordScheme.Argon2id scheme = Passwords.freshScheme();
        byte[] bytes = key.bytes();
        try {
            Cipher cipher = cipher(Cipher.WRAP_MODE, password, scheme);
            return new Padlock(scheme, cipher.wrap(new SecretKeySpec(bytes, "AES")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES Key Wrap.", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** The key, if this is the password. */
    Optional<FileKey> open(char[] password) {
        try {
            Cipher cipher = cipher(Cipher.UNWRAP_MODE, password, scheme);
            SecretKey key = (SecretKey) cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY);
            return Optional.of(new FileKey(key.getEncoded()));
        } catch (InvalidKeyException wrong) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES Key Wrap.", e);
        }
    }

    private static Cipher cipher(int mode, char[] password, PasswordScheme.Argon2id scheme)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(KEY_WRAP);
        try (StretchedPassword stretched = Passwords.stretch(password, scheme)) {
            byte[] secret = stretched.fileSecret();
            try {
                cipher.init(mode, new SecretKeySpec(secret, "AES"));
            } finally {
                Arrays.fill(secret, (byte) 0);
            }
        }
        return cipher;
    }
}

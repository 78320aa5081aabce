package app.larder.account;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * What tells, without the server, whether a password is the one the server took last. It is made on this computer with a
 * salt of its own, so that it is no copy of what the server keeps.
 *
 * @param scheme how the password is stretched
 * @param hash SHA-256 of the proof
 */
@SuppressWarnings("ArrayRecordComponent") // compared only by what it matches
record Verifier(PasswordScheme.Argon2id scheme, byte[] hash) {

    static Verifier of(char[] password) {
        PasswordScheme.Argon2id scheme = Passwords.freshScheme();
        return new Verifier(scheme, hashed(password, scheme));
    }

    boolean matches(char[] password) {
        return MessageDigest.isEqual(hash, hashed(password, scheme));
    }

    private static byte[] hashed(char[] password, PasswordScheme.Argon2id scheme) {
        byte[] proof = Passwords.proof(password, scheme);
        try {
            return MessageDigest.getInstance("SHA-256").digest(proof);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        } finally {
            Arrays.fill(proof, (byte) 0);
        }
    }
}

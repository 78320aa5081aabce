package app.larder.account;

import java.util.Arrays;
import java.util.HexFormat;

/** How a person's password becomes what is sent to a server or opens a file; nothing in it is secret. */
public sealed interface PasswordScheme {

    /**
     * The password stays on this computer: Argon2id (RFC 9106) makes 32 bytes of it, and the server gets only
     * HKDF-SHA256 (RFC 5869) of those with the info {@code auth}.
     *
     * @param salt 16 bytes
     * @param memoryKiB at least 19,456 (OWASP Password Storage Cheat Sheet)
     * @param iterations at least 2 with that much memory
     * @param parallelism lanes, at least 1
     */
    @SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, and compared by its bytes
    record Argon2id(byte[] salt, int memoryKiB, int iterations, int parallelism) implements PasswordScheme {

        /** Keeps its own copy of the salt. */
        public Argon2id {
            salt = salt.clone();
        }

        @Override
        public byte[] salt() {
            return salt.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Argon2id that
                    && Arrays.equals(salt, that.salt)
                    && memoryKiB == that.memoryKiB
                    && iterations == that.iterations
                    && parallelism == that.parallelism;
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(salt);
        }

        @Override
        public String toString() {
            return "Argon2id[salt=" + HexFormat.of().formatHex(salt) + ", m=" + memoryKiB + ", t=" + iterations + ", p="
                    + parallelism + "]";
        }
    }

    /**
     * An account that a web backend made: the password itself, as UTF-8, is sent over the encrypted connection and the
     * database compares it with its bcrypt hash, so that the backend goes on accepting it.
     */
    record Bcrypt() implements PasswordScheme {}
}

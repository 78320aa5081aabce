package app.larder.account;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.function.Function;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Makes of a typed password what proves it or opens with it. Arrays that held it are cleared; what JavaFX or the terminal
 * kept of it while it was typed is out of reach.
 */
public final class Passwords {

    /** OWASP Password Storage Cheat Sheet: 19 MiB, two iterations, one lane. */
    private static final int MEMORY_KIB = 19_456;

    private static final int ITERATIONS = 2;
    private static final int PARALLELISM = 1;
    private static final int SALT_BYTES = 16;
    private static final int LEAST_SALT_BYTES = 8;

    /** More than anybody needs today; a server that asks for more wants to stall this computer. */
    private static final int MOST_MEMORY_KIB = 1 << 20;

    private static final int MOST_ITERATIONS = 64;
    private static final int MOST_PARALLELISM = 16;

    /** That one UTF-16 unit takes. */
    private static final int MOST_UTF8_BYTES = 3;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** How a new password is stretched: current strength and a fresh salt. */
    public static PasswordScheme.Argon2id freshScheme() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new PasswordScheme.Argon2id(salt, MEMORY_KIB, ITERATIONS, PARALLELISM);
    }

    /**
     * Stretches a password with Argon2id (RFC 9106), which takes some 70 ms and the scheme's memory. The password itself
     * stays as it is: whoever typed it clears it.
     *
     * @throws IllegalArgumentException if the scheme is weaker than Larder's own, as one made up to learn the password
     *     would be, or beyond all measure
     */
    public static StretchedPassword stretch(char[] password, PasswordScheme.Argon2id scheme) {
        if (scheme.memoryKiB() < MEMORY_KIB
                || scheme.iterations() < ITERATIONS
                || scheme.parallelism() < PARALLELISM
                || scheme.salt().length < LEAST_SALT_BYTES) {
            throw new IllegalArgumentException("This way to keep a password is too weak to be used.");
        }
        if (scheme.memoryKiB() > MOST_MEMORY_KIB
                || scheme.iterations() > MOST_ITERATIONS
                || scheme.parallelism() > MOST_PARALLELISM) {
            throw new IllegalArgumentException("This way to keep a password asks for more than this computer gives.");
        }
        byte[] bytes = utf8(password);
        try {
            return new StretchedPassword(argon2id(
                    bytes,
                    new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                            .withMemoryAsKB(scheme.memoryKiB())
                            .withIterations(scheme.iterations())
                            .withParallelism(scheme.parallelism())
                            .withSalt(scheme.salt())
                            .build()));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** What a server gets to see of a password, as its scheme says; the caller clears it. */
    public static byte[] proof(char[] password, PasswordScheme scheme) {
        return switch (scheme) {
            case PasswordScheme.Argon2id argon2id -> {
                try (StretchedPassword stretched = stretch(password, argon2id)) {
                    yield stretched.proof();
                }
            }
            case PasswordScheme.Bcrypt _ -> utf8(password);
        };
    }

    /** Does something with what a server gets to see of a password, and clears that. */
    static <T> T proving(char[] password, PasswordScheme scheme, Function<byte[], T> work) {
        byte[] proof = proof(password, scheme);
        try {
            return work.apply(proof);
        } finally {
            Arrays.fill(proof, (byte) 0);
        }
    }

    static byte[] argon2id(byte[] password, Argon2Parameters parameters) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] output = new byte[StretchedPassword.BYTES];
        generator.generateBytes(password, output);
        return output;
    }

    /**
     * UTF-8 of a password in Unicode form NFC, so that "ü" typed on a Mac and on a PC is the same (RFC 8265, section
     * 4.2.2). A password that is not in that form yet goes through a string that cannot be cleared.
     */
    static byte[] utf8(char[] password) {
        CharBuffer typed = CharBuffer.wrap(password);
        CharBuffer composed = Normalizer.isNormalized(typed, Normalizer.Form.NFC)
                ? typed
                : CharBuffer.wrap(Normalizer.normalize(typed, Normalizer.Form.NFC).toCharArray());
        ByteBuffer encoded = ByteBuffer.allocate(MOST_UTF8_BYTES * composed.length());
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .encode(composed, encoded, true);
        encoded.flip();
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }
}

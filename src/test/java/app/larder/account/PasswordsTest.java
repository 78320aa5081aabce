package app.larder.account;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

/** Passwords become what the standards say they become. */
class PasswordsTest {

    /** RFC 9106, section 5.3. */
    @Test
    void argon2idMakesOfTheStandardsInputTheStandardsTag() {
        byte[] password = filled(32, 1);
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(filled(16, 2))
                .withSecret(filled(8, 3))
                .withAdditional(filled(12, 4))
                .build();

        assertEquals(
                "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
                HexFormat.of().formatHex(Passwords.argon2id(password, parameters)));
    }

    /** The first Argon2id case of the reference implementation's own test. */
    @Test
    void aTypedPasswordIsStretchedAsTheReferenceImplementationDoes() {
        PasswordScheme.Argon2id scheme =
                new PasswordScheme.Argon2id("somesalt".getBytes(StandardCharsets.US_ASCII), 1 << 16, 2, 1);
        byte[] tag = HexFormat.of().parseHex("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");

        try (StretchedPassword stretched = Passwords.stretch("password".toCharArray(), scheme)) {
            assertArrayEquals(Hkdf.derive(tag, "auth".getBytes(StandardCharsets.US_ASCII), 32), stretched.proof());
            assertArrayEquals(
                    Hkdf.derive(tag, "file".getBytes(StandardCharsets.US_ASCII), 32), stretched.fileSecret());
        }
    }

    /** RFC 5869, appendix A.3: SHA-256, no salt, no info. */
    @Test
    void hkdfMakesOfTheStandardsInputTheStandardsKey() {
        assertEquals(
                "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
                HexFormat.of().formatHex(Hkdf.derive(filled(22, 0x0b), new byte[0], 42)));
    }

    @Test
    void whatAServerSeesSaysNothingOfWhatOpensTheFile() {
        PasswordScheme.Argon2id scheme = Passwords.freshScheme();
        try (StretchedPassword stretched = Passwords.stretch("quince".toCharArray(), scheme)) {
            assertFalse(Arrays.equals(stretched.proof(), stretched.fileSecret()));
        }
    }

    @Test
    void aNewPasswordIsKeptAsStronglyAsIsAdvisedAndWithItsOwnSalt() {
        PasswordScheme.Argon2id scheme = Passwords.freshScheme();

        assertEquals(19_456, scheme.memoryKiB());
        assertEquals(2, scheme.iterations());
        assertEquals(1, scheme.parallelism());
        assertEquals(16, scheme.salt().length);
        assertFalse(Arrays.equals(scheme.salt(), Passwords.freshScheme().salt()));
    }

    @Test
    void aServerThatAsksForAWeakOrAnEndlessHashGetsNone() {
        byte[] salt = new byte[16];
        for (PasswordScheme.Argon2id bad : Set.of(
                new PasswordScheme.Argon2id(salt, 19_455, 2, 1),
                new PasswordScheme.Argon2id(salt, 19_456, 1, 1),
                new PasswordScheme.Argon2id(salt, 19_456, 2, 0),
                new PasswordScheme.Argon2id(new byte[7], 19_456, 2, 1),
                new PasswordScheme.Argon2id(salt, Integer.MAX_VALUE, 2, 1),
                new PasswordScheme.Argon2id(salt, 19_456, 1_000_000, 1),
                new PasswordScheme.Argon2id(salt, 19_456, 2, 1_000))) {
            assertThrows(IllegalArgumentException.class, () -> Passwords.proof("quince".toCharArray(), bad));
        }
    }

    @Test
    void anUmlautIsTheSameHoweverTheKeyboardMakesIt() {
        assertArrayEquals(Passwords.utf8("K\u00fcche".toCharArray()), Passwords.utf8("Ku\u0308che".toCharArray()));
        assertArrayEquals(
                "K\u00fcche 1 ".getBytes(StandardCharsets.UTF_8),
                Passwords.proof("Ku\u0308che 1 ".toCharArray(), new PasswordScheme.Bcrypt()));
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}

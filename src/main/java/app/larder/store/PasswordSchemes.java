package app.larder.store;

import app.larder.account.PasswordScheme;
import app.larder.account.PasswordScheme.Argon2id;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a password scheme is written in {@code users.password_hash}: a PHC string (github.com/P-H-C/phc-string-format),
 * {@code $larder-argon2id$v=19$m=19456,t=2,p=1$salt$hash} in Base64 without padding, whose hash is not Argon2's but the
 * SHA-256 of what the computer derives from it and sends. Hence a name of its own: nothing else can verify it.
 */
final class PasswordSchemes {

    /** An account of a web backend. */
    static final String BCRYPT = "bcrypt";

    private static final Pattern ARGON2 =
            Pattern.compile("\\$larder-argon2id\\$v=19\\$m=(\\d{5,7}),t=(\\d{1,2}),p=(\\d)\\$([A-Za-z0-9+/]{22})");

    private PasswordSchemes() {}

    /** The scheme without a hash. */
    static String text(Argon2id scheme) {
        return "$larder-argon2id$v=19$m=" + scheme.memoryKiB() + ",t=" + scheme.iterations() + ",p="
                + scheme.parallelism() + "$"
                + Base64.getEncoder().withoutPadding().encodeToString(scheme.salt());
    }

    /**
     * Reads what the database says of a name.
     *
     * @throws IllegalStateException if it is no scheme this program knows
     */
    static PasswordScheme read(String text) {
        if (text.equals(BCRYPT)) {
            return new PasswordScheme.Bcrypt();
        }
        Matcher argon2 = ARGON2.matcher(text);
        if (!argon2.matches()) {
            throw new IllegalStateException("The database proves this name's password in a way this Larder doesn't know.");
        }
        return new Argon2id(
                Base64.getDecoder().decode(argon2.group(4)),
                Integer.parseInt(argon2.group(1)),
                Integer.parseInt(argon2.group(2)),
                Integer.parseInt(argon2.group(3)));
    }
}

package app.larder.backup;

import app.larder.account.CarriedKey;
import app.larder.account.FileKey;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may open protected backups.
 *
 * @param own the key of whoever is there; null if they are not protected
 * @param password a backup's password; null if nobody was asked
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Unlocking(@Nullable FileKey own, char @Nullable [] password) {

    /** Nothing: protected backups stay closed. */
    public static final Unlocking NOTHING = new Unlocking(null, null);

    /** The same with a password. */
    public Unlocking with(char[] typed) {
        return new Unlocking(own, typed);
    }

    /** The key that a password opens; empty if it is wrong. */
    Optional<FileKey> key(String padlock) throws IOException {
        return password == null ? Optional.empty() : CarriedKey.open(padlock, password);
    }
}

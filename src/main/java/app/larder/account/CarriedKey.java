package app.larder.account;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The key file of a protected person as text, as backups carry it: with it and the password they open on any computer.
 * Nothing in it is secret, but whoever has it can try passwords.
 */
public final class CarriedKey {

    /** More than any Larder asks for: a file from elsewhere must not fill the memory or go on for ever. */
    private static final int MOST_KIB = 1 << 18;

    private static final int MOST_ITERATIONS = 20;

    private CarriedKey() {}

    /** The text of the key file in a person's folder; empty if there is none. */
    public static Optional<String> in(Path folder) throws IOException {
        return new PadlockFile(folder).text();
    }

    /**
     * The key, if this is the password.
     *
     * @throws IOException if the text says nothing that makes sense
     */
    public static Optional<FileKey> open(String text, char[] password) throws IOException {
        Padlock padlock = PadlockFile.parse(text);
        if (padlock.scheme().memoryKiB() > MOST_KIB || padlock.scheme().iterations() > MOST_ITERATIONS) {
            throw new IOException("The key asks for too much.");
        }
        return padlock.open(password);
    }
}

package app.larder.account;

import app.larder.words.FileFailure;
import app.larder.words.Sentence;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The keychain of the operating system: the Credential Manager of Windows, the Keychain of macOS, the Secret Service of
 * Linux desktops. Each call opens it anew, because its connection ends when the desktop locks it.
 */
final class KeychainShelf implements SecretShelf {

    private static final String SERVICE = "Larder";
    private static final String PROBE = "probe";

    private final Path folder;

    /** The keychain's part for a person's folder. */
    KeychainShelf(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    private interface Work<T> {
        T with(Keyring keyring) throws PasswordAccessException;
    }

    /** Whether this computer has a keychain that keeps what it is given; it is tried. */
    @Override
    public boolean works() {
        try {
            keep(PROBE, PROBE);
            boolean kept = find(PROBE).equals(Optional.of(PROBE));
            forget(PROBE);
            return kept;
        } catch (FileFailure e) {
            return false;
        }
    }

    @Override
    public Place place() {
        return Place.KEYCHAIN;
    }

    @Override
    public Optional<String> find(String name) {
        return open(keyring -> {
            try {
                return Optional.ofNullable(keyring.getPassword(SERVICE, account(name)));
            } catch (PasswordAccessException none) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void keep(String name, String secret) {
        open(keyring -> {
            keyring.setPassword(SERVICE, account(name), secret);
            return true;
        });
    }

    @Override
    public void forget(String name) {
        open(keyring -> {
            try {
                keyring.deletePassword(SERVICE, account(name));
                return true;
            } catch (PasswordAccessException none) {
                return false;
            }
        });
    }

    private String account(String name) {
        return folder + " " + name;
    }

    private static <T> T open(Work<T> work) {
        try {
            Keyring keyring = Keyring.create();
            try {
                return work.with(keyring);
            } finally {
                keyring.close();
            }
        } catch (Exception | LinkageError e) {
            // Its many ways into a desktop throw what they like, closing among them.
            throw new FileFailure(Sentence.of("account.keychain-unusable"), new IOException(e));
        }
    }
}

package app.larder.account;

import app.larder.words.FileFailure;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The places where a person's secrets can be kept on this computer. Thread-safe. */
public final class SecretShelves {

    private final SecretShelf keychain;
    private final SecretShelf session;
    private final SecretShelf file;
    private @Nullable Boolean hasKeychain;

    /**
     * The shelves of whoever was let in.
     *
     * @param session the one in memory, which outlives the window's being built anew
     */
    public SecretShelves(Entered entered, SecretShelf session) {
        this(entered, new KeychainShelf(entered.folder()), session);
    }

    /** As the other, with a keychain of one's own. */
    SecretShelves(Entered entered, SecretShelf keychain, SecretShelf session) {
        this.keychain = new SealedShelf(keychain, entered.seal());
        this.session = session;
        this.file = new FileShelf(entered.folder(), entered.seal());
    }

    /** As these, for the person let in anew. */
    SecretShelves with(Entered again) {
        return new SecretShelves(again, session);
    }

    /** The places there are, the best first; the keychain only where it works. The first call tries it. */
    public synchronized List<SecretShelf.Place> places() {
        if (hasKeychain == null) {
            hasKeychain = keychain.works();
        }
        return hasKeychain
                ? List.of(SecretShelf.Place.KEYCHAIN, SecretShelf.Place.SESSION, SecretShelf.Place.FILE)
                : List.of(SecretShelf.Place.SESSION, SecretShelf.Place.FILE);
    }

    /** The shelf at a place. */
    SecretShelf at(SecretShelf.Place place) {
        return switch (place) {
            case KEYCHAIN -> keychain;
            case SESSION -> session;
            case FILE -> file;
        };
    }

    /** A secret at a place; what cannot be read counts as gone, and the person signs in again. */
    public Optional<String> find(SecretShelf.Place place, String name) {
        try {
            return at(place).find(name);
        } catch (FileFailure e) {
            return Optional.empty();
        }
    }

    /**
     * Keeps a secret at one place and at no other.
     *
     * @throws FileFailure if it can't be kept there, or may still lie elsewhere too
     */
    public void keep(SecretShelf.Place place, String name, String secret) {
        at(place).keep(name, secret);
        forget(EnumSet.complementOf(EnumSet.of(place)), places(), name);
    }

    /**
     * Forgets secrets wherever they may lie.
     *
     * @param place where they were kept
     * @throws FileFailure if one may still lie somewhere, after every place was tried
     */
    public void forget(SecretShelf.Place place, String... names) {
        Set<SecretShelf.Place> telling = EnumSet.of(place);
        telling.addAll(places());
        forget(EnumSet.allOf(SecretShelf.Place.class), telling, names);
    }

    /** Tries all those places. One that this computer does not have always fails, and that is not worth telling. */
    private void forget(Set<SecretShelf.Place> places, Collection<SecretShelf.Place> telling, String... names) {
        RuntimeException failed = null;
        for (SecretShelf.Place place : places) {
            for (String name : names) {
                try {
                    at(place).forget(name);
                } catch (RuntimeException e) {
                    if (failed != null) {
                        failed.addSuppressed(e);
                    } else if (telling.contains(place)) {
                        failed = e;
                    }
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}

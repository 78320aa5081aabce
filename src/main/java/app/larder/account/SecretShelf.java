package app.larder.account;

import app.larder.words.FileFailure;
import java.util.Optional;

/**
 * Keeps what must not lie about: the address with this computer's login and the token of a sign-in. Blocks; a system's
 * keychain may ask its owner something.
 */
public interface SecretShelf {

    /** Where a shelf is, for the person to see and to choose. */
    enum Place {
        /** The keychain of the operating system. */
        KEYCHAIN,
        /** This program's memory: gone when it ends. */
        SESSION,
        /** A file that only its owner may read, sealed if the person has a password. */
        FILE
    }

    /** A shelf in memory, for as long as somebody is signed in. */
    static SecretShelf session() {
        return new SessionShelf();
    }

    /** Where this one is. */
    Place place();

    /** Whether this computer has such a place; finding out may take a moment. */
    default boolean works() {
        return true;
    }

    /**
     * A secret; empty if there is none of that name.
     *
     * @throws FileFailure with a sentence for people, if the place can't be used now
     */
    Optional<String> find(String name);

    /**
     * Keeps a secret, in place of the one before.
     *
     * @throws FileFailure with a sentence for people, if the place can't be used now
     */
    void keep(String name, String secret);

    /** Forgets a secret; fine if there is none. */
    void forget(String name);
}

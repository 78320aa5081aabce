package app.larder.account;

import java.nio.file.Path;

/**
 * What the cellar does for a person's database file while nobody has it open. Whenever the computer stops in the middle,
 * the file is whole, in its old or in its new state; which one, it says itself.
 */
public interface FileProtection {

    /** How a person's database file lies on the disk. */
    enum State {
        /** There is none yet. */
        NONE,
        READABLE,
        ENCRYPTED
    }

    /** How the file in that folder is now. */
    State state(Path folder);

    /**
     * Makes sure that no program has the file in that folder open.
     *
     * @throws RuntimeException with a sentence for people, if one has
     */
    void checkClosed(Path folder);

    /**
     * Puts an encrypted copy in the file's place and overwrites the readable one.
     *
     * @throws RuntimeException with a sentence for people; the file is then as it was
     */
    void encrypt(Path folder, FileKey key);

    /**
     * Puts a readable copy in the encrypted file's place.
     *
     * @throws RuntimeException with a sentence for people; the file is then as it was
     */
    void decrypt(Path folder, FileKey key);
}

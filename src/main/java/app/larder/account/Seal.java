package app.larder.account;

import java.io.IOException;

/** Keeps what is written into small files unreadable for others, or ({@link #NONE}) leaves it as it is. */
public interface Seal extends AutoCloseable {

    /** Leaves everything readable, and can't read what another seal wrote. */
    Seal NONE = new OpenSeal();

    /** The bytes as they go into a file. */
    byte[] seal(byte[] content);

    /**
     * The bytes of a file as they were before.
     *
     * @throws IOException if they were sealed by another key or have been changed since
     */
    byte[] open(byte[] stored) throws IOException;

    /** Whether a file that begins so was written under a seal that {@link #hides}. */
    static boolean hidden(byte[] start) {
        return KeySeal.sealed(start);
    }

    /** Whether {@link #seal} makes things unreadable. */
    boolean hides();

    @Override
    void close();
}

package app.larder.sync;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The bytes of photos on this computer, by their SHA-256, and what has to be done with them. */
public interface PhotoLuggage {

    /**
     * Those whose rows wait to be sent until the server has their bytes, the smallest first.
     */
    List<String> toSend();

    /** Those whose rows are here and whose bytes are not, the smallest first. */
    List<String> toFetch();

    /** The bytes; empty if they are not here. */
    Optional<byte[]> bytes(String sha256);

    /** The server has these bytes now, or nobody here can give them to it: the rows need not wait for them any more. */
    void sent(Set<String> sha256s);

    /** Keeps bytes that came, if they are what they are called. Returns whether they are. */
    boolean fetched(String sha256, byte[] bytes);
}

package app.larder.sync;

import java.util.Optional;
import java.util.Set;

/**
 * The bytes of photos on the family's server, by their SHA-256 in lower-case hexadecimal digits. Every call may be sent
 * again at any time, and fails with a {@link ServerTroubleException}.
 */
public interface PhotoServer {

    /** Those whose rows the server has and whose bytes it lacks. */
    Set<String> missing();

    /** Keeps bytes; when this returns the server has them. */
    void put(String sha256, byte[] bytes);

    /** The bytes; empty if the server doesn't have them. */
    Optional<byte[]> get(String sha256);
}

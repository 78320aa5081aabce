package app.larder.store;

import java.util.Optional;
import java.util.Set;

/** Where the bytes of one person's photos are, by the SHA-256 of what they are. */
interface PhotoShelf {

    /** The bytes; empty if they are not here, or are not what they were. */
    Optional<byte[]> get(String sha256);

    /** Whether the bytes are here, without a look at them. */
    boolean has(String sha256);

    /** Keeps the bytes; durable when it returns. Bytes that are here already are kept once. */
    void put(String sha256, byte[] bytes);

    /**
     * Notes which bytes nothing needs, and removes those that were noted {@link PhotoStore#KEPT} ago.
     *
     * @return how many were removed
     */
    int collect(Set<String> needed);
}

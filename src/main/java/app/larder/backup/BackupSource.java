package app.larder.backup;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The rows and photos of one person at one moment. What it says twice, it says in the same words. */
public interface BackupSource {

    /** The version of the tables the rows come from. */
    int schema();

    /** The kinds of rows there are, parents before children; each becomes a file of that name in a backup. */
    List<String> kinds();

    /** Hands out the rows of a kind in the order of their ids, each as one line of JSON. */
    void each(String kind, Consumer<String> line);

    /** Hands out the photos whose bytes are here, one at a time: the SHA-256 of the bytes, and these. */
    default void eachPhoto(BiConsumer<String, byte[]> photo) {}
}

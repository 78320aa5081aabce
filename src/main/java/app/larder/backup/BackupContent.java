package app.larder.backup;

import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** The rows and photos in a backup; may be read again and again. */
public interface BackupContent {

    /** Hands out every row, parents before children: its kind, and its fields as an object. */
    void each(BiConsumer<String, JsonNode> row);

    /** Hands out every photo that is whole, one at a time: the SHA-256 of its bytes, and these. */
    void eachPhoto(BiConsumer<String, byte[]> photo);

    /** The SHA-256 of every photo it says it holds, damaged or not. */
    Set<String> photos();

    /** Those of {@link #photos} that were damaged or missing when it was last read to its end. */
    Set<String> damagedPhotos();
}

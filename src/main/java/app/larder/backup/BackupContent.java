package app.larder.backup;

import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** The rows in a backup; may be read again and again. */
public interface BackupContent {

    /** Hands out every row, parents before children: its kind, and its fields as an object. */
    void each(BiConsumer<String, JsonNode> row);
}

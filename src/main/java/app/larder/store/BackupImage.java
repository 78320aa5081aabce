package app.larder.store;

import app.larder.sync.Entity;
import app.larder.sync.Image;
import app.larder.sync.RowKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A row of a backup.
 *
 * @param fields those it says something about; a backup of older tables lacks some
 */
record BackupImage(RowKey key, Image fields) {

    /** The row, unless it is of a kind that does not sync. */
    static Optional<BackupImage> of(String kind, JsonNode row) {
        return Entity.named(kind).map(entity -> {
            Map<String, JsonNode> fields = new LinkedHashMap<>();
            for (String field : entity.fields()) {
                JsonNode value = row.get(field);
                if (value != null) {
                    fields.put(field, value);
                }
            }
            UUID id = UUID.fromString(row.path(entity.key()).asString(""));
            return new BackupImage(new RowKey(entity, id), new Image(fields));
        });
    }

    /** Whether it says anything else than a row. */
    boolean differsFrom(Image here) {
        return fields.fields().keySet().stream().anyMatch(field -> !fields.same(here, field));
    }

    /** The row as it will be: what the backup does not say stays. */
    Image over(Image here) {
        return here.with(fields.fields());
    }

    /** The row as it will be where there is none. */
    Image fresh() {
        Map<String, JsonNode> all = new LinkedHashMap<>(fields.fields());
        switch (key.entity()) {
            case RECIPES -> all.putIfAbsent("ingredients", JsonNodeFactory.instance.arrayNode());
            case RECIPE_DETAILS -> all.putIfAbsent("tags", JsonNodeFactory.instance.arrayNode());
            case MESSAGE_DETAILS -> all.putIfAbsent("extra", JsonNodeFactory.instance.objectNode());
            default -> {
                // Nothing else has to be there that older tables did not have.
            }
        }
        return new Image(all);
    }
}

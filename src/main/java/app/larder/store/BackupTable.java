package app.larder.store;

import app.larder.sync.Entity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A table that carries a person's data, as it goes into a backup: the tables that sync, and the answers that are being
 * written. What lets people in, and what sync notes for itself, is in none of them.
 *
 * @param entity null for a table that does not sync
 * @param key the column that identifies a row
 * @param fields the other columns, without the owner
 */
record BackupTable(@Nullable Entity entity, String schema, String name, String key, List<String> fields) {

    static final BackupTable DRAFTS = new BackupTable(
            null, "larder", "message_drafts", "message_id",
            List.of("session_id", "content", "model", "extra", "started_at", "updated_at"));

    /** All of them, parents before children. */
    static List<BackupTable> all() {
        List<BackupTable> all = new ArrayList<>();
        Arrays.stream(Entity.values())
                .map(entity -> new BackupTable(
                        entity, RowImages.schema(entity), entity.wire(), entity.key(), entity.fields()))
                .forEach(all::add);
        all.add(DRAFTS);
        return all;
    }

    /** The condition under which a row is a person's, with the person's id for its place. */
    String owned() {
        if (entity == Entity.USERS) {
            return "id = ?";
        }
        return entity == Entity.CHAT_MESSAGES
                ? "session_id in (select id from public.chat_sessions where user_id = ?)"
                : "user_id = ?";
    }

    String table() {
        return schema + "." + name;
    }

    /** The id that a row of a backup bears. */
    UUID id(JsonNode row) {
        return UUID.fromString(row.path(key).asString(""));
    }
}

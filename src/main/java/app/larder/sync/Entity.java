package app.larder.sync;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A kind of row that syncs, parents before children; its ordinal is its rank on the wire (src/site/markdown/sync.md).
 * Fields are the columns of its table without the key and without the owner.
 */
public enum Entity {
    USERS("users", "id", null, null, "username", "created_at", "updated_at"),
    RECIPES(
            "recipes", "id", null, null, "name", "description", "ingredients", "prep_time_minutes", "instructions", "source",
            "created_at"),
    RECIPE_DETAILS(
            "recipe_details", "recipe_id", RECIPES, null, "servings", "yield_text", "cook_time_minutes",
            "total_time_minutes", "tags", "notes", "import_batch", "rating", "origin"),
    CHAT_SESSIONS("chat_sessions", "id", null, null, "title", "created_at", "updated_at"),
    CHAT_MESSAGES("chat_messages", "id", CHAT_SESSIONS, "session_id", "session_id", "role", "content", "created_at"),
    MESSAGE_DETAILS("message_details", "message_id", CHAT_MESSAGES, null, "status", "model", "replaces", "extra"),
    HOUSEHOLD_INGREDIENTS(
            "household_ingredients", "id", null, null, "name", "quantity", "unit", "category", "added_at"),
    PANTRY_MOVES("pantry_moves", "id", HOUSEHOLD_INGREDIENTS, "item_id", "item_id", "delta", "unit", "at"),
    TRASH("trash", "row_id", null, null, "entity", "name", "image", "deleted_at"),
    CONFLICTS(
            "conflicts", "id", null, null, "entity", "row_id", "field", "kept", "other", "other_edited_at", "other_from",
            "made_at", "settled_at"),
    RECIPE_PHOTOS(
            "recipe_photos", "id", RECIPES, "recipe_id", "recipe_id", "sha256", "media_type", "width", "height", "size",
            "added_at");

    private final String wire;
    private final String key;
    private final @Nullable Entity parent;
    private final @Nullable String parentField;

    @SuppressWarnings("ImmutableEnumChecker") // List.of does not change
    private final List<String> fields;


    Entity(String wire, String key, @Nullable Entity parent, @Nullable String parentField, String... fields) {
        this.wire = wire;
        this.key = key;
        this.parent = parent;
        this.parentField = parentField;
        this.fields = List.of(fields);
    }

    /** Its place in the order of entities, parents before children. */
    @SuppressWarnings("EnumOrdinal") // the order of the constants is the order on the wire
    public int rank() {
        return ordinal();
    }

    /** The entity of that rank. */
    @SuppressWarnings("EnumOrdinal")
    static Entity ranked(int rank) {
        return values()[rank];
    }

    /** Its name on the wire, which is its table's name. */
    public String wire() {
        return wire;
    }

    /** The column that identifies a row. */
    public String key() {
        return key;
    }

    /** The columns of its image, in the order of the table. */
    public List<String> fields() {
        return fields;
    }

    /** What its rows hang on and are deleted with; null if on nothing but their owner. */
    public @Nullable Entity parent() {
        return parent;
    }

    /** The row a row hangs on, told by its image; empty if it hangs on nothing, or its image doesn't say. */
    public Optional<RowKey> parentOf(UUID id, Image image) {
        if (parent == null) {
            return Optional.empty();
        }
        if (parentField == null) {
            return Optional.of(new RowKey(parent, id));
        }
        JsonNode value = image.get(parentField);
        return value.isString() ? Optional.of(new RowKey(parent, UUID.fromString(value.stringValue()))) : Optional.empty();
    }

    /** The entity of that name; empty for one that only newer programs know. */
    public static Optional<Entity> named(String wire) {
        return Arrays.stream(values()).filter(entity -> entity.wire.equals(wire)).findFirst();
    }
}

package app.larder.store;

import app.larder.sync.Entity;
import app.larder.sync.Image;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** Turns rows of the synced tables into images and images into rows, exactly: what other programs wrote too. */
final class RowImages {

    /** People write long recipes, other programs deep trees: whatever came into the row may leave it. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNumberLength(200_000)
                            .maxNestingDepth(5_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Entity entity;
    private final @Nullable UUID owner;

    /** Rows of an entity; new ones will be a person's. */
    RowImages(Entity entity, UUID owner) {
        this.entity = entity;
        this.owner = owned(entity) ? owner : null;
    }

    private enum Kind {
        TEXT,
        NUMBER,
        ID,
        TIME,
        TREE;

        static Kind of(String column) {
            return switch (column) {
                case "prep_time_minutes", "servings", "cook_time_minutes", "total_time_minutes", "rating", "width", "height",
                        "size" -> NUMBER;
                case "session_id", "item_id", "recipe_id", "row_id", "import_batch", "replaces" -> ID;
                case "created_at", "updated_at", "started_at", "added_at", "at", "deleted_at", "other_edited_at", "made_at",
                        "settled_at" -> TIME;
                case "ingredients", "tags", "origin", "extra", "image", "kept", "other" -> TREE;
                default -> TEXT;
            };
        }
    }

    static String schema(Entity entity) {
        return switch (entity) {
            case USERS, RECIPES, CHAT_SESSIONS, CHAT_MESSAGES, HOUSEHOLD_INGREDIENTS -> "public";
            case RECIPE_DETAILS, RECIPE_PHOTOS, MESSAGE_DETAILS, PANTRY_MOVES, TRASH, CONFLICTS -> "larder";
        };
    }

    static String table(Entity entity) {
        return schema(entity) + "." + entity.wire();
    }

    /** Whether the table says itself whose its rows are. */
    static boolean owned(Entity entity) {
        return entity != Entity.USERS && entity != Entity.CHAT_MESSAGES;
    }

    /** The column with the id of the row that rows hang on; null if they hang on none. */
    static @Nullable String parentColumn(Entity entity) {
        return switch (entity) {
            case RECIPE_DETAILS, MESSAGE_DETAILS -> entity.key();
            case CHAT_MESSAGES -> "session_id";
            case PANTRY_MOVES -> "item_id";
            case RECIPE_PHOTOS -> "recipe_id";
            case USERS, RECIPES, CHAT_SESSIONS, HOUSEHOLD_INGREDIENTS, TRASH, CONFLICTS -> null;
        };
    }

    /** The root a row travels with. */
    static UUID group(Entity entity, UUID id, @Nullable UUID parent) {
        return entity == Entity.PANTRY_MOVES && parent != null ? parent : id;
    }

    String select() {
        return "select " + String.join(", ", entity.fields()) + " from " + table(entity) + " where " + entity.key() + " = ?";
    }

    String insert() {
        Stream<String> more = entity == Entity.USERS ? Stream.of("password_hash") : owner == null ? Stream.of() : Stream.of("user_id");
        List<String> fixed = more.toList();
        return "insert into " + table(entity) + " ("
                + Stream.of(entity.fields(), List.of(entity.key()), fixed)
                        .flatMap(List::stream)
                        .collect(Collectors.joining(", "))
                + ") values (" + entity.fields().stream().map(RowImages::place).collect(Collectors.joining(", ")) + ", ?"
                // A hash that no password has: only the server lets people in.
                + (entity == Entity.USERS ? ", '!'" : owner == null ? "" : ", ?") + ")";
    }

    String update() {
        return "update " + table(entity) + " set "
                + entity.fields().stream().map(field -> field + " = " + place(field)).collect(Collectors.joining(", "))
                + " where " + entity.key() + " = ?";
    }

    /** The place of a column's value in a statement. */
    static String place(String column) {
        return Kind.of(column) == Kind.TREE ? "? format json" : "?";
    }

    void bindInsert(PreparedStatement statement, UUID id, Image image) throws SQLException {
        bindUpdate(statement, id, image);
        if (owner != null) {
            statement.setObject(entity.fields().size() + 2, owner);
        }
    }

    void bindUpdate(PreparedStatement statement, UUID id, Image image) throws SQLException {
        int place = 1;
        for (String field : entity.fields()) {
            bind(statement, place, field, image.get(field));
            place++;
        }
        statement.setObject(place, id);
    }

    /** Gives a statement a column's value. */
    static void bind(PreparedStatement statement, int place, String column, JsonNode value) throws SQLException {
        Kind kind = Kind.of(column);
        if (kind == Kind.TREE) {
            statement.setString(place, json(value));
        } else if (value.isNull()) {
            statement.setNull(place, Types.NULL);
        } else {
            switch (kind) {
                case NUMBER -> statement.setInt(place, value.intValue());
                case ID -> statement.setObject(place, UUID.fromString(value.asString()));
                case TIME -> statement.setObject(place, PgTime.parse(value.asString()));
                default -> statement.setString(place, value.isString() ? value.stringValue() : json(value));
            }
        }
    }

    /** The image in a row of {@link #select()}. */
    Image read(ResultSet row) throws SQLException {
        return read(row, entity.fields());
    }

    /** The image in a row of those columns. */
    static Image read(ResultSet row, List<String> columns) throws SQLException {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        int place = 1;
        for (String column : columns) {
            fields.put(column, value(row, place, column));
            place++;
        }
        return new Image(fields);
    }

    private static JsonNode value(ResultSet row, int place, String column) throws SQLException {
        JsonNode value =
                switch (Kind.of(column)) {
                    case NUMBER -> {
                        int number = row.getInt(place);
                        yield IntNode.valueOf(number);
                    }
                    case TIME -> {
                        OffsetDateTime time = row.getObject(place, OffsetDateTime.class);
                        yield time == null ? NullNode.getInstance() : StringNode.valueOf(PgTime.text(time));
                    }
                    case TREE -> tree(row.getString(place));
                    case TEXT, ID -> {
                        String text = row.getString(place);
                        yield text == null ? NullNode.getInstance() : StringNode.valueOf(text);
                    }
                };
        return row.wasNull() ? NullNode.getInstance() : Objects.requireNonNull(value);
    }

    private static JsonNode tree(@Nullable String text) {
        return text == null ? NullNode.getInstance() : JSON.readTree(text);
    }

    private static String json(JsonNode value) {
        return JSON.writeValueAsString(value);
    }

    /** An image as text, to be kept. */
    static String text(Image image) {
        return json(JSON.createObjectNode().setAll(image.fields()));
    }

    /** The image that was kept. */
    static Image image(String text) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        JSON.readTree(text).forEachEntry(fields::put);
        return new Image(fields);
    }
}

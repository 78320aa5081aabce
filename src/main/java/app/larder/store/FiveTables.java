package app.larder.store;

import java.util.List;

/** The family's five tables as Larder needs them, to compare another program's with. */
final class FiveTables {

    /** The columns, table by table. */
    static final List<Column> COLUMNS = List.of(
            id("users"), text("users", "username", true), text("users", "password_hash", true),
            time("users", "created_at"), time("users", "updated_at"),
            id("recipes"), key("recipes", "user_id"), text("recipes", "name", true),
            text("recipes", "description", false),
            new Column("recipes", "ingredients", "jsonb", true, "'[]'"),
            new Column("recipes", "prep_time_minutes", "integer", false, ""),
            text("recipes", "instructions", false), text("recipes", "source", false), time("recipes", "created_at"),
            id("chat_sessions"), key("chat_sessions", "user_id"), text("chat_sessions", "title", false),
            time("chat_sessions", "created_at"), time("chat_sessions", "updated_at"),
            id("chat_messages"), key("chat_messages", "session_id"), text("chat_messages", "role", true),
            text("chat_messages", "content", true), time("chat_messages", "created_at"),
            id("household_ingredients"), key("household_ingredients", "user_id"),
            text("household_ingredients", "name", true), text("household_ingredients", "quantity", false),
            text("household_ingredients", "unit", false), text("household_ingredients", "category", false),
            time("household_ingredients", "added_at"));

    /** Who belongs to whom; the rows go with their owner's. */
    static final List<Reference> REFERENCES = List.of(
            new Reference("recipes", "user_id", "users"),
            new Reference("chat_sessions", "user_id", "users"),
            new Reference("chat_messages", "session_id", "chat_sessions"),
            new Reference("household_ingredients", "user_id", "users"));

    /** Their names. */
    static final List<String> NAMES =
            List.of("users", "recipes", "chat_sessions", "chat_messages", "household_ingredients");

    private FiveTables() {}

    /**
     * A column.
     *
     * @param fallback the default that fills it for other programs, as SQL; empty if there is none
     */
    record Column(String table, String name, String type, boolean required, String fallback) {}

    /** A foreign key to another table's id. */
    record Reference(String table, String column, String target) {}

    private static Column id(String table) {
        return new Column(table, "id", "uuid", true, "gen_random_uuid()");
    }

    private static Column key(String table, String name) {
        return new Column(table, name, "uuid", true, "");
    }

    private static Column text(String table, String name, boolean required) {
        return new Column(table, name, "text", required, "");
    }

    private static Column time(String table, String name) {
        return new Column(table, name, "timestamp with time zone", true, "current_timestamp");
    }
}

package app.larder.store;

import app.larder.sync.Entity;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The triggers that note edits: there once a person is connected, gone when they work on this computer only. */
final class SyncTriggers {

    private SyncTriggers() {}

    /** Makes those that are missing. Ends the transaction, as every change of tables does in H2. */
    static void make(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Entity entity : Entity.values()) {
                statement.execute("create trigger if not exists " + name(entity) + " after insert, update, delete on "
                        + RowImages.table(entity) + " for each row call \"" + SyncMarks.class.getName() + "\"");
            }
        }
    }

    /** Whether they were made, if only for the entities that were known then. */
    static boolean areThere(Statements statements) {
        return count(statements) > 0;
    }

    /** Whether none is missing. */
    static boolean areAllThere(Statements statements) {
        return count(statements) == Entity.values().length;
    }

    private static long count(Statements statements) {
        return statements.number("select count(distinct trigger_name) from information_schema.triggers"
                + " where trigger_name like 'sync!_%' escape '!'");
    }

    /** Removes them. Ends the transaction. */
    static void drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Entity entity : Entity.values()) {
                statement.execute("drop trigger if exists " + name(entity));
            }
        }
    }

    private static String name(Entity entity) {
        return RowImages.schema(entity) + ".sync_" + entity.wire();
    }
}

package app.larder.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** Finds out whether a pooler stands between this computer and a Postgres, whatever the port. */
final class Poolers {

    private static final int TRIES = 3;

    private Poolers() {}

    /** Whether one does: the server process it named at the beginning is not the one that answers. */
    static boolean between(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID() != process(connection);
    }

    /**
     * Whether one hands a server process on to the next client after each transaction, seen by two clients that are
     * connected at once and answered by the same process.
     */
    static boolean handOn(Connection connection, DatabaseUrl url) throws SQLException {
        if (!between(connection)) {
            return false;
        }
        try (Connection second = RemoteLogin.connect(url)) {
            for (int i = 0; i < TRIES; i++) {
                if (process(connection) == process(second)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int process(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_catalog.pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }
}

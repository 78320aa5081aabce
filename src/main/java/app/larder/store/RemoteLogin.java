package app.larder.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * The way into a server. Once the server has refused the user name or the password, nobody knocks again, because
 * repeated tries get the address blocked.
 */
final class RemoteLogin {

    private final DatabaseUrl url;
    private final AtomicReference<@Nullable SQLException> refusal = new AtomicReference<>();

    RemoteLogin(DatabaseUrl url) {
        this.url = url;
    }

    /** A connection of its own, made at once or not at all. */
    static Connection connect(DatabaseUrl url) throws SQLException {
        Connection connection = new Driver().connect(url.jdbcUrl(), url.properties());
        if (connection == null) {
            throw new SQLException("not a Postgres address", "08001");
        }
        return connection;
    }

    /** Whose address it is. */
    DatabaseUrl url() {
        return url;
    }

    /** Connects, unless the server has refused before. */
    Connection connect() throws SQLException {
        throwRefusal();
        try {
            return connect(url);
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith("28")) {
                refusal.compareAndSet(null, e);
            }
            throw e;
        }
    }

    /** Says again what the server said when it refused, if it did. */
    void throwRefusal() throws SQLException {
        SQLException refused = refusal.get();
        if (refused != null) {
            throw refused;
        }
    }
}

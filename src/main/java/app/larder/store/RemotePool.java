package app.larder.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/**
 * Connections to a server: few, because a pooler in session mode lends few, and kept alive through it. Once the server
 * has refused the user name or the password, nobody knocks again, because repeated tries get the address blocked.
 */
final class RemotePool implements AutoCloseable {

    private static final Duration MIGRATION_STATEMENT = Duration.ofHours(1);

    private final DatabaseUrl url;
    private final HikariDataSource pool;
    private final AtomicReference<@Nullable SQLException> refusal = new AtomicReference<>();

    /** A pool that connects at the first need. */
    RemotePool(DatabaseUrl url, int most) {
        this.url = url;
        HikariConfig config = new HikariConfig();
        config.setPoolName("larder-remote");
        config.setDataSource(new ConnectionSource(this::knock));
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(Duration.ofSeconds(url.patience() + 2L).toMillis());
        config.setMaxLifetime(Duration.ofMinutes(10).toMillis());
        config.setIdleTimeout(Duration.ofMinutes(2).toMillis());
        config.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
        this.pool = new HikariDataSource(config);
    }

    /** A connection of its own, made at once or not at all. */
    static Connection connect(DatabaseUrl url) throws SQLException {
        Connection connection = new Driver().connect(url.jdbcUrl(), url.properties());
        if (connection == null) {
            throw new SQLException("not a Postgres address", "08001");
        }
        return connection;
    }

    /**
     * Connections for migrations: past a transaction pooler, and with patience, because one statement may write every row
     * that is there. What a server or a login allows to a usual statement does not hold for it.
     *
     * @throws UnusableAddressException if the way past the pooler is not known
     */
    static DataSource forMigration(DatabaseUrl url) {
        DatabaseUrl direct = url.forMigration();
        return new ConnectionSource(() -> {
            Connection connection = connect(direct);
            try (Statement statement = connection.createStatement()) {
                connection.setNetworkTimeout(Runnable::run, (int) MIGRATION_STATEMENT.toMillis());
                statement.execute("set statement_timeout = 0");
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        });
    }

    /** Whose address it is. */
    DatabaseUrl url() {
        return url;
    }

    /** The pool as libraries want it. */
    DataSource source() {
        return new ConnectionSource(this::take);
    }

    /** Lends a connection. */
    Connection take() throws SQLException {
        throwRefusal();
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throwRefusal();
            throw e;
        }
    }

    private Connection knock() throws SQLException {
        throwRefusal();
        try {
            Connection connection = connect(url);
            if (Poolers.between(connection)) {
                // It may lend the server's side to others after each transaction, and what was prepared with it.
                connection.unwrap(PGConnection.class).setPrepareThreshold(0);
            }
            return connection;
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith("28")) {
                refusal.compareAndSet(null, e);
            }
            throw e;
        }
    }

    private void throwRefusal() throws SQLException {
        SQLException refused = refusal.get();
        if (refused != null) {
            throw refused;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}

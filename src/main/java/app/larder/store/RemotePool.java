package app.larder.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Connections to a server: few, because a pooler in session mode lends few, and kept alive through it.
 */
final class RemotePool implements AutoCloseable {

    private static final Duration MIGRATION_STATEMENT = Duration.ofHours(1);

    private final RemoteLogin login;
    private final HikariDataSource pool;

    /** A pool that connects at the first need. */
    RemotePool(DatabaseUrl url, int most) {
        this.login = new RemoteLogin(url);
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

    /**
     * Connections for migrations: past a transaction pooler, and with patience, because one statement may write every row
     * that is there. What a server or a login allows to a usual statement does not hold for it.
     *
     * @throws UnusableAddressException if the way past the pooler is not known
     */
    static DataSource forMigration(DatabaseUrl url) {
        DatabaseUrl direct = url.forMigration();
        return new ConnectionSource(() -> {
            Connection connection = RemoteLogin.connect(direct);
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
        return login.url();
    }

    /** The pool as libraries want it. */
    DataSource source() {
        return new ConnectionSource(this::take);
    }

    /** Lends a connection. */
    Connection take() throws SQLException {
        login.throwRefusal();
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            login.throwRefusal();
            throw e;
        }
    }

    private Connection knock() throws SQLException {
        Connection connection = login.connect();
        if (Poolers.between(connection)) {
            // It may lend the server's side to others after each transaction, and what was prepared with it.
            connection.unwrap(PGConnection.class).setPrepareThreshold(0);
        }
        return connection;
    }

    @Override
    public void close() {
        pool.close();
    }
}

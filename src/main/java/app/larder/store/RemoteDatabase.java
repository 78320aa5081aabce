package app.larder.store;

import app.larder.store.LarderOpenException.Kind;
import app.larder.words.Sentence;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Connects to a Postgres server and brings its tables up to date. */
final class RemoteDatabase {

    private RemoteDatabase() {}

    /**
     * A pool of connections to a server with current tables.
     *
     * @throws LarderOpenException if the server can't be reached or refuses
     */
    static HikariDataSource open(DatabaseUrl url) {
        Migrations migrations = Migrations.own();
        HikariDataSource pool = null;
        try {
            pool = pool(url);
            Migrations.State state;
            try (Connection look = pool.getConnection()) {
                state = migrations.state(look);
            }
            if (state != Migrations.State.CURRENT) {
                try (HikariDataSource direct = pool(url.forMigration())) {
                    migrations.migrate(direct, Vendor.POSTGRESQL);
                }
            }
            return pool;
        } catch (RuntimeException | SQLException e) {
            if (pool != null) {
                pool.close();
            }
            throw failure(e, url);
        }
    }

    /** Small, because a session-mode pooler lends few connections, and kept alive through it. */
    private static HikariDataSource pool(DatabaseUrl url) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("larder-remote");
        config.setJdbcUrl(url.jdbcUrl());
        config.setDataSourceProperties(url.properties());
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(Duration.ofSeconds(8).toMillis());
        config.setMaxLifetime(Duration.ofMinutes(10).toMillis());
        config.setIdleTimeout(Duration.ofMinutes(2).toMillis());
        config.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
        return new HikariDataSource(config);
    }

    private static LarderOpenException failure(Throwable failure, DatabaseUrl url) {
        for (Throwable t : OpenFailures.causes(failure)) {
            if (t instanceof LarderOpenException known) {
                return known;
            }
            if (t instanceof SQLException sql && sql.getSQLState() != null) {
                switch (sql.getSQLState()) {
                    case "28P01", "28000" -> {
                        return unreachable(Sentence.of("open.remote.password"), failure);
                    }
                    case "3D000" -> {
                        return unreachable(Sentence.of("open.remote.no-database", url.database()), failure);
                    }
                    case "42501" -> {
                        return unreachable(Sentence.of("open.remote.not-owner"), failure);
                    }
                    default -> {
                        // A connection that can't be made has many states and one sentence.
                    }
                }
            }
        }
        return unreachable(Sentence.of("open.remote.unreachable", url.host()), failure);
    }

    private static LarderOpenException unreachable(Sentence sentence, Throwable cause) {
        return new LarderOpenException(Kind.UNREACHABLE, sentence, cause);
    }
}

package app.larder.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/**
 * An open H2 database with current tables. It holds one connection of its own for as long as it is open, so that the
 * file is closed in one place, {@link #close()}, and not by the pool's threads when their last connection goes.
 */
final class LocalDatabase implements AutoCloseable {

    /**
     * The dialect of the server, its order of nulls, every commit on its way to the disk at once (the default loses the
     * last half second on a kill), and a cache that holds a large larder.
     */
    private static final String SETTINGS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";WRITE_DELAY=0;CACHE_SIZE=131072";

    private final @Nullable LocalFile file;
    private final Connection anchor;
    private final HikariDataSource pool;

    private LocalDatabase(@Nullable LocalFile file, Connection anchor, HikariDataSource pool) {
        this.file = file;
        this.anchor = anchor;
        this.pool = pool;
    }

    /**
     * Opens a folder's file for so many connections.
     *
     * @throws LarderOpenException if it can't be opened
     */
    static LocalDatabase inFolder(Path folder, int connections) {
        LocalFile file = LocalFile.take(folder);
        try {
            JdbcDataSource source = source("jdbc:h2:" + file.address() + SETTINGS);
            boolean update = prepare(file, source);
            Connection anchor = source.getConnection();
            try {
                return opened(file, anchor, source, connections, update);
            } catch (RuntimeException | SQLException | IOException e) {
                shutDown(anchor);
                if (update) {
                    file.restoreIfCutOff();
                }
                throw e;
            }
        } catch (RuntimeException | SQLException | IOException e) {
            file.close();
            throw OpenFailures.of(e, folder);
        }
    }

    private static LocalDatabase opened(
            LocalFile file, Connection anchor, JdbcDataSource source, int connections, boolean update)
            throws SQLException, IOException {
        HikariDataSource pool = pool(source, connections);
        try {
            if (update) {
                Migrations.migrate(pool, Vendor.H2);
                execute(anchor, "checkpoint sync");
                file.afterUpdate();
            }
            return new LocalDatabase(file, anchor, pool);
        } catch (RuntimeException | SQLException | IOException e) {
            pool.close();
            throw e;
        }
    }

    /** Notes how to get back if the tables need an update, and says whether they do. Leaves the database closed. */
    private static boolean prepare(LocalFile file, JdbcDataSource source) throws SQLException, IOException {
        if (!file.exists()) {
            file.beforeUpdate(true);
            return true;
        }
        boolean update;
        try (Connection look = source.getConnection()) {
            update = Migrations.state(look) == Migrations.State.OLDER;
        }
        if (update) {
            file.beforeUpdate(false);
        }
        return update;
    }

    /** Opens a database in memory. */
    static LocalDatabase inMemory(String name, int connections) {
        JdbcDataSource source = source("jdbc:h2:mem:" + name + SETTINGS);
        try {
            Connection anchor = source.getConnection();
            HikariDataSource pool = pool(source, connections);
            if (Migrations.state(anchor) == Migrations.State.OLDER) {
                Migrations.migrate(pool, Vendor.H2);
            }
            return new LocalDatabase(null, anchor, pool);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JdbcDataSource source(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser("sa");
        source.setPassword("");
        return source;
    }

    private static HikariDataSource pool(JdbcDataSource source, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("larder-local");
        config.setDataSource(source);
        config.setMaximumPoolSize(connections);
        config.setMaxLifetime(0);
        config.setIdleTimeout(0);
        config.setKeepaliveTime(0);
        return new HikariDataSource(config);
    }

    HikariDataSource pool() {
        return pool;
    }

    /** A person's search index, beside the file. */
    TextIndex textIndex(UUID userId, Function<String, Set<String>> variants) {
        return file == null
                ? TextIndex.inMemory(variants)
                : TextIndex.onDisk(file.folder().resolve("search").resolve(userId.toString()), variants);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void shutDown(Connection anchor) {
        try {
            execute(anchor, "shutdown");
        } catch (SQLException e) {
            // It failed while failing: the process's end closes the file.
            return;
        }
    }

    @Override
    public void close() {
        pool.close();
        shutDown(anchor);
        if (file != null) {
            file.close();
        }
    }
}

package app.larder.store;

import app.larder.account.FileKey;
import app.larder.account.Seal;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/**
 * An open H2 database with current tables. It holds one connection of its own for as long as it is open, so that the
 * file is closed in one place, {@link #close()}, and not by the pool's threads when their last connection goes.
 */
final class LocalDatabase implements AutoCloseable {

    /**
     * The dialect of the server, its order of nulls, no log file with people's recipes in it, and as long for a row as
     * sync may take to give way.
     */
    private static final String DIALECT = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=30000";

    /**
     * Every commit is written before it is acknowledged: by default H2 loses the last half second on a kill. And it is
     * always written at the end of the file: H2 2.5 notes the place of a chunk it puts into a gap one chunk too late
     * (its header is written before the newest chunk counts as such), and after a kill finds neither that chunk nor
     * the up to twenty after it. The cache holds a large larder. When the program is asked to end, what it has begun may
     * still be written: H2's own hook would close the file under it.
     */
    private static final String FILE = DIALECT
            + ";WRITE_DELAY=0;REUSE_SPACE=FALSE;MAX_COMPACT_TIME=0;CACHE_SIZE=131072;DB_CLOSE_ON_EXIT=FALSE";

    /** The folder of the search indexes. */
    static final String INDEX = "search";

    private final @Nullable LocalFile file;
    private final @Nullable FileKey key;
    private final Connection anchor;
    private final HikariDataSource pool;

    private LocalDatabase(
            @Nullable LocalFile file, @Nullable FileKey key, Connection anchor, HikariDataSource pool) {
        this.file = file;
        this.key = key;
        this.anchor = anchor;
        this.pool = pool;
    }

    /**
     * Opens a folder's file for so many connections.
     *
     * @param key what it is encrypted with, not closed before the database is; null for a readable file
     * @throws LarderOpenException if it can't be opened
     */
    static LocalDatabase inFolder(Path folder, @Nullable FileKey key, int connections, Migrations migrations) {
        LocalFile file = LocalFile.take(folder);
        try {
            boolean update = prepare(file, key, migrations);
            if (key != null) {
                CipherChange.clearLeftovers(folder, true);
            }
            JdbcDataSource source = source("jdbc:h2:" + file.address() + FILE, key);
            Connection anchor = source.getConnection();
            try {
                HikariDataSource pool = pool(source, connections);
                return opened(file, key, anchor, pool, update ? migrations : null);
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
            LocalFile file,
            @Nullable FileKey key,
            Connection anchor,
            HikariDataSource pool,
            @Nullable Migrations update)
            throws SQLException, IOException {
        try {
            if (update != null) {
                update.migrate(pool, Vendor.H2);
                execute(anchor, "checkpoint sync");
                file.afterUpdate();
            }
            return new LocalDatabase(file, key, anchor, pool);
        } catch (RuntimeException | SQLException | IOException e) {
            pool.close();
            throw e;
        }
    }

    /**
     * Notes how to get back if the tables need an update, and says whether they do. The look before that is one that
     * can neither change nor hold the file, whatever it is.
     */
    private static boolean prepare(LocalFile file, @Nullable FileKey key, Migrations migrations)
            throws SQLException, IOException {
        if (!file.exists()) {
            file.beforeUpdate(true);
            return true;
        }
        if (key == null && LocalFile.encrypted(file.folder())) {
            throw OpenFailures.locked();
        }
        Migrations.State state;
        try (Connection look = glance(file.folder().resolve(LocalFile.NAME), key)) {
            state = migrations.state(look);
        } catch (SQLException e) {
            // The folder can be written, or it could not have been taken: a file H2 would have to mend first.
            if (e.getErrorCode() == ErrorCode.DATABASE_IS_READ_ONLY) {
                throw OpenFailures.damaged(file.folder(), e);
            }
            throw e;
        }
        return switch (state) {
            case CURRENT -> {
                UpdateBackup.ifDatabaseIsNew(file.folder(), key);
                yield false;
            }
            case OLDER -> {
                UpdateBackup.make(file.folder(), key);
                file.beforeUpdate(false);
                yield true;
            }
            // Larder's own file is never without tables; H2 finds none where the end of a file is missing.
            case NONE -> throw OpenFailures.damaged(file.folder(), null);
        };
    }

    /** Opens a database in memory. */
    static LocalDatabase inMemory(String name, int connections) {
        JdbcDataSource source = source("jdbc:h2:mem:" + name + DIALECT, null);
        Migrations migrations = Migrations.own();
        try {
            Connection anchor = source.getConnection();
            HikariDataSource pool = pool(source, connections);
            if (migrations.state(anchor) != Migrations.State.CURRENT) {
                migrations.migrate(pool, Vendor.H2);
            }
            return new LocalDatabase(null, null, anchor, pool);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection that looks at a closed database and neither changes nor holds it. */
    static Connection glance(Path withoutEnding, @Nullable FileKey key) throws SQLException {
        return source("jdbc:h2:" + GlancePath.address(withoutEnding) + DIALECT + ";ACCESS_MODE_DATA=r", key)
                .getConnection();
    }

    /** An encrypted file is opened with "key password", and Larder's user has none. */
    private static JdbcDataSource source(String url, @Nullable FileKey key) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUser("sa");
        if (key == null) {
            source.setURL(url);
            source.setPassword("");
        } else {
            char[] digits = key.digits();
            char[] password = Arrays.copyOf(digits, digits.length + 1);
            password[digits.length] = ' ';
            source.setURL(url + ";CIPHER=AES");
            source.setPasswordChars(password);
            Arrays.fill(digits, ' ');
        }
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

    /** A person's search index: beside the file, or in memory if the file is encrypted, for it would be readable. */
    TextIndex textIndex(UUID userId, Function<String, Set<String>> variants) {
        return file == null || key != null
                ? TextIndex.inMemory(variants)
                : TextIndex.onDisk(file.folder().resolve(INDEX).resolve(userId.toString()), variants);
    }

    /** The photos beside the file; empty if there is no file. */
    Optional<PhotoFiles> photos() {
        return Optional.ofNullable(file)
                .map(LocalFile::folder)
                .map(folder -> new PhotoFiles(folder.resolve(PhotoFiles.FOLDER), key == null ? Seal.NONE : key.seal()));
    }

    /** Removes the indexes beside the file, of whomever they are; none may be open. */
    void dropTextIndexes() {
        if (file != null) {
            try {
                CipherChange.dropIndex(file.folder());
            } catch (IOException e) {
                // Only room is lost: an index nobody asks for is never read.
                return;
            }
        }
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
        Compaction compaction = compaction();
        shutDown(anchor);
        if (compaction != null) {
            compaction.run();
        }
        if (file != null) {
            file.close();
        }
    }

    private @Nullable Compaction compaction() {
        try {
            return file != null && Compaction.pays(anchor) ? Compaction.of(file, key, anchor) : null;
        } catch (SQLException e) {
            // The database broke: its file is left for the next start to look at.
            return null;
        }
    }
}

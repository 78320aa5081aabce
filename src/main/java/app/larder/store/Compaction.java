package app.larder.store;

import app.larder.account.FileKey;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Makes the local file small again. Larder only ever appends to it ({@link LocalDatabase} says why), so it grows with
 * every change; when most of it is old, its live part is copied to a new file, which takes its place in one step once it
 * is known to hold as many rows of every table.
 */
final class Compaction {

    private static final Logger LOG = Logger.getLogger(Compaction.class.getName());

    private static final long WORTH_BYTES = 32L << 20;
    private static final int WORTH_TIMES = 3;

    private final LocalFile file;
    private final @Nullable FileKey key;
    private final Map<String, Long> rows;

    private Compaction(LocalFile file, @Nullable FileKey key, Map<String, Long> rows) {
        this.file = file;
        this.key = key;
        this.rows = rows;
    }

    /** Whether the file is large, and most of it old: more than 32 MB, and three times what is live. */
    static boolean pays(Connection open) throws SQLException {
        Map<String, Long> info = new HashMap<>();
        try (Statement statement = open.createStatement();
                ResultSet result = statement.executeQuery("select setting_name, cast(setting_value as bigint)"
                        + " from information_schema.settings where setting_name in"
                        + " ('info.FILE_SIZE', 'info.CHUNKS_FILL_RATE')")) {
            while (result.next()) {
                info.put(result.getString(1), result.getLong(2));
            }
        }
        long size = info.getOrDefault("info.FILE_SIZE", 0L);
        long live = size / 100 * info.getOrDefault("info.CHUNKS_FILL_RATE", 100L);
        return size - live > WORTH_BYTES && size - live > WORTH_TIMES * live;
    }

    /**
     * A compaction of a file that is still open; it notes what the new file must hold.
     *
     * @param key what the file is encrypted with, and the new one will be; null for a readable one
     */
    static Compaction of(LocalFile file, @Nullable FileKey key, Connection open) throws SQLException {
        return new Compaction(file, key, counted(open));
    }

    /** How many rows each table has. */
    private static Map<String, Long> counted(Connection open) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Statement statement = open.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet result = statement.executeQuery("select table_schema, table_name from"
                    + " information_schema.tables where table_type = 'BASE TABLE'"
                    + " and table_schema in ('public', 'larder')")) {
                while (result.next()) {
                    tables.add(result.getString(1) + "." + result.getString(2));
                }
            }
            for (String table : tables) {
                try (ResultSet result = statement.executeQuery("select count(*) from " + table)) {
                    result.next();
                    rows.put(table, result.getLong(1));
                }
            }
        }
        return rows;
    }

    /** Does it, the database being closed. A failure leaves the file as it is. */
    void run() {
        try {
            copyLive();
            if (rows.equals(countedInNewFile())) {
                file.replaceByCompacted();
            }
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.log(Level.INFO, "The larder's file could not be made smaller; it stays as it is.", e);
        } finally {
            file.dropCompacted();
        }
    }

    private void copyLive() {
        String from = file.data().toString();
        String to = file.compacted().toString();
        if (key == null) {
            MVStore.compact(from, to, true, null);
            return;
        }
        // H2 takes the key of both files from an open store.
        try (MVStore open = new MVStore.Builder()
                .fileName(from)
                .readOnly()
                .encryptionKey(key.digits())
                .open()) {
            MVStore.compact(from, to, true, open.getFileStore());
        }
    }

    private Map<String, Long> countedInNewFile() throws SQLException {
        String name = file.compacted().toString();
        try (Connection look = LocalDatabase.glance(Path.of(name.substring(0, name.length() - ".mv.db".length())), key)) {
            return counted(look);
        }
    }
}

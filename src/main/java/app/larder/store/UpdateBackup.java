package app.larder.store;

import app.larder.account.FileKey;
import app.larder.backup.BackupShelf;
import app.larder.backup.BackupSource;
import app.larder.backup.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.h2.engine.Constants;
import org.jspecify.annotations.Nullable;

/**
 * Backs a closed file up before its tables are changed, or before a new version of the database's own program writes to
 * it. One that fails keeps nobody from their recipes: the update itself is undone if it does not come to its end.
 */
final class UpdateBackup {

    private static final System.Logger LOG = System.getLogger(UpdateBackup.class.getName());

    /** Which version of H2 wrote the file, beside the backups. */
    private static final String VERSION = "h2-version";

    private UpdateBackup() {}

    /** Makes one if another version of H2 wrote the file last. */
    static void ifDatabaseIsNew(Path folder, @Nullable FileKey key) {
        Path backups = new BackupShelf(folder, key).folder();
        Path mark = backups.resolve(VERSION);
        try {
            if (!Files.isDirectory(backups)) {
                return;
            }
            String before = Files.exists(mark) ? Files.readString(mark) : Constants.VERSION;
            if (!before.equals(Constants.VERSION)) {
                make(folder, key);
            }
            if (!before.equals(Constants.VERSION) || !Files.exists(mark)) {
                Files.writeString(mark, Constants.VERSION);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the version of the database's program could not be noted", e);
        }
    }

    /** Makes one of a closed file, whatever version its tables are of. */
    static void make(Path folder, @Nullable FileKey key) {
        try (Connection look = LocalDatabase.glance(folder.resolve(LocalFile.NAME), key);
                Statements statements = new Statements(look)) {
            BackupSource rows = BackupTables.ofOldest(statements);
            if (rows != null) {
                new BackupShelf(folder, key).make(rows, Reason.UPDATE, Instant.now());
            }
        } catch (SQLException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "no backup was made before the update", e);
        }
    }
}

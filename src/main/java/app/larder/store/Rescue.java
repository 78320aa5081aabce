package app.larder.store;

import app.larder.account.FileKey;
import app.larder.account.Seal;
import app.larder.backup.BackupFile;
import app.larder.backup.BackupProblem;
import app.larder.backup.BackupShelf;
import app.larder.backup.Comparison;
import app.larder.backup.Kept;
import app.larder.backup.Reason;
import app.larder.backup.Rescued;
import app.larder.backup.Unlocking;
import app.larder.sync.Entity;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.mvstore.MVStoreTool;
import org.jspecify.annotations.Nullable;

/**
 * Saves what can be read of a damaged file, and fills the gaps from the last backup. A new file is made beside it, which
 * takes its place in one step; the damaged one is kept under another name. Until then nothing is changed.
 */
public final class Rescue {

    /** So long a damaged file may take to be read; then the reading thread is left alone, never interrupted. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final @Nullable FileKey key;
    private final Path work;

    private Rescue(Path folder, @Nullable FileKey key) {
        this.folder = folder;
        this.key = key;
        this.work = folder.resolve("rescue");
    }

    /**
     * Does it for the file in a person's folder.
     *
     * @param key what it is encrypted with; null for a readable one
     * @throws RuntimeException with a sentence for people; the file is then as it was
     */
    public static Rescued run(Path folder, @Nullable FileKey key) {
        return new Rescue(folder, key).run();
    }

    private Rescued run() {
        try (LocalFile file = LocalFile.takeDamaged(folder)) {
            clear();
            Files.createDirectories(work);
            Salvage salvage = read();
            Rescued rescued = rebuild(salvage);
            // Two names for the damaged file, then the new one takes the first of them.
            keep(file.data(), rescued.damaged());
            Path fresh = work.resolve("new").resolve(LocalFile.NAME + ".mv.db");
            LocalFile.force(fresh);
            Files.move(fresh, file.data(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            file.forceFolder();
            CipherChange.dropIndex(folder);
            clear();
            return rescued;
        } catch (IOException e) {
            throw OpenFailures.of(e, folder);
        }
    }

    private static void keep(Path data, Path damaged) throws IOException {
        try {
            Files.createLink(damaged, data);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(data, damaged);
            LocalFile.force(damaged);
        }
    }

    /** The rows of the file as it is, and of what H2 gets when it goes back to the newest state it finds whole. */
    private Salvage read() throws IOException {
        Salvage salvage = new Salvage();
        Path copy = work.resolve("copy.mv.db");
        Files.copy(folder.resolve(LocalFile.NAME + ".mv.db"), copy);
        Thread reader = Thread.ofPlatform().daemon().name("larder-rescue").start(() -> {
            salvage.read(work.resolve("copy"), key);
            if (key == null && !salvage.isComplete()) {
                rolledBack(copy).ifPresent(older -> salvage.read(older, null));
            }
        });
        try {
            if (!reader.join(PATIENCE)) {
                throw new IOException("the damaged file took too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("nobody waits for the rescue", e);
        }
        return salvage;
    }

    private Optional<Path> rolledBack(Path copy) {
        try {
            MVStoreTool.rollback(copy.toString(), Long.MAX_VALUE, Writer.nullWriter());
            Path older = work.resolve("older.mv.db");
            Files.move(Path.of(copy + ".temp"), older, StandardCopyOption.REPLACE_EXISTING);
            return Optional.of(work.resolve("older"));
        } catch (IOException | RuntimeException | OutOfMemoryError unreadable) {
            System.getLogger(Rescue.class.getName())
                    .log(System.Logger.Level.DEBUG, "there is no older state to go back to", unreadable);
            return Optional.empty();
        }
    }

    private Rescued rebuild(Salvage salvage) {
        BackupShelf shelf = new BackupShelf(folder, key);
        Optional<Kept> last = lastGood(shelf);
        if (salvage.isEmpty() && last.isEmpty()) {
            throw OpenFailures.damaged(folder, null);
        }
        last.ifPresent(this::bringPhotos);
        boolean complete = salvage.isComplete();
        Kept read = shelf.make(salvage.whole(), Reason.RESCUE, Instant.now());
        int fromBackup = 0;
        try (Database fresh = Database.local(work.resolve("new"), key)) {
            LocalBackup rows = (LocalBackup) fresh.openFor(fresh.localUser("cook")).backup().orElseThrow();
            try (BackupFile rescued = open(read)) {
                if (last.isPresent() && !complete) {
                    try (BackupFile before = open(last.get())) {
                        rows.restoreRows(before, BackupPhotos.NONE);
                    }
                    Comparison.Counts found = rows.compare(rescued).total();
                    int here = found.same() + found.different();
                    try (BackupFile before = open(last.get())) {
                        Comparison.Counts all = rows.compare(before).total();
                        fromBackup = Math.max(0, all.same() + all.different() - here);
                    }
                    rows.restoreRows(rescued, BackupPhotos.NONE);
                } else {
                    rows.restoreRows(rescued, BackupPhotos.NONE);
                }
            }
        }
        Instant now = Instant.now();
        return new Rescued(
                salvage.count(Entity.RECIPES),
                salvage.count(Entity.HOUSEHOLD_INGREDIENTS),
                salvage.count(Entity.CHAT_MESSAGES),
                complete,
                complete ? null : last.map(Kept::madeAt).orElse(null),
                fromBackup,
                folder.resolve(LocalFile.NAME + ".damaged-" + now.getEpochSecond() + ".mv.db"));
    }

    /** Photos stand beside the file, whatever happened to that; only those that are gone or damaged come from the backup. */
    private void bringPhotos(Kept last) {
        PhotoFiles photos =
                new PhotoFiles(folder.resolve(PhotoFiles.FOLDER), key == null ? Seal.NONE : key.seal());
        try (BackupFile backup = open(last)) {
            BackupPhotos.of(backup, photos).put(backup, photos);
        }
    }

    private BackupFile open(Kept kept) {
        return BackupFile.open(kept.path(), new Unlocking(key, null));
    }

    private Optional<Kept> lastGood(BackupShelf shelf) {
        return shelf.list().stream().filter(kept -> kept.reason() != Reason.RESCUE && isGood(kept)).findFirst();
    }

    private boolean isGood(Kept kept) {
        try (BackupFile file = open(kept)) {
            return file.check().manifest().schema() <= Migrations.NEWEST;
        } catch (BackupProblem e) {
            return false;
        }
    }

    private void clear() throws IOException {
        if (!Files.isDirectory(work)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(work)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }
}

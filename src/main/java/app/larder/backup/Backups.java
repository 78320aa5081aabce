package app.larder.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The use-cases on one person's backups. Blocks while files are read and written, so not for the JavaFX thread. */
public final class Backups {

    private final @Nullable BackupRows rows;
    private final BackupShelf shelf;
    private final Unlocking unlocking;
    private final int newest;
    private final Clock clock;

    /**
     * Backups of rows on a shelf.
     *
     * @param rows null for a person who works in the family's database itself
     * @param unlocking the key of whoever is there
     * @param newest the version of the newest tables this program knows
     */
    public Backups(@Nullable BackupRows rows, BackupShelf shelf, Unlocking unlocking, int newest, Clock clock) {
        this.rows = rows;
        this.shelf = shelf;
        this.unlocking = unlocking;
        this.newest = newest;
        this.clock = clock;
    }

    private BackupRows rows() {
        if (rows == null) {
            throw BackupProblem.of(BackupProblem.Kind.ELSEWHERE, shelf.folder(), null);
        }
        return rows;
    }

    /** Whether there is anything here to back up: not if the person works in the family's database itself. */
    public boolean areHere() {
        return rows != null;
    }

    /** Whether new ones are protected. */
    public boolean areSealed() {
        return unlocking.own() != null;
    }

    /** Where they are. */
    public Path folder() {
        return shelf.folder();
    }

    /** The backups there are, the newest first. */
    public List<Kept> list() {
        return shelf.list();
    }

    /** Makes one now. */
    public synchronized Kept now() {
        return make(Reason.ASKED);
    }

    /** Makes one now in a file of that name, which must not exist. */
    public synchronized Path at(Path file) {
        return read(source -> {
            shelf.makeAt(source, file, clock.instant());
            return file;
        });
    }

    private <T> T read(Function<BackupSource, T> work) {
        List<String> drafts = shelf.drafts().lines();
        return rows().read(source -> work.apply(new WithDrafts(source, drafts)));
    }

    private Kept make(Reason reason) {
        return read(source -> shelf.make(source, reason, clock.instant()));
    }

    /**
     * The backup of the day, unless today has one already, and then lets older ones go.
     *
     * @param keep how many automatic ones of each kind stay; at least one
     */
    public synchronized Optional<Kept> daily(int keep) {
        shelf.sealReadable();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
        if (rows == null || shelf.list().stream().anyMatch(kept -> kept.reason() == Reason.DAILY && day(kept.madeAt()).equals(today))) {
            return Optional.empty();
        }
        Kept made = make(Reason.DAILY);
        shelf.prune(keep, made);
        return Optional.of(made);
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneId.systemDefault());
    }

    /**
     * Opens a backup, after reading all of it.
     *
     * @param password null if nobody was asked
     * @throws BackupProblem if it is none, damaged, newer, or locked
     */
    public BackupFile open(Path file, char @Nullable [] password) {
        BackupFile opened = BackupFile.open(file, password == null ? unlocking : unlocking.with(password));
        try {
            if (opened.manifest().schema() > newest) {
                throw BackupProblem.of(BackupProblem.Kind.NEWER, file, null);
            }
            return opened.check();
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** What restoring would do. */
    public Comparison compare(BackupFile backup) {
        return whole(backup, file -> rows().compare(file).with(shelf.drafts().compare(file)));
    }

    /** Puts back what a backup holds, after making one of what is here now. */
    public synchronized Restored restore(BackupFile backup) {
        make(Reason.RESTORE);
        return whole(backup, this::restoreAll);
    }

    private Restored restoreAll(BackupFile backup) {
        DraftRows drafts = shelf.drafts();
        Map<Comparison.Thing, Comparison.Counts> before = drafts.compare(backup);
        Restored rows = rows().restore(backup);
        List<String> put = draftsOf(backup, drafts);
        return new Restored(rows.comparison().with(before), () -> {
            rows.undo().run();
            try {
                drafts.remove(put);
            } catch (IOException e) {
                throw BackupProblem.of(BackupProblem.Kind.UNWRITTEN, shelf.folder(), e);
            }
        });
    }

    /** The rows are back by now: drafts that could not be kept don't take them away again. */
    private static List<String> draftsOf(BackupFile backup, DraftRows drafts) {
        try {
            return drafts.restore(backup);
        } catch (IOException e) {
            System.getLogger(Backups.class.getName())
                    .log(System.Logger.Level.WARNING, "drafts of a backup could not be kept", e);
            return List.of();
        }
    }

    /** A backup that is whole may still say what no row can hold. */
    private static <T> T whole(BackupFile backup, Function<BackupFile, T> work) {
        try {
            return work.apply(backup);
        } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
            throw BackupProblem.of(BackupProblem.Kind.DAMAGED, backup.path(), e);
        }
    }
}

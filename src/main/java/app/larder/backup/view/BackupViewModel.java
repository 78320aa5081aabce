package app.larder.backup.view;

import app.larder.backup.BackupFile;
import app.larder.backup.BackupProblem;
import app.larder.backup.Backups;
import app.larder.backup.Comparison;
import app.larder.backup.Kept;
import app.larder.backup.Restored;
import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.settings.BackupSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The backups of whoever is there: what there is, and what restoring one would do. */
public final class BackupViewModel {

    private final Backups backups;
    private final Consumer<BackupSettings> change;
    private final Background background;
    private final Notices notices;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<BackupSettings> settings;
    private final ReadOnlyObjectWrapper<List<Kept>> list = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Preview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Path> locked = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /**
     * The backups.
     *
     * @param change keeps changed settings
     */
    public BackupViewModel(
            Backups backups,
            BackupSettings settings,
            Consumer<BackupSettings> change,
            Background background,
            Notices notices,
            Texts texts) {
        this.backups = backups;
        this.settings = new ReadOnlyObjectWrapper<>(settings);
        this.change = change;
        this.background = background;
        this.notices = notices;
        this.texts = texts;
    }

    /** A backup that is open, and what restoring it would do. */
    record Preview(BackupFile backup, Comparison comparison) {}

    ReadOnlyObjectProperty<BackupSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Kept>> listProperty() {
        return list.getReadOnlyProperty();
    }

    /** Null while nobody asks for one. */
    ReadOnlyObjectProperty<@Nullable Preview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** The backup whose password is asked for; null if none is. */
    ReadOnlyObjectProperty<@Nullable Path> lockedProperty() {
        return locked.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    boolean areHere() {
        return backups.areHere();
    }

    boolean areSealed() {
        return backups.areSealed();
    }

    Path folder() {
        return backups.folder();
    }

    void daily(boolean daily) {
        choose(settings.get().withDaily(daily));
    }

    void keep(int keep) {
        choose(settings.get().withKeep(keep));
    }

    private void choose(BackupSettings chosen) {
        if (!chosen.equals(settings.get())) {
            settings.set(chosen);
            change.accept(chosen);
        }
    }

    /** Looks at what there is. */
    void refresh() {
        background.run(backups::list, list::set, this::failed);
    }

    void backUpNow() {
        begin();
        background.run(
                backups::now,
                _ -> {
                    busy.set(false);
                    notices.done(texts.get("backup.made"));
                    refresh();
                },
                this::failed);
    }

    /** Opens a backup to see what restoring it would do. */
    void look(Path file) {
        look(file, null);
    }

    /** Opens the backup that asked for its password; the password is cleared. */
    void unlock(char[] password) {
        Path file = locked.get();
        if (file != null) {
            look(file, password);
        }
    }

    private void look(Path file, char @Nullable [] password) {
        begin();
        background.run(
                () -> {
                    try {
                        BackupFile backup = backups.open(file, password);
                        return new Preview(backup, backups.compare(backup));
                    } finally {
                        if (password != null) {
                            Arrays.fill(password, ' ');
                        }
                    }
                },
                opened -> {
                    busy.set(false);
                    locked.set(null);
                    preview.set(opened);
                },
                failure -> {
                    failed(failure);
                    if (failure instanceof BackupProblem known && known.kind() == BackupProblem.Kind.LOCKED) {
                        problem.set("");
                        locked.set(file);
                    }
                });
    }

    private void begin() {
        busy.set(true);
        problem.set("");
        close();
    }

    /** Leaves the preview without restoring. */
    void cancel() {
        close();
        locked.set(null);
        problem.set("");
    }

    private void close() {
        Preview open = preview.get();
        if (open != null) {
            preview.set(null);
            open.backup().close();
        }
    }

    /** Puts back what the previewed backup holds. */
    void restore() {
        Preview open = preview.get();
        if (open == null) {
            return;
        }
        preview.set(null);
        busy.set(true);
        background.run(
                () -> {
                    try (BackupFile backup = open.backup()) {
                        return backups.restore(backup);
                    }
                },
                this::restored,
                this::failed);
    }

    private void restored(Restored done) {
        busy.set(false);
        Comparison.Counts all = done.comparison().total();
        String restored = texts.get("backup.restored", all.fresh(), all.different());
        List<String> damaged = done.comparison().damaged();
        notices.undoable(
                damaged.isEmpty() ? restored : texts.get("backup.restored.damaged", restored, String.join(", ", damaged)),
                texts.get("backup.undo"),
                () -> background.run(
                        () -> {
                            done.undo().run();
                            return done;
                        },
                        _ -> notices.done(texts.get("backup.undone")),
                        this::failed));
        refresh();
    }

    private void failed(Exception failure) {
        busy.set(false);
        problem.set(texts.why(failure, "backup.failed"));
    }
}

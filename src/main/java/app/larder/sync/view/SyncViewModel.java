package app.larder.sync.view;

import app.larder.fx.Background;
import app.larder.fx.Badge;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.sync.Activity;
import app.larder.sync.Conflict;
import app.larder.sync.Refused;
import app.larder.sync.RowKey;
import app.larder.sync.SyncDesk;
import app.larder.sync.SyncStatus;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** How sync stands, what it did, and what people can do about it. Used on the JavaFX thread only. */
public final class SyncViewModel {

    private static final int LINES = 100;

    private final @Nullable Postman postman;
    private final Background background;
    private final Background.Lane looking;
    private final Notices notices;
    private final Texts texts;
    private final Clock clock;
    private final boolean direct;
    private final SyncWords words;
    private final ReadOnlyObjectWrapper<SyncStatus> status = new ReadOnlyObjectWrapper<>(SyncStatus.NONE);
    private final ReadOnlyObjectWrapper<Panel> panel = new ReadOnlyObjectWrapper<>(Panel.NOTHING);
    private final ReadOnlyObjectWrapper<Badge> badge = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();

    /**
     * The window's side of an exchange.
     *
     * @param postman null if there is nothing to exchange
     * @param direct whether that is because the person works in the family's database itself
     */
    public SyncViewModel(
            @Nullable Postman postman,
            Background background,
            Notices notices,
            Texts texts,
            Clock clock,
            boolean direct) {
        this.postman = postman;
        this.background = background;
        this.looking = background.lane();
        this.notices = notices;
        this.texts = texts;
        this.clock = clock;
        this.direct = direct;
        this.words = new SyncWords(texts, clock.getZone());
        tick();
    }

    /** Shows how it stands from now on. */
    public void show(SyncStatus now) {
        status.set(now);
        tick();
        if (now.state() != SyncStatus.State.SYNCING) {
            // Nobody asked, and the larder may be closing.
            load(_ -> {});
        }
    }

    /** Says again how long ago things were. */
    public void tick() {
        badge.set(badge(panel.get().open().size()));
    }

    private Badge badge(int open) {
        if (direct) {
            return new Badge("fth-database", texts.get("sync.badge.direct"), Badge.Tone.GOOD);
        }
        return paused.get()
                ? new Badge("fth-pause-circle", texts.get("sync.badge.paused"), Badge.Tone.QUIET)
                : words.badge(status.get(), open, now());
    }

    /** How the exchange itself stands, whatever there is to look at. */
    Badge standing() {
        return badge(0);
    }

    /** How it stands, in a sentence. */
    String headline() {
        if (direct) {
            return texts.get("sync.head.direct");
        }
        return paused.get() ? texts.get("sync.head.paused") : words.headline(status.get(), now());
    }

    /** What that means, and what to do if anything. */
    String meaning() {
        if (direct) {
            return texts.get("sync.mean.direct");
        }
        return paused.get() ? texts.get("sync.mean.paused") : words.meaning(status.get());
    }

    Instant now() {
        return clock.instant();
    }

    SyncWords words() {
        return words;
    }

    /** Whether there is somebody to exchange with. */
    boolean connected() {
        return postman != null;
    }

    /** Looks again at what there is to decide and what happened. */
    void load() {
        load(_ -> problem("sync.failed.look"));
    }

    private void load(Consumer<Exception> failed) {
        Postman there = postman;
        if (there != null) {
            looking.run(() -> look(there.desk()), this::seen, failed);
        }
    }

    private static Panel look(SyncDesk desk) {
        List<Conflict> all = desk.conflicts();
        List<Activity> activity = desk.activity(LINES);
        return new Panel(
                all.stream().filter(conflict -> conflict.settled() == null).toList(),
                all.stream().filter(conflict -> conflict.settled() != null).limit(LINES).toList(),
                desk.refused(),
                activity,
                desk.names(activity.stream().map(Activity::key).filter(Objects::nonNull).collect(Collectors.toSet())),
                desk.deletions());
    }

    private void seen(Panel now) {
        panel.set(now);
        tick();
    }

    /** Exchanges now. */
    void syncNow() {
        act(Postman::soon, () -> {});
    }

    /** Compares everything with the server. */
    void check() {
        act(Postman::compareSoon, () -> notices.done(texts.get("sync.done.check")));
    }

    /** Stops the exchange, or goes on with it. */
    void pause(boolean stop) {
        act(there -> there.pause(stop), () -> {
            paused.set(stop);
            tick();
        });
    }

    void answerDeletions(boolean delete) {
        act(there -> there.answerDeletions(delete), () ->
                notices.done(texts.get(delete ? "sync.done.delete" : "sync.done.keepall")));
    }

    /** Puts the value that gave way in the place of the one that stands; Undo turns it back. */
    void useOther(Conflict conflict) {
        turn(conflict, () -> notices.undoable(
                texts.get("sync.done.other", words.called(conflict.row(), conflict.name())),
                texts.get("shell.undo"),
                () -> turn(conflict, () -> {})));
    }

    private void turn(Conflict conflict, Runnable done) {
        Postman there = postman;
        if (there == null) {
            return;
        }
        background.run(
                () -> there.desk().useOther(conflict.id()),
                turned -> {
                    load();
                    if (turned) {
                        done.run();
                    } else {
                        problem("sync.failed.gone");
                    }
                },
                _ -> problem("sync.failed.act"));
    }

    /** Lets what stands stand. */
    void keep(Conflict conflict) {
        act(there -> there.desk().keep(conflict.id()), () -> notices.done(texts.get("sync.done.keep")));
    }

    void retry(Refused refused) {
        act(there -> {
            there.desk().retry(refused.row());
            there.soon();
        }, () -> notices.done(texts.get("sync.done.retry", words.called(refused.row(), refused.name()))));
    }

    void discard(Refused refused) {
        act(there -> there.desk().discard(refused.row()), () ->
                notices.done(texts.get("sync.done.discard", words.called(refused.row(), refused.name()))));
    }

    /** Writes everything that is here only to a new file in a folder. */
    void saveUnsent(Path folder) {
        Postman there = postman;
        if (there == null) {
            return;
        }
        background.run(
                () -> UnsentFile.write(folder, clock.instant(), there.desk().unsent()),
                file -> notices.done(texts.get("sync.done.saved", file.toString())),
                _ -> problem("sync.failed.save"));
    }

    private void act(Consumer<Postman> work, Runnable done) {
        Postman there = postman;
        if (there == null) {
            return;
        }
        background.run(
                () -> {
                    work.accept(there);
                    return there;
                },
                _ -> {
                    done.run();
                    load();
                },
                _ -> problem("sync.failed.act"));
    }

    private void problem(String key) {
        notices.problem(texts.get(key), texts.get("sync.again"), this::load);
    }

    /** How it stands. */
    public ReadOnlyObjectProperty<SyncStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** The same for the rail. */
    public ReadOnlyObjectProperty<Badge> badgeProperty() {
        return badge.getReadOnlyProperty();
    }

    /** What there is to look at. */
    ReadOnlyObjectProperty<Panel> panelProperty() {
        return panel.getReadOnlyProperty();
    }

    /** Whether the person stopped the exchange. */
    ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    /** What a row in the activity is called; null if nobody knows. */
    @Nullable String name(@Nullable RowKey key) {
        return key == null ? null : panel.get().names().get(key);
    }
}

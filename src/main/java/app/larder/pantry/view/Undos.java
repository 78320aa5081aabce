package app.larder.pantry.view;

import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.pantry.Change;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** What can be taken back in this room. Used on the JavaFX thread only. */
final class Undos {

    /** Presses of +, or of −, on one row no further apart than this are taken back together. */
    private static final Duration RUN = Duration.ofSeconds(3);

    private final Notices notices;
    private final Texts texts;
    private final PantryWords words;
    private final Clock clock;
    private final Consumer<Change> back;
    private final Map<UUID, Steps> running = new HashMap<>();

    /** One run of steps, as one change that grows. */
    private static final class Steps {
        private final boolean up;
        private Change all;
        private Instant last;

        private Steps(boolean up, Change first, Instant now) {
            this.up = up;
            this.all = first;
            this.last = now;
        }
    }

    /** Takes things back by {@code back}. */
    Undos(Notices notices, Texts texts, PantryWords words, Clock clock, Consumer<Change> back) {
        this.notices = notices;
        this.texts = texts;
        this.words = words;
        this.clock = clock;
        this.back = back;
    }

    /** Says what was done, with Undo. */
    void offer(Change change) {
        offer(words.done(change), () -> back.accept(change));
    }

    /** Says that something was done, with Undo. */
    void offer(String done, Runnable undo) {
        running.clear();
        notices.undoable(done, texts.get("shell.undo"), undo);
    }

    /** A step shows for itself; Ctrl+Z takes back the run of steps it is part of. */
    void step(UUID row, boolean up, Change step) {
        Instant now = clock.instant();
        Steps run = running.get(row);
        boolean goesOn = run != null
                && run.up == up
                && !run.last.plus(RUN).isBefore(now)
                && Objects.equals(run.all.after(), step.before());
        if (run != null && goesOn) {
            run.all = new Change(run.all.before(), step.after());
            run.last = now;
            return;
        }
        Steps fresh = new Steps(up, step, now);
        running.put(row, fresh);
        notices.undoable(() -> words.done(fresh.all), () -> {
            running.remove(row, fresh);
            back.accept(fresh.all);
        });
    }
}

package app.larder.recipes.view;

import app.larder.fx.Notices;
import app.larder.fx.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The timers of the kitchen, several at once; they go on whatever page is on screen. JavaFX thread only. */
public final class Timers {

    /** A bell nobody hears is struck again, until somebody stops it or this long. */
    private static final Duration RINGS_FOR = Duration.ofMinutes(1);

    private static final Duration BETWEEN_RINGS = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final Notices notices;
    private Texts texts;
    private final Runnable bell;
    private final ObservableList<KitchenTimer> timers = FXCollections.observableArrayList();
    private final ObservableList<KitchenTimer> shown = FXCollections.unmodifiableObservableList(timers);

    private Instant nextRing = Instant.MIN;

    /** No timers yet; {@code clock} is the clock on the wall, {@code bell} is struck when a time is up. */
    public Timers(InstantSource clock, Notices notices, Texts texts, Runnable bell) {
        this.clock = clock;
        this.notices = notices;
        this.texts = texts;
        this.bell = bell;
    }

    /** The window speaks another language from now on. */
    public void speak(Texts language) {
        texts = language;
    }

    /** Starts a timer for a step of a recipe. */
    public void start(Duration length, String recipe, int step) {
        timers.add(new KitchenTimer(length, recipe, step, clock));
    }

    /** Looks at the clock for all of them and says whose time is up. */
    public void tick() {
        for (KitchenTimer timer : List.copyOf(timers)) {
            if (timer.tick()) {
                notices.problem(
                        texts.get("recipes.timer.over", timer.step(), timer.recipe()),
                        texts.get("recipes.timer.stop"),
                        () -> stop(timer));
                nextRing = Instant.MIN;
            }
        }
        ring();
    }

    private void ring() {
        Instant now = clock.instant();
        if (!now.isBefore(nextRing) && timers.stream().anyMatch(t -> t.endedAfter(now.minus(RINGS_FOR)))) {
            nextRing = now.plus(BETWEEN_RINGS);
            bell.run();
        }
    }

    /** How many there are, also those whose time is up. */
    public int count() {
        return timers.size();
    }

    /** Takes a timer away. */
    void stop(KitchenTimer timer) {
        timers.remove(timer);
    }

    /** All timers, in the order they were started. */
    ObservableList<KitchenTimer> list() {
        return shown;
    }
}

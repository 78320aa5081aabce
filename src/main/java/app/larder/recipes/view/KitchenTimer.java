package app.larder.recipes.view;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One timer of the kitchen. It goes by the clock on the wall, so a computer that slept does not make the food wait. */
final class KitchenTimer {

    /** Whether it runs. */
    enum State {
        RUNNING,
        PAUSED,
        OVER
    }

    private final String recipe;
    private final int step;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Duration> left;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
    private @Nullable Instant end;
    private @Nullable Instant over;

    /** A timer that runs at once. */
    KitchenTimer(Duration length, String recipe, int step, InstantSource clock) {
        this.recipe = recipe;
        this.step = step;
        this.clock = clock;
        this.left = new ReadOnlyObjectWrapper<>(length);
        this.end = clock.instant().plus(length);
    }

    /** The recipe it was started from. */
    String recipe() {
        return recipe;
    }

    /** The number of the step it was started from. */
    int step() {
        return step;
    }

    /** Looks at the clock; true if the time is up just now. */
    boolean tick() {
        if (end == null) {
            return false;
        }
        Duration rest = Duration.between(clock.instant(), end);
        if (rest.isPositive()) {
            left.set(rest);
            return false;
        }
        left.set(Duration.ZERO);
        over = clock.instant();
        end = null;
        state.set(State.OVER);
        return true;
    }

    /** Whether its time is up, and was found to be after that moment. */
    boolean endedAfter(Instant moment) {
        return state.get() == State.OVER && over != null && over.isAfter(moment);
    }

    /** Stops the time, or lets it go on. */
    void pauseOrGoOn() {
        switch (state.get()) {
            case RUNNING -> {
                tick();
                if (state.get() == State.RUNNING) {
                    end = null;
                    state.set(State.PAUSED);
                }
            }
            case PAUSED -> run();
            case OVER -> {}
        }
    }

    /** A minute more; a timer that is over runs again. */
    void addMinute() {
        if (state.get() == State.RUNNING) {
            tick();
        }
        left.set(left.get().plusMinutes(1));
        if (state.get() != State.PAUSED) {
            run();
        }
    }

    private void run() {
        end = clock.instant().plus(left.get());
        state.set(State.RUNNING);
    }

    /** The time left, as of the last look at the clock. */
    ReadOnlyObjectProperty<Duration> leftProperty() {
        return left.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }
}

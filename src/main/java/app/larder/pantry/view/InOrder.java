package app.larder.pantry.view;

import app.larder.fx.Background;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Work that must happen in the order it was asked for, one piece at a time: two presses of + are two more. Used on the
 * JavaFX thread only.
 */
final class InOrder {

    private final Background background;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    InOrder(Background background) {
        this.background = background;
    }

    /** As {@link Background#run}, once all work asked for before has reported. */
    <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        waiting.add(() -> background.run(
                work,
                result -> report(done, result),
                failure -> report(failed, failure)));
        if (!busy) {
            next();
        }
    }

    private <T> void report(Consumer<T> to, T what) {
        try {
            to.accept(what);
        } finally {
            next();
        }
    }

    private void next() {
        Runnable first = waiting.poll();
        busy = first != null;
        if (first != null) {
            first.run();
        }
    }
}

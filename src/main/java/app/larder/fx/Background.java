package app.larder.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Moves work off the JavaFX thread and its result back onto it; the only place that does. Work is never interrupted,
 * because an interrupt inside embedded H2 closes the database file: stale results are dropped instead.
 */
public interface Background extends AutoCloseable {

    /** Runs {@code work} elsewhere, then {@code done} with its result or {@code failed} with what it threw, back here. */
    <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed);

    /** Runs a change of the screen on the JavaFX thread, soon; for progress reported from inside {@code work}. */
    void onScreen(Runnable change);

    /** Lets work under way finish, for at most ten seconds, and takes no more. */
    @Override
    void close();

    /** Work on virtual threads, results on the JavaFX thread: what the window uses. */
    static Background threads() {
        return new Threads();
    }

    /** Everything at once on the calling thread: what tests use. */
    static Background direct() {
        return new Direct();
    }

    /** A lane in which only the newest work's result arrives, for search as you type. */
    default Lane lane() {
        return new Lane(this);
    }

    /** Of several pieces of work begun one after the other, only the newest reports. Used on one thread only. */
    final class Lane {
        private final Background background;
        private long newest;

        private Lane(Background background) {
            this.background = background;
        }

        /** As {@link Background#run}, unless newer work has begun in this lane before it ends. */
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            long mine = ++newest;
            background.run(
                    work,
                    result -> {
                        if (mine == newest) {
                            done.accept(result);
                        }
                    },
                    failure -> {
                        if (mine == newest) {
                            failed.accept(failure);
                        }
                    });
        }

        /** Drops the result of all work begun so far. */
        public void forget() {
            newest++;
        }
    }

    /** The real one. */
    final class Threads implements Background {
        private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

        private Threads() {}

        @Override
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            if (workers.isShutdown()) {
                // The window is closed, perhaps while a result of before was being shown.
                return;
            }
            workers.execute(() -> {
                Runnable report;
                try {
                    T result = work.call();
                    report = () -> done.accept(result);
                } catch (Exception failure) {
                    report = () -> failed.accept(failure);
                }
                onScreen(report);
            });
        }

        @Override
        public void onScreen(Runnable change) {
            Platform.runLater(() -> {
                // A window that is closed has no screen: what is told to it begins no new work.
                if (!workers.isShutdown()) {
                    change.run();
                }
            });
        }

        @Override
        public void close() {
            workers.shutdown();
            try {
                if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
                    System.getLogger(Background.class.getName())
                            .log(System.Logger.Level.WARNING, "work was still under way when the window closed");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The direct twin. */
    final class Direct implements Background {
        private Direct() {}

        @Override
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            T result;
            try {
                result = work.call();
            } catch (Exception failure) {
                failed.accept(failure);
                return;
            }
            done.accept(result);
        }

        @Override
        public void onScreen(Runnable change) {
            change.run();
        }

        @Override
        public void close() {}
    }
}

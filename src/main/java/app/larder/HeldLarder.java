package app.larder;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The larder a window has open: none or one, and none for good once the window is closed, even if it was still opening
 * then. Thread-safe; waits while the files are opened and closed, so not for the JavaFX thread before the end.
 */
final class HeldLarder implements AutoCloseable {

    private @Nullable Wiring held;
    private boolean closed;

    /**
     * Opens the larder, after closing one that is held: its files admit only one at a time.
     *
     * @param opening opens it, or throws with a sentence for people
     * @throws CancellationException if the window was closed meanwhile; what was opened is closed again
     */
    Wiring open(Supplier<Wiring> opening) {
        letGo();
        Wiring fresh = opening.get();
        synchronized (this) {
            if (!closed) {
                held = fresh;
                return fresh;
            }
        }
        fresh.close();
        throw new CancellationException("The window was closed.");
    }

    /** The larder that is held, if any; waits while one is being closed. */
    synchronized Optional<Wiring> held() {
        return Optional.ofNullable(held);
    }

    /** Closes the larder that is held, if any; {@link #open} may open it again. */
    synchronized void letGo() {
        if (held != null) {
            Wiring old = held;
            held = null;
            old.close();
        }
    }

    /** Closes the larder that is held or still being opened, for good. */
    @Override
    public synchronized void close() {
        closed = true;
        letGo();
    }
}

package app.larder.logs;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes every error that nobody caught: writes it down and lets it be shown, the same one once, and never two at a time. An
 * error while that is done ends here. Thread-safe.
 */
public final class Crashes implements Thread.UncaughtExceptionHandler {

    private static final System.Logger LOG = System.getLogger(Crashes.class.getName());

    /** Different errors that are written down; a program with more has been said enough about. */
    private static final int MOST = 50;

    private final String version;
    private final Trace trace;
    private final Consumer<Crash> show;
    private final Set<String> seen = new HashSet<>();
    private boolean showing;

    /**
     * Nothing has gone wrong yet.
     *
     * @param codes as in {@link LogFiles#begin}
     * @param show shows an error on any thread; {@link #dismissed} follows
     */
    public Crashes(String version, Function<Throwable, String> codes, Consumer<Crash> show) {
        this.version = version;
        this.trace = new Trace(codes);
        this.show = show;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        try {
            caught(failure);
        } catch (RuntimeException | Error again) {
            dismissed();
        }
    }

    private void caught(Throwable failure) {
        Crash crash = Crash.of(failure, version, trace);
        boolean shown;
        synchronized (this) {
            if (seen.size() >= MOST || !seen.add(crash.code())) {
                return;
            }
            shown = !showing;
            showing = true;
        }
        LOG.log(System.Logger.Level.ERROR, "nobody expected this: " + crash.code(), failure);
        if (shown) {
            show.accept(crash);
        }
    }

    /** The error on the screen is gone from it. */
    public synchronized void dismissed() {
        showing = false;
    }
}

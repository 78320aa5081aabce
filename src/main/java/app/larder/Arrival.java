package app.larder;

import app.larder.account.Entered;
import app.larder.fx.Background;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Lets the only person of this computer in, if nothing has to be asked, and opens what they keep, both elsewhere: the
 * window is made meanwhile.
 */
final class Arrival {

    private final FutureTask<Optional<Entered>> entering;
    private final FutureTask<Wiring> opening;

    private Arrival(AccountWiring accounts, HeldLarder larder) {
        entering = new FutureTask<>(() -> accounts.people().enterAtOnce());
        opening = new FutureTask<>(() -> {
            Entered entered = entered().orElseThrow();
            return larder.open(() -> accounts.open(entered));
        });
    }

    /** Begins at once. */
    static Arrival begin(AccountWiring accounts, HeldLarder larder, Background background) {
        Arrival arrival = new Arrival(accounts, larder);
        background.run(
                () -> {
                    arrival.entering.run();
                    if (arrival.entered().isPresent()) {
                        arrival.opening.run();
                    }
                    return arrival;
                },
                _ -> {},
                // Whoever asks for the result is told.
                _ -> {});
        return arrival;
    }

    /** Waits for whoever was let in; empty if somebody has to be asked. */
    Optional<Entered> entered() throws Exception {
        return result(entering);
    }

    /** Waits for what they keep; only if somebody was let in. */
    Wiring opened() throws Exception {
        return result(opening);
    }

    private static <T> T result(FutureTask<T> task) throws Exception {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        }
    }
}

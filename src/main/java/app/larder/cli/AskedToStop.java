package app.larder.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Ctrl+C, or the system's request to end: told to a command, which is given time to finish what it has begun. */
final class AskedToStop implements BooleanSupplier, AutoCloseable {

    private static final int SECONDS = 10;

    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread waiting = Thread.ofPlatform().name("larder-stop").unstarted(this::await);

    /** Listens from now until it is closed. */
    AskedToStop() {
        Runtime.getRuntime().addShutdownHook(waiting);
    }

    @Override
    public boolean getAsBoolean() {
        return asked.get();
    }

    private void await() {
        asked.set(true);
        try {
            if (!finished.await(SECONDS, TimeUnit.SECONDS)) {
                System.getLogger(AskedToStop.class.getName()).log(System.Logger.Level.WARNING, "a command did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The command has finished; called while the program ends, it lets it end. */
    @Override
    public void close() {
        finished.countDown();
        if (!asked.get()) {
            try {
                Runtime.getRuntime().removeShutdownHook(waiting);
            } catch (IllegalStateException ending) {
                asked.set(true); // it ends this moment
            }
        }
    }
}

package app.larder;

import java.time.Duration;
import java.time.Instant;

/** Says in the log how long after the start of the process each stage of opening was reached. */
final class StartTimes {

    private static final System.Logger LOG = System.getLogger(StartTimes.class.getName());

    private final Instant began;

    /** Counts from that moment on. */
    StartTimes(Instant began) {
        this.began = began;
    }

    /**
     * Counts from the start of this process, as the system knows it: on Linux up to a second early, because its clock of
     * processes counts from a start of the system that is known to the second.
     */
    static StartTimes ofThisProcess() {
        return new StartTimes(ProcessHandle.current().info().startInstant().orElseGet(Instant::now));
    }

    /** A stage is reached, like "first window"; its name holds nothing of a person's. */
    void reached(String stage) {
        LOG.log(
                System.Logger.Level.INFO,
                "start: " + stage + " after " + Duration.between(began, Instant.now()).toMillis() + " ms");
    }
}

package app.larder.store;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Whose turn it is to write to the local file: people's edits, one after the other, or sync. Sync may write thousands of
 * rows in one transaction; it lets whoever waits go first every few milliseconds, still in its own transaction, which
 * nobody sees before it is complete. Somebody who then meets one of its unfinished rows would wait for it and it for
 * them: so it gives way, and does its work again after them.
 */
final class Turn {

    private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(15);
    private static final long LOOK_AGAIN_MILLIS = 10;

    /** H2 does not say who waits for a row that is only just being inserted: so much patience with anybody. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

    private final ReentrantLock writing;
    private final BooleanSupplier inTheWay;
    private final boolean patient;
    private long since = System.nanoTime();
    private boolean shared;

    /**
     * A turn of sync's, which holds the lock.
     *
     * @param inTheWay whether somebody waits for a row of sync's transaction
     * @param patient whether others may go in between
     */
    Turn(ReentrantLock writing, BooleanSupplier inTheWay, boolean patient) {
        this.writing = writing;
        this.inTheWay = inTheWay;
        this.patient = patient;
    }

    /** Sync's transaction has to be rolled back and done again; the lock may or may not be held. */
    static final class GivenWayException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Lets others in if they wait and the turn has lasted. Returns whether anybody may have been. */
    boolean breathe() {
        if (!patient || !writing.hasQueuedThreads() || System.nanoTime() - since < SLICE) {
            return false;
        }
        shared = true;
        writing.unlock();
        long waiting = System.nanoTime();
        while (!locked()) {
            if (inTheWay.getAsBoolean() || System.nanoTime() - waiting > PATIENCE) {
                throw new GivenWayException();
            }
        }
        since = System.nanoTime();
        return true;
    }

    /** Whether others were let in, so that whatever went wrong since may be their doing. */
    boolean shared() {
        return shared;
    }

    private boolean locked() {
        try {
            return writing.tryLock(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the threads of the larder", e);
        }
    }
}

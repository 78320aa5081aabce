package app.larder.sync;

import app.larder.sync.SyncStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges rows with the family's server for as long as it is open, on a thread of its own, and says how it stands. It
 * never interrupts an exchange: the server's own time limits end one that hangs, and {@link #close} waits for that.
 */
public final class SyncLoop implements AutoCloseable {

    private static final long LOOK_AT_NETWORK = Duration.ofSeconds(5).toNanos();

    private final Supplier<Step> exchange;
    private final Supplier<Step> here;
    private final Consumer<SyncStatus> listener;
    private final Standing standing;
    private final Rhythm rhythm;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private Set<String> network = Network.addresses();
    private boolean closed;

    /**
     * Begins at once.
     *
     * @param exchange {@link SyncEngine#step}; throws {@link ServerTroubleException}
     * @param here {@link SyncEngine#standing}: how it stands by what is known here; asked when no answer came
     * @param clock this computer's
     * @param listener told of every change of the status, on this loop's thread
     */
    public SyncLoop(
            Supplier<Step> exchange, Supplier<Step> here, InstantSource clock, Consumer<SyncStatus> listener) {
        this.exchange = exchange;
        this.here = here;
        this.listener = listener;
        this.standing = new Standing(clock);
        this.rhythm = new Rhythm(RandomGenerator.getDefault(), System.nanoTime());
        this.thread = Thread.ofVirtual().name("larder-sync").start(this::run);
    }

    /** Somebody changed something here. */
    public void edited() {
        told(() -> {
            rhythm.edited(System.nanoTime());
            standing.edited();
        });
    }

    /** There may be something new: the window has come to the front, the network has changed, the server rang. */
    public void noticed() {
        told(() -> rhythm.noticed(System.nanoTime()));
    }

    /** How it stands. */
    public SyncStatus status() {
        lock.lock();
        try {
            return standing.status();
        } finally {
            lock.unlock();
        }
    }

    private void told(Runnable what) {
        lock.lock();
        try {
            what.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        SyncStatus said = SyncStatus.NONE;
        while (awaitDue()) {
            said = say(said);
            Step step = null;
            ServerTroubleException trouble = null;
            try {
                step = exchange.get();
            } catch (ServerTroubleException e) {
                trouble = e;
            } catch (RuntimeException e) {
                System.getLogger(SyncLoop.class.getName())
                        .log(System.Logger.Level.WARNING, "an exchange came to nothing", e);
            }
            Step known = step == null ? known() : null;
            if (!note(step, trouble, known)) {
                say(said);
                return;
            }
            said = say(said);
        }
    }

    /** What is known here; null if that can't be read. */
    private @Nullable Step known() {
        try {
            return here.get();
        } catch (RuntimeException e) {
            System.getLogger(SyncLoop.class.getName()).log(System.Logger.Level.WARNING, "nobody knows what waits", e);
            return null;
        }
    }

    /** Waits for the next exchange. Returns whether there is to be one. */
    private boolean awaitDue() {
        lock.lock();
        try {
            while (!closed) {
                long left = rhythm.due() - System.nanoTime();
                if (left <= 0) {
                    rhythm.begun();
                    standing.begun();
                    return true;
                }
                if (standing.status().offline() != null && networkChanged()) {
                    rhythm.noticed(System.nanoTime());
                    continue;
                }
                try {
                    var _ = changed.awaitNanos(Math.min(left, LOOK_AT_NETWORK));
                } catch (InterruptedException _) {
                    // Nobody has a reason to, and the end is told in another way: it goes on.
                }
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean networkChanged() {
        Set<String> before = network;
        network = Network.addresses();
        return !network.isEmpty() && !network.equals(before);
    }

    /** Notes how an exchange ended. Returns whether there can be another. */
    private boolean note(@Nullable Step step, @Nullable ServerTroubleException trouble, @Nullable Step known) {
        lock.lock();
        try {
            long now = System.nanoTime();
            if (step == null) {
                standing.failed(trouble == null ? ServerTroubleException.Kind.UNKNOWN : trouble.kind(), known);
                if (trouble != null && trouble.kind() != ServerTroubleException.Kind.REFUSED) {
                    rhythm.over(now, false);
                } else {
                    rhythm.resting(now);
                }
                return true;
            }
            standing.over(step, now);
            switch (step.kind()) {
                case DONE -> {
                    if (step.more()) {
                        rhythm.goesOn(now);
                    } else {
                        rhythm.over(now, step.sent() + step.received() > 0);
                    }
                }
                case ACCOUNT_GONE -> closed = true;
                case SIGNED_OUT, UPDATE_NEEDED, MANY_DELETIONS -> rhythm.resting(now);
            }
            return step.kind() != Step.Kind.ACCOUNT_GONE;
        } finally {
            lock.unlock();
        }
    }

    private SyncStatus say(SyncStatus before) {
        SyncStatus now = status();
        if (!now.equals(before)) {
            listener.accept(now);
        }
        return now;
    }

    /** Waits for the exchange that is going on, if any, and ends. */
    @Override
    public void close() {
        told(() -> closed = true);
        boolean interrupted = false;
        while (thread.isAlive() && thread != Thread.currentThread()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is known of how it stands. */
    private static final class Standing {

        private static final long LONG = Duration.ofMinutes(10).toNanos();

        private final InstantSource clock;
        private SyncStatus status = new SyncStatus(State.WAITING, 0, 0, 0, 0, null, null);
        private State rest = State.WAITING;
        private int least = Integer.MAX_VALUE;
        private long leastSince;
        private boolean between = true;

        Standing(InstantSource clock) {
            this.clock = clock;
        }

        SyncStatus status() {
            return status;
        }

        void edited() {
            if (status.state() == State.UP_TO_DATE) {
                status = with(State.WAITING, status.done(), status.of());
            }
        }

        void begun() {
            if (rest == State.WAITING || rest == State.UP_TO_DATE) {
                // An idle look is not worth a word; a first one, or one with something to send, is.
                boolean visible = status.state() != State.UP_TO_DATE && status.offline() == null;
                status = visible
                        ? with(State.SYNCING, between ? 0 : status.done(), between ? status.waiting() : status.of())
                        : status;
            }
            between = false;
        }

        void failed(ServerTroubleException.Kind kind, @Nullable Step known) {
            rest = switch (kind) {
                case AGAIN, UNKNOWN -> State.WAITING;
                case REFUSED -> State.COMPUTER_REFUSED;
                case SCHEMA -> State.SERVER_TOO_OLD;
            };
            between = true;
            Instant since = status.offline() == null ? clock.instant() : status.offline();
            int waiting = known == null ? status.waiting() : known.waiting();
            int refused = known == null ? status.refused() : known.refused();
            Instant synced = known == null ? status.synced() : known.synced();
            status = new SyncStatus(rest, 0, 0, waiting, refused, synced, rest == State.WAITING ? since : null);
        }

        void over(Step step, long now) {
            if (step.waiting() < least) {
                least = step.waiting();
                leastSince = now;
            }
            if (step.waiting() == 0) {
                least = Integer.MAX_VALUE;
            }
            boolean stuck = step.waiting() > step.refused() && now - leastSince > LONG;
            rest = switch (step.kind()) {
                case SIGNED_OUT -> State.SIGN_IN_AGAIN;
                case ACCOUNT_GONE -> State.ON_THIS_COMPUTER_ONLY;
                case UPDATE_NEEDED -> State.UPDATE_NEEDED;
                case MANY_DELETIONS -> State.MANY_DELETIONS;
                case DONE -> step.upToDate() ? State.UP_TO_DATE : State.WAITING;
            };
            State shown = rest;
            if (rest == State.WAITING) {
                shown = stuck ? State.STUCK : step.more() ? State.SYNCING : step.refused() > 0 ? State.NEEDS_YOU : State.WAITING;
            }
            between = !step.more();
            int done = status.done() + step.sent() + step.received();
            int of = Math.max(status.of(), done + step.waiting() - step.refused());
            status = new SyncStatus(
                    shown, between ? 0 : done, between ? 0 : of, step.waiting(), step.refused(), step.synced(), null);
        }

        private SyncStatus with(State state, int done, int of) {
            return new SyncStatus(
                    state, done, of, status.waiting(), status.refused(), status.synced(), status.offline());
        }
    }
}

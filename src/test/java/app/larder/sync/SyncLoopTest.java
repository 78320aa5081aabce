package app.larder.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.sync.ServerTroubleException.Kind;
import app.larder.sync.SyncStatus.State;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The loop asks when it should, says how it stands, and ends in order. */
@Timeout(60)
class SyncLoopTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final BlockingQueue<Supplier<Step>> answers = new SynchronousQueue<>();
    private final BlockingQueue<SyncStatus> said = new LinkedBlockingQueue<>();
    private final SyncLoop loop = new SyncLoop(
            this::exchange, () -> step(Step.Kind.DONE, 0, 7, 0, false), InstantSource.fixed(NOON), said::add);

    private Step exchange() {
        try {
            return answers.take().get();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        Thread closing = Thread.ofVirtual().start(loop::close);
        while (closing.isAlive()) {
            var _ = answers.offer(() -> step(Step.Kind.DONE, 0, 0, 0, false), 20, TimeUnit.MILLISECONDS);
        }
    }

    private static Step step(Step.Kind kind, int moved, int waiting, int refused, boolean more) {
        return new Step(kind, moved, 0, waiting, refused, 0, more, NOON);
    }

    private void answer(Supplier<Step> answer) throws InterruptedException {
        answers.put(answer);
    }

    private SyncStatus next(State state) throws InterruptedException {
        SyncStatus status = said.take();
        while (status.state() != state) {
            status = said.take();
        }
        return status;
    }

    private static Step fails(Kind kind) {
        throw new ServerTroubleException(kind, "planned", new IllegalStateException());
    }

    @Test
    void itAsksAtOnceAndSaysWhenAllIsTheSame() throws InterruptedException {
        next(State.SYNCING);
        answer(() -> step(Step.Kind.DONE, 0, 0, 0, false));
        assertEquals(NOON, next(State.UP_TO_DATE).synced());
    }

    @Test
    void whatIsMoreGoesOnAtOnceAndCounts() throws InterruptedException {
        answer(() -> step(Step.Kind.DONE, 100, 200, 0, true));
        SyncStatus going = next(State.SYNCING);
        while (going.done() == 0) {
            going = next(State.SYNCING);
        }
        assertEquals(100, going.done());
        assertEquals(300, going.of());
        answer(() -> step(Step.Kind.DONE, 200, 0, 0, false));
        assertEquals(0, next(State.UP_TO_DATE).waiting());
    }

    @Test
    void anEditIsNoLongerUpToDateAndIsSent() throws InterruptedException {
        answer(() -> step(Step.Kind.DONE, 0, 0, 0, false));
        next(State.UP_TO_DATE);
        loop.edited();
        assertEquals(State.WAITING, loop.status().state());
        answer(() -> step(Step.Kind.DONE, 1, 0, 0, false));
        next(State.UP_TO_DATE);
    }

    @Test
    void outOfReachItWaitsAndKnowsSinceWhen() throws InterruptedException {
        answer(() -> fails(Kind.AGAIN));
        SyncStatus offline = next(State.WAITING);
        assertEquals(NOON, offline.offline());
        assertEquals(7, offline.waiting(), "what was changed here meanwhile is counted");
        loop.noticed();
        answer(() -> step(Step.Kind.DONE, 0, 0, 0, false));
        assertNull(next(State.UP_TO_DATE).offline());
    }

    @Test
    void itSaysWhatOnlyPeopleCanDo() throws InterruptedException {
        answer(() -> step(Step.Kind.DONE, 0, 3, 3, false));
        assertEquals(3, next(State.NEEDS_YOU).refused());
        for (var told : Map.of(
                        Step.Kind.SIGNED_OUT, State.SIGN_IN_AGAIN,
                        Step.Kind.UPDATE_NEEDED, State.UPDATE_NEEDED,
                        Step.Kind.MANY_DELETIONS, State.MANY_DELETIONS)
                .entrySet()) {
            loop.noticed();
            answer(() -> step(told.getKey(), 0, 1, 0, false));
            assertNotNull(next(told.getValue()));
        }
        loop.noticed();
        answer(() -> fails(Kind.REFUSED));
        next(State.COMPUTER_REFUSED);
        loop.noticed();
        answer(() -> fails(Kind.SCHEMA));
        next(State.SERVER_TOO_OLD);
    }

    @Test
    void anAccountThatIsGoneIsTheEnd() throws InterruptedException {
        answer(() -> step(Step.Kind.ACCOUNT_GONE, 0, 1, 0, false));
        next(State.ON_THIS_COMPUTER_ONLY);
        loop.noticed();
        assertFalse(answers.offer(() -> step(Step.Kind.DONE, 0, 0, 0, false), 100, TimeUnit.MILLISECONDS));
    }

    @Test
    void anUnexpectedFailureDoesNotEndIt() throws InterruptedException {
        answer(() -> {
            throw new IllegalStateException("planned");
        });
        next(State.WAITING);
        loop.noticed();
        answer(() -> step(Step.Kind.DONE, 0, 0, 0, false));
        next(State.UP_TO_DATE);
    }

    @Test
    void closingWaitsForTheExchangeThatGoesOn() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch let = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        answer(() -> {
            begun.countDown();
            try {
                let.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            ended.set(true);
            return step(Step.Kind.DONE, 0, 0, 0, false);
        });
        begun.await();
        Thread closing = Thread.ofVirtual().start(loop::close);
        closing.join(50);
        assertTrue(closing.isAlive());
        let.countDown();
        closing.join();
        assertTrue(ended.get());
    }
}

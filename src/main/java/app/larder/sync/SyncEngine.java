package app.larder.sync;

import app.larder.sync.SyncState.Walk;
import app.larder.sync.SyncState.Why;
import app.larder.sync.Wire.Answer;
import app.larder.sync.Wire.Batch;
import app.larder.sync.Wire.Check;
import app.larder.sync.Wire.Cursor;
import app.larder.sync.Wire.Outcome;
import app.larder.sync.Wire.Page;
import app.larder.sync.Wire.Request;
import app.larder.sync.Wire.WalkPlace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges one person's rows with the family's server, a call a step. It may be stopped, killed or cut off between any
 * two lines: what was frozen is sent again under the same ids until its outcome is known, and what comes is applied
 * together with the place up to which it came. One thread at a time.
 */
public final class SyncEngine {

    private static final int PAGE_ROWS = 2000;
    private static final int PAGE_BYTES = 2_000_000;
    private static final int SLICE = 500;

    private final Replica replica;
    private final Server server;
    private final Device device;
    private final InstantSource clock;
    private final Supplier<UUID> ids;
    private volatile @Nullable String channel;

    /**
     * An engine for a person on this computer.
     *
     * @param clock this computer's, which may say anything
     * @param ids makes ids nobody else makes
     */
    public SyncEngine(Replica replica, Server server, Device device, InstantSource clock, Supplier<UUID> ids) {
        this.replica = replica;
        this.server = server;
        this.device = device;
        this.clock = clock;
        this.ids = ids;
    }

    private record Prepared(SyncState state, Batch batch) {}

    /**
     * One exchange.
     *
     * @return what it came to
     * @throws ServerTroubleException if there was no answer; nothing is lost, the same is sent again
     */
    public Step step() {
        Prepared prepared = replica.write(this::prepare);
        if (prepared.state().asks()) {
            return replica.write(tx -> step(tx, Step.Kind.MANY_DELETIONS));
        }
        return exchange(prepared, false);
    }

    private Step exchange(Prepared prepared, boolean check) {
        if (prepared.batch().size() > 0) {
            replica.barrier();
        }
        Request request = request(prepared, check);
        Instant before = clock.instant();
        Answer answer = Wire.JSON.readValue(server.exchange(Wire.write(request)), Answer.class);
        channel = answer.listen() == null ? channel : answer.listen();
        Instant middle = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
        return switch (answer.kind()) {
            case Answer.ANSWER -> replica.write(tx -> take(tx, prepared.batch(), answer, middle));
            case Answer.FORK -> replica.write(this::startOver);
            case Answer.SIGNED_OUT -> replica.write(tx -> step(tx, Step.Kind.SIGNED_OUT));
            case Answer.ACCOUNT_GONE -> replica.write(tx -> step(tx, Step.Kind.ACCOUNT_GONE));
            default -> replica.write(tx -> step(tx, Step.Kind.UPDATE_NEEDED));
        };
    }

    /**
     * An exchange that also compares everything with the server's checksums. If they differ, the next steps walk over all
     * rows and mend what is here.
     *
     * @throws ServerTroubleException as {@link #step}
     */
    public Step check() {
        Prepared prepared = replica.write(this::prepare);
        if (prepared.state().asks() || prepared.state().walk() != null) {
            return step();
        }
        return exchange(prepared, true);
    }

    /** The channel the server rings on when something is new, as it said in its last answer; empty if it didn't. */
    public Optional<String> channel() {
        return Optional.ofNullable(channel);
    }

    private Request request(Prepared prepared, boolean check) {
        SyncState state = prepared.state();
        Walk walk = state.walk();
        return new Request(
                Wire.PROTOCOL,
                Wire.SCHEMA,
                device,
                // What was known of another history says nothing of this one, and asked with it the server would only say so again.
                walk != null && walk.why() == Why.FORK ? Cursor.NOWHERE : state.cursor(),
                walk == null ? state.staged() : null,
                walk == null ? null : walk.place(),
                prepared.batch().groups(),
                PAGE_ROWS,
                PAGE_BYTES,
                check,
                true);
    }

    private Prepared prepare(Replica.Transaction tx) {
        NewFields.learn(tx);
        SyncState state = SyncState.of(tx);
        List<Incoming> understood = tx.parked();
        if (!understood.isEmpty()) {
            tx.stage(understood);
        }
        Optional<String> frozen = tx.note(Replica.Slot.IN_FLIGHT);
        if (frozen.isPresent()) {
            return new Prepared(state, Wire.JSON.readValue(frozen.get(), Batch.class));
        }
        if (state.walk() != null || state.staged() != null || state.asks()) {
            // What is here is sent once it is known what is there.
            return new Prepared(state, Batch.EMPTY);
        }
        Workbench bench = new Workbench(tx, clock.instant());
        Batch batch = new Freezing(bench, state, ids).next();
        bench.flush();
        if (batch.size() > 0) {
            tx.note(Replica.Slot.IN_FLIGHT, Wire.write(batch));
        }
        return new Prepared(state, batch);
    }

    private Step take(Replica.Transaction tx, Batch batch, Answer answer, Instant middle) {
        Instant now = Objects.requireNonNullElse(answer.now(), middle);
        SyncState state = SyncState.of(tx).withOffset(Duration.between(middle, now));
        Workbench bench = new Workbench(tx, clock.instant());
        Merging merging = new Merging(bench, state, now, ids);
        Settling settling = new Settling(bench, merging);
        List<Outcome> outcomes = Objects.requireNonNullElse(answer.outcomes(), List.of());
        int sent = settling.settle(batch, outcomes);
        bench.flush();
        tx.note(Replica.Slot.IN_FLIGHT, "");
        Cursor head = Objects.requireNonNull(answer.head(), "head");
        Page page = Objects.requireNonNull(answer.page(), "page");
        SyncState then = state.walk() == null
                ? pulled(bench, merging, state, head, page, now)
                : walked(bench, merging, state, state.walk(), head, page, now);
        if (then.walk() == null && then.staged() == null && !then.asks()) {
            settling.late(batch, outcomes);
            bench.flush();
            then = checked(bench, then, answer);
        }
        then.keep(tx);
        boolean heldBack = state.walk() != null || state.staged() != null;
        boolean more = then.walk() != null
                || then.staged() != null
                || sent > 0
                || batch.size() > 0
                || (heldBack && tx.waiting() > tx.held().size());
        Step step = step(tx, then.asks() ? Step.Kind.MANY_DELETIONS : Step.Kind.DONE);
        return step.withProgress(sent, page.rows().size(), more && !then.asks());
    }

    /** Mends what is here if the server's checksums say it is not what is there. */
    private static SyncState checked(Workbench bench, SyncState state, Answer answer) {
        List<Check> checks = Objects.requireNonNullElse(answer.checks(), List.of());
        List<Entity> differing = checks.isEmpty() ? List.of() : new Checking(bench.tx()).differing(checks);
        if (differing.isEmpty()) {
            return state;
        }
        bench.tell(Activity.Kind.REPAIRED, null, differing.size(), null);
        bench.flush();
        return state.walking(Why.REPAIR);
    }

    private SyncState pulled(
            Workbench bench, Merging merging, SyncState state, Cursor head, Page page, Instant now) {
        Replica.Transaction tx = bench.tx();
        List<Incoming> rows = page.rows().stream().map(Wire.PageRow::incoming).toList();
        if (page.more() || state.staged() != null || tx.staged().rows() > 0) {
            tx.stage(rows);
            if (page.more()) {
                return state.stagedTo(page.upto());
            }
            if (asks(bench, state, List.of())) {
                return state.stagedTo(page.upto()).asking(true, false);
            }
            applyStaged(bench, merging);
            return state.arrivedAt(head, now);
        }
        if (asks(bench, state, rows)) {
            tx.stage(rows);
            return state.stagedTo(page.upto()).asking(true, false);
        }
        if (!rows.isEmpty()) {
            Arriving arriving = new Arriving(bench, merging, under(rows));
            List<Incoming> waiting = arriving.apply(rows);
            bench.flush();
            tx.stage(waiting);
        }
        return state.arrivedAt(head, now);
    }

    private static void applyStaged(Workbench bench, Merging merging) {
        Replica.Transaction tx = bench.tx();
        int before = Integer.MAX_VALUE;
        List<Incoming> parked = new java.util.ArrayList<>();
        while (tx.staged().rows() > 0 && tx.staged().rows() < before) {
            before = tx.staged().rows();
            List<Incoming> slice = tx.staged(SLICE);
            parked.addAll(new Arriving(bench, merging, tx::stagedUnder).apply(slice));
            bench.flush();
            tx.unstage(slice);
        }
        tx.stage(parked);
    }

    private static java.util.function.Function<RowKey, List<Incoming>> under(List<Incoming> rows) {
        return parent -> rows.stream()
                .filter(row -> Entity.named(row.entity())
                        .flatMap(entity -> entity.parentOf(row.id(), row.shadow().image()))
                        .filter(parent::equals)
                        .isPresent())
                .toList();
    }

    private SyncState walked(
            Workbench bench, Merging merging, SyncState state, Walk walk, Cursor head, Page page, Instant now) {
        Cursor began = walk.head() == null ? head : walk.head();
        List<Incoming> rows = page.rows().stream()
                .map(Wire.PageRow::incoming)
                .filter(row -> row.shadow().revision() <= began.revision())
                .toList();
        if (walk.why() != Why.FIRST) {
            new Comparing(bench, merging, walk).compare(rows, page);
            bench.flush();
        }
        if (!rows.isEmpty()) {
            List<Incoming> waiting = new Arriving(bench, merging, under(rows)).apply(rows);
            bench.flush();
            bench.tx().stage(waiting);
        }
        if (page.more()) {
            Wire.Position upto = Objects.requireNonNull(page.upto());
            return state.walkedTo(began, new WalkPlace(upto.rank(), upto.id()));
        }
        return state.arrivedAt(began, walk.why() == Why.FIRST ? null : now);
    }

    private Step startOver(Replica.Transaction tx) {
        SyncState state = SyncState.of(tx).walking(Why.FORK);
        tx.note(Replica.Slot.IN_FLIGHT, "");
        while (tx.staged().rows() > 0) {
            tx.unstage(tx.staged(SLICE));
        }
        state.keep(tx);
        tx.tell(List.of(new Activity(clock.instant(), Activity.Kind.STARTED_OVER, null, 1, null)));
        return step(tx, Step.Kind.DONE).withProgress(0, 0, true);
    }

    /** Whether what came would delete so much that somebody should say if that is meant. */
    private boolean asks(Workbench bench, SyncState state, List<Incoming> rows) {
        return !state.mayDelete() && new ManyDeletions(bench.tx()).ask(rows);
    }

    /**
     * Answers {@link Step.Kind#MANY_DELETIONS}.
     *
     * @param delete whether the rows may go; else they are kept and sent to the server again
     */
    public void answerDeletions(boolean delete) {
        replica.write(tx -> {
            SyncState state = SyncState.of(tx);
            if (state.asks()) {
                if (!delete) {
                    new ManyDeletions(tx).keepAll(clock.instant());
                }
                state.asking(false, true).keep(tx);
            }
            return true;
        });
    }

    /** How it stands, without asking the server, as an exchange that came to {@code kind} would say it. */
    public Step standing(Step.Kind kind) {
        return replica.write(tx -> step(tx, kind));
    }

    private static Step step(Replica.Transaction tx, Step.Kind kind) {
        SyncState state = SyncState.of(tx);
        @Nullable Instant synced = state.synced() == null ? null : state.synced().minus(state.offset());
        return new Step(kind, 0, 0, tx.waiting(), tx.held().size(), tx.staged().rows(), false, synced);
    }
}

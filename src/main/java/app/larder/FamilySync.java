package app.larder;

import app.larder.account.FamilyAccount;
import app.larder.account.NewId;
import app.larder.store.Database;
import app.larder.store.DatabaseUrl;
import app.larder.store.RemoteBell;
import app.larder.store.RemoteExchange;
import app.larder.store.UserStore;
import app.larder.sync.Device;
import app.larder.sync.Exchange;
import app.larder.sync.Replica;
import app.larder.sync.Server;
import app.larder.sync.ServerTroubleException;
import app.larder.sync.Step;
import app.larder.sync.SyncDesk;
import app.larder.sync.SyncEngine;
import app.larder.sync.SyncLoop;
import app.larder.sync.SyncStatus;
import app.larder.sync.view.Postman;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps a person's file on this computer in step with their account at the family's server. */
final class FamilySync implements Exchange, Postman, AutoCloseable {

    private final FamilyAccount account;
    private final Database database;
    private final SyncEngine engine;
    private final SyncDesk desk;
    private final Clock clock;
    private final FamilyPhotos photos;
    private final AtomicBoolean compare = new AtomicBoolean();
    /** Held by whoever exchanges: the window's loop, or a command that was handed to the window. */
    private final ReentrantLock exchanging = new ReentrantLock();
    private @Nullable RemoteExchange server;
    private @Nullable SyncLoop loop;
    private @Nullable RemoteBell bell;
    private boolean closed;
    private volatile SyncStatus status = SyncStatus.NONE;
    private volatile Consumer<SyncStatus> shown = _ -> {};

    /** Of the person whose rows these are; connects at the first need. */
    FamilySync(FamilyAccount account, Database database, UserStore rows, String version, Clock clock) {
        this.account = account;
        this.database = database;
        this.clock = clock;
        this.photos = new FamilyPhotos(rows.luggage().orElseThrow(), this::direct, () -> running().ifPresent(SyncLoop::edited));
        Replica replica = rows.replica().orElseThrow();
        this.engine = new SyncEngine(
                replica, request -> server().exchange(request),
                new Device(database.deviceId(), computerName(System.getenv()), version), clock,
                () -> NewId.at(clock.instant()));
        this.desk = new SyncDesk(replica, clock);
    }

    private static String computerName(Map<String, String> environment) {
        String known = environment.getOrDefault("COMPUTERNAME", environment.getOrDefault("HOSTNAME", ""));
        if (!known.isBlank()) {
            return known;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "";
        }
    }

    private synchronized Server server() {
        if (closed) {
            throw trouble(ServerTroubleException.Kind.AGAIN, "The larder is being closed.");
        }
        if (server == null) {
            FamilyAccount.Direct direct = direct();
            server = RemoteExchange.open(DatabaseUrl.parse(direct.address()), direct.signIn()::token);
        }
        return server;
    }

    private FamilyAccount.Direct direct() {
        return account.direct()
                .orElseThrow(() -> trouble(ServerTroubleException.Kind.REFUSED, "Nobody is signed in."));
    }

    private static ServerTroubleException trouble(ServerTroubleException.Kind kind, String message) {
        return new ServerTroubleException(kind, message, new IllegalStateException(message));
    }

    /** Exchanges from now on whenever there is reason to, until this is closed. */
    synchronized void begin() {
        SyncLoop begun = new SyncLoop(() -> compare.getAndSet(false) ? check() : step(), this::standing, clock, this::stands);
        loop = begun;
        stands(begun.status());
        database.whenWritten(begun::edited);
    }

    private void stands(SyncStatus now) {
        status = now;
        shown.accept(now);
    }

    /** Tells a window how it stands from now on, on any thread, and the one before no more. */
    void show(Consumer<SyncStatus> window) {
        shown = window;
        window.accept(status);
    }

    @Override
    public SyncDesk desk() {
        return desk;
    }

    @Override
    public void soon() {
        noticed();
    }

    @Override
    public void compareSoon() {
        compare.set(true);
        noticed();
    }

    @Override
    public void pause(boolean pause) {
        Optional<SyncLoop> before = running();
        before.ifPresent(SyncLoop::close);
        synchronized (this) {
            loop = null;
            if (!pause && !closed) {
                begin();
            }
        }
    }

    /** There may be something new. */
    void noticed() {
        running().ifPresent(SyncLoop::noticed);
    }

    @Override
    public Step step() {
        return exchange(engine::step);
    }

    @Override
    public Step check() {
        return exchange(engine::check);
    }

    private Step exchange(Supplier<Step> call) {
        exchanging.lock();
        try {
            return exchangeAlone(call);
        } finally {
            exchanging.unlock();
        }
    }

    private Step exchangeAlone(Supplier<Step> call) {
        // The keychain is asked when there is nobody to talk to, not at every exchange.
        if (!connected() && account.direct().isEmpty()) {
            return engine.standing(Step.Kind.SIGNED_OUT);
        }
        Step step;
        try {
            step = call.get();
        } catch (ServerTroubleException e) {
            if (e.kind() == ServerTroubleException.Kind.REFUSED) {
                hangUp();
            }
            throw e;
        }
        if (step.kind() == Step.Kind.SIGNED_OUT) {
            hangUp();
        }
        if (step.kind() == Step.Kind.ACCOUNT_GONE) {
            // What is here is all that is left of it: it stays, on this computer only.
            database.disconnect();
            account.disconnect();
        }
        hangBell();
        photos.exchanged(step);
        return step;
    }

    private synchronized boolean connected() {
        return server != null;
    }

    /** What was refused is not tried again: the next exchange looks for whoever signed in meanwhile. */
    private synchronized void hangUp() {
        if (server != null) {
            server.close();
            server = null;
        }
        photos.hangUp();
    }

    /** Listens from the first answer on that says where. */
    private synchronized void hangBell() {
        if (bell == null && loop != null && !closed) {
            bell = account.direct()
                    .flatMap(direct -> engine.channel()
                            .map(channel -> RemoteBell.hang(
                                    DatabaseUrl.parse(direct.address()), channel, this::noticed)))
                    .orElse(null);
        }
    }

    @Override
    public Step standing() {
        return engine.standing(account.direct().isEmpty() ? Step.Kind.SIGNED_OUT : Step.Kind.DONE);
    }

    @Override
    public void answerDeletions(boolean delete) {
        engine.answerDeletions(delete);
        noticed();
    }

    private synchronized Optional<SyncLoop> running() {
        return Optional.ofNullable(loop);
    }

    /** Cuts off an exchange that is going on, which the next one takes up again, and waits for its end. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (bell != null) {
                bell.close();
            }
            if (server != null) {
                server.close();
            }
        }
        running().ifPresent(SyncLoop::close);
        photos.close();
    }
}

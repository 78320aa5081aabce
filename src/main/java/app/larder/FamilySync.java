package app.larder;

import app.larder.account.FamilyAccount;
import app.larder.account.NewId;
import app.larder.store.Database;
import app.larder.store.DatabaseUrl;
import app.larder.store.RemoteExchange;
import app.larder.store.UserStore;
import app.larder.sync.Device;
import app.larder.sync.Exchange;
import app.larder.sync.Replica;
import app.larder.sync.Server;
import app.larder.sync.ServerTroubleException;
import app.larder.sync.Step;
import app.larder.sync.SyncEngine;
import app.larder.sync.SyncLoop;
import app.larder.sync.SyncStatus;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps a person's file on this computer in step with their account at the family's server. */
final class FamilySync implements Exchange, AutoCloseable {

    private final FamilyAccount account;
    private final Database database;
    private final SyncEngine engine;
    private @Nullable RemoteExchange server;
    private @Nullable SyncLoop loop;
    private boolean closed;

    /** Of the person whose rows these are; connects at the first need. */
    FamilySync(FamilyAccount account, Database database, UserStore rows, String version, Clock clock) {
        this.account = account;
        this.database = database;
        Replica replica = rows.replica().orElseThrow();
        this.engine = new SyncEngine(
                replica, request -> server().exchange(request),
                new Device(database.deviceId(), computerName(System.getenv()), version), clock,
                () -> NewId.at(clock.instant()));
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
            FamilyAccount.Direct direct = account.direct()
                    .orElseThrow(() -> trouble(ServerTroubleException.Kind.REFUSED, "Nobody is signed in."));
            server = RemoteExchange.open(DatabaseUrl.parse(direct.address()), direct.signIn()::token);
        }
        return server;
    }

    private static ServerTroubleException trouble(ServerTroubleException.Kind kind, String message) {
        return new ServerTroubleException(kind, message, new IllegalStateException(message));
    }

    /** Exchanges from now on whenever there is reason to, until this is closed. */
    synchronized SyncLoop begin(Clock clock, Consumer<SyncStatus> listener) {
        SyncLoop begun = new SyncLoop(this::step, clock, listener);
        loop = begun;
        database.whenWritten(begun::edited);
        return begun;
    }

    @Override
    public Step step() {
        if (account.direct().isEmpty()) {
            return engine.standing(Step.Kind.SIGNED_OUT);
        }
        Step step = engine.step();
        if (step.kind() == Step.Kind.ACCOUNT_GONE) {
            // What is here is all that is left of it: it stays, on this computer only.
            database.disconnect();
            account.disconnect();
        }
        return step;
    }

    @Override
    public Step standing() {
        return engine.standing(account.direct().isEmpty() ? Step.Kind.SIGNED_OUT : Step.Kind.DONE);
    }

    @Override
    public void answerDeletions(boolean delete) {
        engine.answerDeletions(delete);
        running().ifPresent(SyncLoop::noticed);
    }

    private synchronized Optional<SyncLoop> running() {
        return Optional.ofNullable(loop);
    }

    /** Cuts off an exchange that is going on, which the next one takes up again, and waits for its end. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (server != null) {
                server.close();
            }
        }
        running().ifPresent(SyncLoop::close);
    }
}

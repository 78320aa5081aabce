package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.NewId;
import app.larder.account.SignIn;
import app.larder.account.User;
import app.larder.pantry.Pantry;
import app.larder.sync.Device;
import app.larder.sync.Step;
import app.larder.sync.SyncEngine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** A computer with a file of its own, whose exchanges with the server are counted. */
final class FarKitchen implements AutoCloseable {

    final UserStore rows;
    final Pantry pantry;
    final SyncEngine engine;
    private final Database database;
    private final RemoteExchange server;
    private int calls;
    private long up;
    private long down;

    /** What exchanges came to: bytes as JSON, the token among them. */
    record Talk(int calls, long up, long down) {}

    FarKitchen(Path folder, String name, DatabaseUrl url, SignIn person) {
        database = Database.local(folder.resolve(name));
        User user = database.connect(database.localUser(name), person.userId(), person.username(), () -> _ -> false);
        rows = database.openFor(user);
        pantry = new Pantry(rows.pantry(), Clock.systemUTC());
        server = RemoteExchange.open(url, person::token);
        engine = new SyncEngine(
                rows.replica().orElseThrow(),
                request -> {
                    calls++;
                    up += request.getBytes(StandardCharsets.UTF_8).length + person.token().length();
                    String answer = server.exchange(request);
                    down += answer.getBytes(StandardCharsets.UTF_8).length;
                    return answer;
                },
                new Device(UUID.randomUUID(), name, "test"), Clock.systemUTC(), () -> NewId.at(Instant.now()));
    }

    /** Exchanges until there is nothing more to exchange. */
    Talk sync() {
        Talk before = new Talk(calls, up, down);
        Step step = engine.step();
        while (step.more()) {
            step = engine.step();
        }
        assertTrue(step.upToDate(), step.toString());
        return new Talk(calls - before.calls, up - before.up, down - before.down);
    }

    /** One exchange. */
    Talk step() {
        Talk before = new Talk(calls, up, down);
        engine.step();
        return new Talk(calls - before.calls, up - before.up, down - before.down);
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}

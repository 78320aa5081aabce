package app.larder.store;

import app.larder.account.ServerCheck.Tables;
import app.larder.account.ServerProblem;
import app.larder.account.ServerProblemException;
import app.larder.store.LarderOpenException.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** A family's server as one computer uses it. */
final class RemoteDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 2;

    private final RemotePool pool;
    private final @Nullable Function<UUID, String> token;

    private RemoteDatabase(RemotePool pool, @Nullable Function<UUID, String> token) {
        this.pool = pool;
        this.token = token;
    }

    /** With a computer's login; connects at the first need. */
    static RemoteDatabase asComputer(DatabaseUrl url, Function<UUID, String> token) {
        return new RemoteDatabase(new RemotePool(url, CONNECTIONS), token);
    }

    /**
     * As the tables' owner, who sees everybody's rows, after bringing the tables up to date.
     *
     * @throws LarderOpenException if the server can't be reached or refuses
     */
    static RemoteDatabase asOwner(DatabaseUrl url) {
        try {
            Tables tables;
            try (Connection look = RemoteLogin.connect(url)) {
                tables = RemoteTables.look(look).tables();
            }
            if (tables != Tables.CURRENT) {
                Migrations.own().migrateServer(RemotePool.forMigration(url), "keep");
            }
            return new RemoteDatabase(new RemotePool(url, CONNECTIONS), null);
        } catch (RuntimeException | SQLException e) {
            ServerProblemException known = ServerFailures.of(e, url);
            throw new LarderOpenException(
                    known.problem().kind() == ServerProblem.Kind.NEWER ? Kind.NEWER : Kind.UNREACHABLE,
                    known.problem().said(),
                    known);
        }
    }

    /** The connections. */
    DataSource source() {
        return pool.source();
    }

    /**
     * Says who sits at the computer, for the one transaction: nothing stays in a connection that a pooler may lend to
     * others next. One round trip, which also hears whom the server takes the token for.
     */
    void begin(StatelessSession session, UUID person) {
        if (token == null) {
            return;
        }
        String bearer = token.apply(person);
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("select case when"
                    + " pg_catalog.set_config('larder.token', ?, true) is not null then larder.current_user_id() end")) {
                statement.setString(1, bearer);
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next() || !person.equals(row.getObject(1, UUID.class))) {
                        throw new ServerProblemException(ServerProblem.of(ServerProblem.Kind.SIGNED_OUT));
                    }
                }
            }
        });
    }

    @Override
    public void close() {
        pool.close();
    }
}

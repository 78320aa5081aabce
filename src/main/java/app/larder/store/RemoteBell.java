package app.larder.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rings when the family's server says that something is new: LISTEN on a connection of its own. A hint only: what was
 * missed while it was not connected is gone, so it rings at every connect too, and whoever hears it asks.
 */
public final class RemoteBell implements AutoCloseable {

    private static final Pattern CHANNEL = Pattern.compile("larder_[0-9a-f]{24}");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final DatabaseUrl url;
    private final String channel;
    private final Runnable ring;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicReference<@Nullable Connection> current = new AtomicReference<>();

    private RemoteBell(DatabaseUrl url, String channel, Runnable ring) {
        this.url = url;
        this.channel = channel;
        this.ring = ring;
    }

    /**
     * Begins to listen, on a thread of its own, and connects again whenever it is cut off. Behind a pooler that hands
     * connections on nobody can listen: then it stays silent.
     *
     * @param computer the address that this computer was given
     * @param channel as an answer of the server named it
     * @param ring called on that thread
     * @throws IllegalArgumentException if no server of ours names a channel so
     */
    public static RemoteBell hang(DatabaseUrl computer, String channel, Runnable ring) {
        if (!CHANNEL.matcher(channel).matches()) {
            throw new IllegalArgumentException("not a channel: " + channel.length() + " characters");
        }
        RemoteBell bell = new RemoteBell(computer, channel, ring);
        Thread.ofVirtual().name("larder-bell").start(bell::listen);
        return bell;
    }

    private void listen() {
        Duration pause = FIRST_PAUSE;
        while (!closed.get()) {
            try (Connection connection = RemoteLogin.connect(direct())) {
                current.set(connection);
                if (closed.get() || Poolers.handOn(connection, url)) {
                    return;
                }
                pause = FIRST_PAUSE;
                hear(connection);
            } catch (SQLException e) {
                if (e.getSQLState() != null && e.getSQLState().startsWith("28")) {
                    return; // refused: knocking again gets the address blocked
                }
            }
            for (long left = pause.toMillis(); left > 0 && !closed.get(); left -= 100) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    /** A transaction pooler's session port where it is known. */
    private DatabaseUrl direct() {
        try {
            return url.forMigration();
        } catch (UnusableAddressException _) {
            return url;
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + channel);
            ring.run();
            PGConnection driver = connection.unwrap(PGConnection.class);
            while (!closed.get()) {
                // No answer at all to the question after a quiet while means that nobody is there any more.
                if (driver.getNotifications((int) PATIENCE.toMillis()).length > 0) {
                    ring.run();
                } else {
                    statement.execute("select 1");
                }
            }
        }
    }

    @Override
    public void close() {
        closed.set(true);
        Connection connection = current.get();
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException _) {
                return; // it was over already
            }
        }
    }
}

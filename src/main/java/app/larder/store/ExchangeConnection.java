package app.larder.store;

import app.larder.sync.ServerTroubleException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The one connection sync talks over, with nothing around its calls: a pool asks whether a connection still works before
 * it lends one, and that is a whole round trip more for each. Here a connection that was just used is simply used, one
 * that has rested is asked first, and one that nobody has used for long is closed, because poolers lend few.
 */
final class ExchangeConnection implements AutoCloseable {

    private static final Duration BUSY = Duration.ofMillis(500);
    private static final Duration JUST_USED = Duration.ofSeconds(30);
    private static final Duration LONG_UNUSED = Duration.ofMinutes(2);
    private static final int SECONDS_TO_ANSWER = 5;

    private final RemoteLogin login;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Connection open;
    private volatile boolean closed;
    private long used;

    ExchangeConnection(RemoteLogin login) {
        this.login = login;
    }

    /** A question to the server that can be asked twice without harm. */
    interface Question {
        String ask(Connection connection) throws SQLException;
    }

    /**
     * Asks, one question at a time.
     *
     * @throws SQLException if there is no connection or no answer; the next question gets a new connection
     */
    String ask(Question question) throws SQLException {
        turn.lock();
        try {
            boolean rested = rest().compareTo(BUSY) > 0;
            Connection kept = stillOpen();
            if (kept == null) {
                return answered(question, connected());
            }
            try {
                return answered(question, kept);
            } catch (SQLException e) {
                if (rested && RemoteExchange.kind(e) == ServerTroubleException.Kind.AGAIN && !closed) {
                    // Somebody on the way ended it while it rested: that is no news about the server.
                    return answered(question, connected());
                }
                throw e;
            }
        } finally {
            turn.unlock();
        }
    }

    private String answered(Question question, Connection connection) throws SQLException {
        try {
            String answer = question.ask(connection);
            used = System.nanoTime();
            CompletableFuture.delayedExecutor(LONG_UNUSED.toSeconds() + 1, TimeUnit.SECONDS).execute(this::closeUnused);
            return answer;
        } catch (SQLException | RuntimeException e) {
            drop();
            throw e;
        }
    }

    private @Nullable Connection stillOpen() throws SQLException {
        Connection kept = open;
        if (kept == null || rest().compareTo(JUST_USED) <= 0 || kept.isValid(SECONDS_TO_ANSWER)) {
            return kept;
        }
        drop();
        return null;
    }

    private Duration rest() {
        return Duration.ofNanos(System.nanoTime() - used);
    }

    private Connection connected() throws SQLException {
        Connection connection = login.connect();
        // A pooler may lend the server's side to others after each transaction, and what was prepared with it.
        connection.unwrap(PGConnection.class).setPrepareThreshold(0);
        open = connection;
        if (closed) {
            drop();
            throw new SQLException("closed meanwhile", "08003");
        }
        return connection;
    }

    private void closeUnused() {
        if (turn.tryLock()) {
            try {
                if (System.nanoTime() - used >= LONG_UNUSED.toNanos()) {
                    drop();
                }
            } finally {
                turn.unlock();
            }
        }
    }

    private void drop() {
        Connection dropped = open;
        open = null;
        if (dropped != null) {
            try {
                dropped.close();
            } catch (SQLException e) {
                // It is gone either way; the question's own failure is told.
            }
        }
    }

    /** Ends it, also in the middle of a question. */
    @Override
    public void close() {
        closed = true;
        Connection current = open;
        if (current != null) {
            try {
                current.abort(Runnable::run);
            } catch (SQLException e) {
                // It is gone already.
            }
        }
    }
}

package app.larder.store;

import app.larder.sync.Replica;
import app.larder.sync.RowKey;
import java.sql.Connection;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** One person's rows in the local file, as sync needs them. */
final class SyncReplica implements Replica {

    /** So often sync begins again after giving way; then people wait for it once. */
    private static final int PATIENCE = 3;

    private final Sessions sessions;
    private final Lanes lanes;
    private final IngredientTerms terms;
    private final @Nullable TextKeeper text;
    private volatile Consumer<Set<RowKey>> told = _ -> {};

    SyncReplica(Sessions sessions, Lanes lanes, IngredientTerms terms, @Nullable TextKeeper text) {
        this.sessions = sessions;
        this.lanes = lanes;
        this.terms = terms;
        this.text = text;
    }

    private record Done<T>(T result, PulledRecipes recipes, long stamp, Set<RowKey> written) {}

    /** What is told of the rows sync put or deleted, after each transaction, on a thread that must not be kept waiting. */
    void whenWritten(Consumer<Set<RowKey>> listener) {
        told = listener;
    }

    /** Tells of rows that were written past every room, as a restore does. */
    void tell(Set<RowKey> written) {
        told.accept(written);
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        return lanes.sync(() -> {
            for (int tries = 0; ; tries++) {
                lanes.writing().lock();
                try {
                    return once(work, tries < PATIENCE);
                } catch (Turn.GivenWayException again) {
                    System.getLogger(SyncReplica.class.getName())
                            .log(System.Logger.Level.DEBUG, "sync gave way to an edit");
                } finally {
                    if (lanes.writing().isHeldByCurrentThread()) {
                        lanes.writing().unlock();
                    }
                }
            }
        });
    }

    private <T> T once(Function<Transaction, T> work, boolean patient) {
        try {
            Done<T> done = SyncMarks.silently(() -> sessions.inTransaction(
                    session -> session.doReturningWork(connection -> run(session, connection, work, patient))));
            if (!done.recipes().isEmpty()) {
                done.recipes().stored(text, done.stamp());
            }
            if (!done.written().isEmpty()) {
                told.accept(done.written());
            }
            return done.result();
        } catch (RuntimeException e) {
            terms.forget();
            throw e;
        }
    }

    private <T> Done<T> run(
            StatelessSession session, Connection connection, Function<Transaction, T> work, boolean patient) {
        try (Statements statements = new Statements(connection)) {
            Turn turn = new Turn(lanes.writing(), () -> inTheWay(statements), patient);
            PulledRecipes recipes = new PulledRecipes(session, sessions.userId(), terms);
            SyncTransaction transaction = new SyncTransaction(statements, sessions.userId(), recipes, turn);
            T result;
            long stamp = 0;
            try {
                result = work.apply(transaction);
                if (!recipes.isEmpty()) {
                    recipes.index(transaction::breathe);
                    stamp = text == null ? 0 : text.renewStamp(session);
                }
            } catch (RuntimeException e) {
                if (!turn.shared()) {
                    throw e;
                }
                // As a row whose parent somebody deleted in between: if it was something else, the last run will say so.
                System.getLogger(SyncReplica.class.getName())
                        .log(System.Logger.Level.DEBUG, "sync begins again after a failure", e);
                throw new Turn.GivenWayException();
            }
            return new Done<>(result, recipes, stamp, transaction.written());
        }
    }

    private static boolean inTheWay(Statements statements) {
        return statements.number("select count(*) from information_schema.sessions where blocker_id = session_id()") > 0;
    }

    @Override
    public void barrier() {
        lanes.sync(() -> sessions.inTransaction(session -> {
            session.doWork(connection -> {
                try (var statement = connection.createStatement()) {
                    statement.execute("checkpoint sync");
                }
            });
            return true;
        }));
    }
}

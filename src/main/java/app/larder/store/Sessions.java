package app.larder.store;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/**
 * One person's way into the database. Every session carries the person's id, and Hibernate adds it to every statement on
 * rows that belong to somebody ({@code @TenantId}), so no query can forget it.
 */
final class Sessions {

    private final SessionFactory factory;
    private final Lanes lanes;
    private final UUID userId;
    private final Consumer<StatelessSession> begin;

    /**
     * A person's way in.
     *
     * @param begin what a transaction does first
     */
    Sessions(SessionFactory factory, Lanes lanes, UUID userId, Consumer<StatelessSession> begin) {
        this.factory = factory;
        this.lanes = lanes;
        this.userId = userId;
        this.begin = begin;
    }

    UUID userId() {
        return userId;
    }

    /** Reads beside the writer. */
    <T> T read(Function<StatelessSession, T> work) {
        return lanes.read(() -> inTransaction(work));
    }

    /** Runs beside the writer without asking the database. */
    <T> T aside(Supplier<T> work) {
        return lanes.read(work);
    }

    /** Writes in one transaction: all of it or, on any failure, none. */
    <T> T write(Function<StatelessSession, T> work) {
        return lanes.write(() -> inTransaction(work));
    }

    /** Writes like {@link #write(Function)} and, once it is stored, tells what it did before anybody writes again. */
    <T> T write(Function<StatelessSession, T> work, Consumer<T> stored) {
        return lanes.write(() -> {
            T done = inTransaction(work);
            stored.accept(done);
            return done;
        });
    }

    /** Runs in one transaction on the caller's thread, which is one of the larder's own. */
    <T> T inTransaction(Function<StatelessSession, T> work) {
        try (StatelessSession session =
                factory.withStatelessOptions().tenantIdentifier(userId).openStatelessSession()) {
            return session.fromTransaction(transaction -> {
                begin.accept(session);
                return work.apply(session);
            });
        } catch (RuntimeException e) {
            throw StoreFailures.of(e);
        }
    }
}

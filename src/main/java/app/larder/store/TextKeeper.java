package app.larder.store;

import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a person's search index in step with their recipes. Every change renews a stamp in the database within its own
 * transaction and is then told to the index; an index that bears another stamp, because the program was killed in
 * between or the file was put back from a backup, is made anew in the background.
 */
final class TextKeeper implements AutoCloseable {

    /** So many recipes at most become visible with the next search, which waits for it. */
    private static final int FEW = 20;

    private final Sessions sessions;
    private final TextIndex index;
    private final SecureRandom random = new SecureRandom();
    private @Nullable Thread rebuilding;
    private volatile boolean upToDate;
    private volatile boolean closing;
    private volatile boolean stale;

    /** Takes over an index, which is closed with this keeper. */
    TextKeeper(Sessions sessions, TextIndex index) {
        this.sessions = sessions;
        this.index = index;
    }

    /**
     * What a change did.
     *
     * @param result what the caller gets
     * @param put recipes that are new or different
     * @param removed ids of recipes that are gone
     */
    record Change<T>(T result, List<Recipe> put, Collection<UUID> removed) {}

    private record Stamped<T>(Change<T> change, long stamp) {}

    /** Changes recipes in one transaction, and the index after it. */
    <T> T write(Function<StatelessSession, Change<T>> work) {
        Stamped<T> done = sessions.write(
                session -> new Stamped<>(work.apply(session), renewStamp(session)), this::follow);
        return done.change().result();
    }

    private <T> void follow(Stamped<T> done) {
        follow(done.change().put(), done.change().removed(), stale ? TextFiles.NONE : done.stamp());
    }

    private void follow(List<Recipe> put, Collection<UUID> removed, long stamp) {
        if (!removed.isEmpty()) {
            index.remove(removed, stamp);
        }
        index.put(put, stamp);
        if (put.size() > FEW) {
            index.show();
        }
    }

    /**
     * Tells of a change that sync has stored.
     *
     * @param put recipes that are new or different; null if they are too many to be told now: then the index is made
     *     anew when it is next asked, and until then claims to know nothing
     */
    void pulled(@Nullable List<Recipe> put, Collection<UUID> removed, long stamp) {
        if (put == null) {
            stale = true;
            upToDate = false;
        }
        follow(put == null ? List.of() : put, removed, stale ? TextFiles.NONE : stamp);
    }

    /** Searches on the caller's thread, after a thread that nobody interrupts has let searches see what was saved. */
    private <T> T search(Supplier<T> question) {
        if (index.isBehind()) {
            sessions.aside(() -> {
                index.show();
                return true;
            });
        }
        return question.get();
    }

    /** Notes that the recipes have changed, in the transaction that changes them. */
    long renewStamp(StatelessSession session) {
        SearchStateRow row = new SearchStateRow();
        row.userId = sessions.userId();
        row.stamp = random.nextLong(1, Long.MAX_VALUE);
        if (session.createMutationQuery("update SearchStateRow s set s.stamp = :stamp where s.userId = :user")
                        .setParameter("stamp", row.stamp)
                        .setParameter("user", row.userId)
                        .executeUpdate()
                == 0) {
            session.insert(row);
        }
        return row.stamp;
    }

    private long stamp(StatelessSession session) {
        SearchStateRow row = session.get(SearchStateRow.class, sessions.userId());
        return row == null ? 0 : row.stamp;
    }

    /** The ids a query finds, in its order; empty while the index can't answer. */
    Optional<List<UUID>> ids(RecipeQuery query, int offset, int limit) {
        Optional<List<UUID>> ids =
                upToDate ? search(() -> index.ids(query, offset, limit)) : Optional.empty();
        if (ids.isEmpty()) {
            bringUpToDate();
        }
        return ids;
    }

    /** How many recipes a query finds; empty while the index can't answer. */
    OptionalInt count(RecipeQuery query) {
        OptionalInt count = upToDate ? search(() -> index.count(query)) : OptionalInt.empty();
        if (count.isEmpty()) {
            bringUpToDate();
        }
        return count;
    }

    /** Makes the index anew if it is not up to date: at once if there is nothing to put in, else in the background. */
    synchronized void bringUpToDate() {
        if (closing || (rebuilding != null && rebuilding.isAlive())) {
            return;
        }
        upToDate = !index.needsRebuild(sessions.read(this::stamp));
        if (!upToDate && sessions.read(TextKeeper::hasNothing)) {
            rebuild();
        } else if (!upToDate) {
            rebuilding = Thread.ofPlatform().name("larder-search-index").daemon().start(this::rebuild);
        }
    }

    private static boolean hasNothing(StatelessSession session) {
        return session.createSelectionQuery("select r.id from RecipeRow r", UUID.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private void rebuild() {
        try {
            do {
                stale = false;
                index.rebuild(sessions.read(this::stamp), this::eachBatch);
            } while (stale);
            // What was changed meanwhile is in it already; only its stamp is old.
            sessions.write(session -> {
                index.put(List.of(), stamp(session));
                return true;
            });
            upToDate = true;
        } catch (RuntimeException e) {
            // Closing, or the database failed, which its callers hear of: searches go without the index until the next.
            return;
        }
    }

    private void eachBatch(Consumer<List<Recipe>> batch) {
        List<UUID> ids = sessions.read(session -> session.createSelectionQuery(
                        "select r.id from RecipeRow r order by r.id", UUID.class)
                .getResultList());
        for (List<UUID> slice : Slices.of(ids)) {
            if (closing) {
                throw new IllegalStateException("The larder is being closed.");
            }
            batch.accept(sessions.read(session -> RecipeRows.load(session, slice)));
        }
    }

    /** Stops a rebuild at its next batch and makes the index durable. */
    @Override
    public void close() {
        closing = true;
        Thread running;
        synchronized (this) {
            running = rebuilding;
        }
        boolean interrupted = false;
        while (running != null && running.isAlive()) {
            try {
                running.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        index.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

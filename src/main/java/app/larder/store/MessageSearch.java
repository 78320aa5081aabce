package app.larder.store;

import app.larder.store.MessageIndex.Entry;
import app.larder.store.MessageIndex.Hit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Makes the search index of a person's conversations in the background, when they are first looked at, and keeps it in
 * step. While there is none, searches do without.
 */
final class MessageSearch implements AutoCloseable {

    private final Sessions sessions;
    private final Function<String, Set<String>> variants;
    private final Set<UUID> goneMeanwhile = new HashSet<>();
    private @Nullable MessageIndex index;
    private @Nullable Thread making;
    private boolean ready;
    private volatile boolean closing;

    MessageSearch(Sessions sessions, Function<String, Set<String>> variants) {
        this.sessions = sessions;
        this.variants = variants;
    }

    private interface Change {
        void to(MessageIndex index) throws IOException;
    }

    /** Begins to make the index, unless there is one; returns at once. */
    synchronized void prepare() {
        if (index == null && !closing && making == null) {
            making = Thread.ofPlatform().name("larder-chat-index").daemon().start(this::make);
        }
    }

    private void make() {
        try {
            MessageIndex fresh = new MessageIndex(variants);
            synchronized (this) {
                goneMeanwhile.clear();
                index = fresh;
            }
            List<ChatSessionRow> all = sessions.read(session ->
                    session.createSelectionQuery("from ChatSessionRow s", ChatSessionRow.class).getResultList());
            for (List<ChatSessionRow> slice : Slices.of(all)) {
                fill(fresh, slice);
            }
            fresh.settle();
            synchronized (this) {
                ready = true;
                making = null;
            }
        } catch (IOException | RuntimeException e) {
            // Closing, or the database failed, which its callers hear of: searches go without until the next.
            forget();
        }
    }

    private void fill(MessageIndex fresh, List<ChatSessionRow> slice) throws IOException {
        List<UUID> ids = slice.stream().map(row -> row.id).toList();
        List<Entry> entries = sessions.read(session -> entries(session, ids));
        synchronized (this) {
            if (closing) {
                throw new IOException("The larder is being closed.");
            }
            for (ChatSessionRow row : slice) {
                if (!goneMeanwhile.contains(row.id)) {
                    fresh.title(row.id, row.title, row.createdAt);
                }
            }
            fresh.put(entries.stream()
                    .filter(entry -> !goneMeanwhile.contains(entry.session()) && !goneMeanwhile.contains(entry.id()))
                    .toList());
        }
    }

    private static List<Entry> entries(StatelessSession session, Collection<UUID> ids) {
        return session
                .createSelectionQuery(
                        "select m.id, m.sessionId, m.content, m.createdAt from ChatMessageRow m where m.sessionId in :ids",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .map(row -> new Entry((UUID) row[0], (UUID) row[1], (String) row[2], (Instant) row[3]))
                .toList();
    }

    /** The conversations that hold what was typed, as {@link MessageIndex#find}; empty while the index can't answer. */
    Optional<List<Hit>> find(String typed, int most) {
        MessageIndex asked;
        synchronized (this) {
            asked = ready ? index : null;
        }
        if (asked == null) {
            prepare();
            return Optional.empty();
        }
        try {
            return Optional.of(sessions.aside(() -> {
                try {
                    return asked.find(typed, most);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
        } catch (RuntimeException e) {
            forget();
            return Optional.empty();
        }
    }

    void put(Collection<Entry> entries) {
        change(index -> index.put(entries));
    }

    void title(UUID session, @Nullable String title, Instant began) {
        change(index -> index.title(session, title, began));
    }

    void remove(Collection<UUID> removed) {
        change(index -> index.remove(removed));
        note(removed);
    }

    void removeMessages(Collection<UUID> removed) {
        change(index -> index.removeMessages(removed));
        note(removed);
    }

    private synchronized void note(Collection<UUID> removed) {
        if (!ready) {
            goneMeanwhile.addAll(removed);
        }
    }

    private synchronized void change(Change change) {
        if (index != null) {
            try {
                change.to(index);
            } catch (IOException | RuntimeException e) {
                forget();
            }
        }
    }

    /** Somebody else wrote the tables: the next search makes the index anew. */
    synchronized void forget() {
        MessageIndex old = index;
        index = null;
        ready = false;
        making = null;
        try {
            if (old != null) {
                old.close();
            }
        } catch (IOException | RuntimeException e) {
            // It is thrown away.
            return;
        }
    }

    @Override
    public void close() {
        closing = true;
        Thread running;
        synchronized (this) {
            running = making;
        }
        boolean interrupted = false;
        while (running != null && running.isAlive()) {
            try {
                running.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        forget();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

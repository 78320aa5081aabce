package app.larder.sync;

import app.larder.sync.RowChange.Mark;
import app.larder.sync.RowChange.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of this computer while sync works on them: read once, changed here, written at the end. */
final class Workbench {

    private final Replica.Transaction tx;
    private final Map<RowKey, LocalRow> before = new LinkedHashMap<>();
    private final Map<RowKey, LocalRow> after = new LinkedHashMap<>();
    private final Map<RowKey, String> refused = new LinkedHashMap<>();
    private final List<Activity> told = new ArrayList<>();
    private final Instant now;

    Workbench(Replica.Transaction tx, Instant now) {
        this.tx = tx;
        this.now = now;
    }

    Replica.Transaction tx() {
        return tx;
    }

    /** Fetches rows that will be asked for. */
    void fetch(Collection<RowKey> keys) {
        Set<RowKey> missing = new HashSet<>(keys);
        missing.removeAll(before.keySet());
        if (!missing.isEmpty()) {
            Map<RowKey, LocalRow> rows = tx.load(missing);
            before.putAll(rows);
            after.putAll(rows);
        }
    }

    /** A row as it stands now. */
    LocalRow row(RowKey key) {
        fetch(List.of(key));
        return Objects.requireNonNull(after.get(key));
    }

    boolean present(RowKey key) {
        return row(key).current() != null;
    }

    /** Whether a row is to be sent to a server that has it no more. */
    boolean comesBack(RowKey key) {
        LocalRow row = row(key);
        return row.current() != null && row.dirty() && row.shadow() != null && row.remote() == null;
    }

    void put(RowKey key, @Nullable Image image) {
        after.put(key, row(key).withCurrent(image));
    }

    void heard(RowKey key, Shadow shadow) {
        after.put(key, row(key).withShadow(shadow));
    }

    void clean(RowKey key) {
        after.put(key, row(key).clean());
    }

    void dirty(RowKey key, Map<String, Instant> edited) {
        after.put(key, row(key).dirty(edited));
    }

    /** Clean if it is what the server holds, else dirty with the times it has. */
    void settle(RowKey key) {
        LocalRow row = row(key);
        if (Objects.equals(row.current(), row.remote())) {
            clean(key);
        } else {
            dirty(key, row.edited());
        }
    }

    void refuse(RowKey key, String reason) {
        row(key);
        refused.put(key, reason);
    }

    void tell(Activity.Kind kind, @Nullable RowKey key, int count, @Nullable String detail) {
        told.add(new Activity(now, kind, key, count, detail));
    }

    /** A new row of this computer's. */
    void add(RowKey key, Image image) {
        put(key, image);
        dirty(key, Map.of());
    }

    /**
     * Brings a row back that was deleted here, with all that hung on it, as it was last heard of; what it hangs on
     * first.
     *
     * @return false if there is nothing to bring back
     */
    boolean revive(RowKey key) {
        LocalRow row = row(key);
        Image image = row.remote();
        if (row.current() != null) {
            return true;
        }
        if (image == null || !row.dirty()) {
            return false;
        }
        Optional<RowKey> parent = key.entity().parentOf(key.id(), image);
        if (parent.isPresent() && !revive(parent.get())) {
            return false;
        }
        if (!present(key)) {
            put(key, image);
            clean(key);
            tell(Activity.Kind.KEPT_FROM_DELETION, key, 1, null);
        }
        for (RowKey child : tx.deletedUnder(key)) {
            LocalRow lost = row(child);
            Image known = lost.remote();
            if (lost.current() == null && known != null) {
                put(child, known);
                clean(child);
            }
        }
        return true;
    }

    /** Writes what changed. */
    void flush() {
        List<RowChange> changes = new ArrayList<>();
        after.forEach((key, row) -> {
            RowChange change = change(key, Objects.requireNonNull(before.get(key)), row, refused.get(key));
            if (change != null) {
                changes.add(change);
            }
        });
        if (!changes.isEmpty()) {
            tx.apply(changes);
        }
        if (!told.isEmpty()) {
            tx.tell(told);
        }
        before.clear();
        after.clear();
        refused.clear();
        told.clear();
    }

    private static @Nullable RowChange change(RowKey key, LocalRow was, LocalRow is, @Nullable String reason) {
        Image image = is.current();
        Write write = image == null ? was.current() == null ? Write.KEEP : Write.DELETE
                : image.equals(was.current()) ? Write.KEEP : Write.PUT;
        Mark mark;
        if (reason != null) {
            mark = Mark.HELD;
        } else if (!is.dirty()) {
            mark = was.dirty() ? Mark.CLEAN : Mark.KEEP;
        } else {
            mark = was.dirty() && was.edited().equals(is.edited()) ? Mark.KEEP : Mark.DIRTY;
        }
        Shadow shadow = Objects.equals(is.shadow(), was.shadow()) ? null : is.shadow();
        if (write == Write.KEEP && mark == Mark.KEEP && shadow == null) {
            return null;
        }
        return new RowChange(key, write, write == Write.PUT ? image : null, shadow, mark, is.edited(), reason);
    }
}

package app.larder.store;

import app.larder.sync.Entity;
import app.larder.sync.Replica.Dirty;
import app.larder.sync.RowKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The marks of rows that were changed here: {@code larder.sync_dirty}. */
final class SyncDirty {

    /** {@link SyncPhotos} lets their rows go once the server has the bytes. */
    private static final String NO_PHOTO_BEFORE_ITS_BYTES = " and (entity <> 'recipe_photos' or not exists"
            + " (select 1 from larder.recipe_photos p where p.id = row_id and not exists"
            + " (select 1 from larder.sync_notes n where n.slot = '" + SyncPhotos.SENT + "' || p.sha256)))";

    private final Statements statements;
    private final Set<RowKey> own = new HashSet<>();
    private long seen = -1;

    SyncDirty(Statements statements) {
        this.statements = statements;
    }

    /** Whole groups of marks that are not held, the longest waiting first. */
    List<Dirty> waiting(int most) {
        List<UUID> groups = statements.list(
                "select group_id from larder.sync_dirty where held is null" + NO_PHOTO_BEFORE_ITS_BYTES
                        + " order by seq limit ?",
                row -> row.getObject(1, UUID.class),
                most);
        List<Dirty> found = new ArrayList<>();
        Set<UUID> taken = new HashSet<>();
        for (UUID group : groups) {
            if (found.size() < most && taken.add(group)) {
                found.addAll(statements.list(
                        "select entity, row_id from larder.sync_dirty where group_id = ? and held is null",
                        row -> new Dirty(key(row), group),
                        group));
            }
        }
        return found;
    }

    int count() {
        return (int) statements.number("select count(*) from larder.sync_dirty");
    }

    /** Lets refused rows go out with the next batch. */
    void release(Collection<RowKey> keys) {
        statements.batch(
                "update larder.sync_dirty set held = null where entity = ? and row_id = ?",
                keys.stream().map(key -> new @Nullable Object[] {key.entity().wire(), key.id()}).toList());
    }

    Map<RowKey, String> held() {
        Map<RowKey, String> held = new HashMap<>();
        statements.list(
                        "select entity, row_id, held from larder.sync_dirty where held is not null",
                        row -> Map.entry(key(row), row.getString(3)))
                .forEach(entry -> held.put(entry.getKey(), entry.getValue()));
        return held;
    }

    /** When the fields of a row were changed here; empty if it is not dirty. */
    Optional<Edited> edited(RowKey key) {
        return statements.first(
                "select edited from larder.sync_dirty where entity = ? and row_id = ?",
                row -> Edited.parse(row.getString(1)),
                key.entity().wire(),
                key.id());
    }

    /** The rows that a deletion of that one took along. */
    List<RowKey> goneWith(RowKey parent) {
        return statements
                .list("select entity, row_id from larder.sync_dirty where gone_with = ?", SyncDirty::key, parent.id())
                .stream()
                .filter(key -> parent.entity().equals(key.entity().parent()))
                .toList();
    }

    void clean(Collection<RowKey> keys) {
        statements.batch(
                "delete from larder.sync_dirty where entity = ? and row_id = ?",
                keys.stream()
                        .map(key -> new @Nullable Object[] {key.entity().wire(), key.id()})
                        .toList());
    }

    /** Marks a row, adding to what is noted of it. */
    void mark(RowKey key, UUID group, Edited edited, @Nullable String held) {
        own.add(key);
        Optional<Edited> before = edited(key);
        if (before.isPresent()) {
            statements.update(
                    "update larder.sync_dirty set edited = ?, held = ? where entity = ? and row_id = ?",
                    before.get().and(edited).text(),
                    held,
                    key.entity().wire(),
                    key.id());
        } else {
            statements.update(
                    "insert into larder.sync_dirty (entity, row_id, group_id, seq, edited, held)"
                            + " values (?, ?, ?, next value for larder.sync_seq, ?, ?)",
                    key.entity().wire(),
                    key.id(),
                    group,
                    edited.text(),
                    held);
        }
    }

    /** What others have marked since the last question. */
    List<RowKey> news() {
        if (seen < 0) {
            seen = statements.number("select max(seq) from larder.sync_dirty");
            return List.of();
        }
        List<RowKey> news = statements.list(
                "select entity, row_id from larder.sync_dirty where seq > ?", SyncDirty::key, seen);
        seen = Math.max(seen, statements.number("select max(seq) from larder.sync_dirty"));
        return news.stream().filter(key -> !own.contains(key)).toList();
    }

    private static RowKey key(ResultSet row) throws SQLException {
        return new RowKey(Entity.named(row.getString(1)).orElseThrow(), row.getObject(2, UUID.class));
    }
}

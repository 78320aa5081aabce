package app.larder.store;

import app.larder.sync.Entity;
import app.larder.sync.Image;
import app.larder.sync.RowKey;
import app.larder.sync.Shadow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows themselves, and what was last heard of them ({@code larder.sync_rows}). */
final class SyncContent {

    private final Statements statements;
    private final Map<Entity, RowImages> images = new EnumMap<>(Entity.class);

    SyncContent(Statements statements, UUID owner) {
        this.statements = statements;
        for (Entity entity : Entity.values()) {
            images.put(entity, new RowImages(entity, owner));
        }
    }

    private RowImages images(Entity entity) {
        return Objects.requireNonNull(images.get(entity));
    }

    Optional<Image> image(RowKey key) {
        RowImages of = images(key.entity());
        return statements.first(of.select(), of::read, key.id());
    }

    /** Puts rows of one entity: updates those that are there, inserts the others. */
    void put(Entity entity, Map<UUID, Image> rows) {
        RowImages of = images(entity);
        List<UUID> ids = List.copyOf(rows.keySet());
        int[] there = statements.with(of.update(), statement -> {
            for (UUID id : ids) {
                of.bindUpdate(statement, id, Objects.requireNonNull(rows.get(id)));
                statement.addBatch();
            }
            return statement.executeBatch();
        });
        List<UUID> fresh = new ArrayList<>();
        for (int i = 0; i < there.length; i++) {
            if (there[i] == 0) {
                fresh.add(ids.get(i));
            }
        }
        if (!fresh.isEmpty()) {
            insert(entity, fresh, rows);
        }
    }

    /** Updates rows of one entity that are known to be there. */
    void update(Entity entity, Map<UUID, Image> rows) {
        if (!rows.isEmpty()) {
            put(entity, rows);
        }
    }

    /** Inserts rows of one entity that are known not to be there. */
    void insert(Entity entity, List<UUID> ids, Map<UUID, Image> rows) {
        RowImages of = images(entity);
        statements.with(of.insert(), statement -> {
            for (UUID id : ids) {
                of.bindInsert(statement, id, Objects.requireNonNull(rows.get(id)));
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** Deletes rows, and whatever hangs on them. */
    void delete(Entity entity, List<UUID> ids) {
        statements.batch(
                "delete from " + RowImages.table(entity) + " where " + entity.key() + " = ?",
                ids.stream().map(id -> new @Nullable Object[] {id}).toList());
    }

    /** The ids of an entity's rows after that one, in order. */
    List<UUID> ids(Entity entity, @Nullable UUID after, int most) {
        String more = after == null ? "" : " where " + entity.key() + " > ?";
        String sql = "select " + entity.key() + " from " + RowImages.table(entity) + more + " order by " + entity.key()
                + " limit " + most;
        return after == null
                ? statements.list(sql, row -> row.getObject(1, UUID.class))
                : statements.list(sql, row -> row.getObject(1, UUID.class), after);
    }

    /** The rows that hang on that one directly. */
    List<RowKey> under(RowKey parent) {
        List<RowKey> found = new ArrayList<>();
        for (Entity entity : Entity.values()) {
            if (parent.entity().equals(entity.parent())) {
                found.addAll(statements.list(
                        "select " + entity.key() + " from " + RowImages.table(entity) + " where "
                                + RowImages.parentColumn(entity) + " = ?",
                        row -> new RowKey(entity, row.getObject(1, UUID.class)),
                        parent.id()));
            }
        }
        return found;
    }

    /** How many rows there are. */
    int size() {
        long size = 0;
        for (Entity entity : Entity.values()) {
            size += statements.number("select count(*) from " + RowImages.table(entity));
        }
        return (int) size;
    }

    Optional<Shadow> shadow(RowKey key) {
        return statements.first(
                "select revision, deleted, image, edited from larder.sync_rows where entity = ? and row_id = ?",
                row -> new Shadow(
                        row.getLong(1),
                        row.getBoolean(2),
                        RowImages.image(row.getString(3)),
                        Edited.parse(row.getString(4)).times()),
                key.entity().wire(),
                key.id());
    }

    /** Keeps what was heard of rows. */
    void shadows(Map<RowKey, Shadow> shadows) {
        statements.batch(
                "merge into larder.sync_rows (entity, row_id, revision, deleted, image, edited) key (entity, row_id)"
                        + " values (?, ?, ?, ?, ?, ?)",
                shadows.entrySet().stream().map(SyncContent::values).toList());
    }

    private static @Nullable Object[] values(Map.Entry<RowKey, Shadow> entry) {
        return new @Nullable Object[] {
            entry.getKey().entity().wire(),
            entry.getKey().id(),
            entry.getValue().revision(),
            entry.getValue().deleted(),
            RowImages.text(entry.getValue().image()),
            new Edited(entry.getValue().edited()).text()
        };
    }

    /** The ids of an entity's rows that something was heard of, after that one, in order. */
    List<UUID> heardOf(Entity entity, @Nullable UUID after, int most) {
        String more = after == null ? "" : " and row_id > ?";
        String sql = "select row_id from larder.sync_rows where entity = ?" + more + " order by row_id limit " + most;
        return after == null
                ? statements.list(sql, row -> row.getObject(1, UUID.class), entity.wire())
                : statements.list(sql, row -> row.getObject(1, UUID.class), entity.wire(), after);
    }
}

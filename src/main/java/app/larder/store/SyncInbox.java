package app.larder.store;

import app.larder.sync.Entity;
import app.larder.sync.Incoming;
import app.larder.sync.Replica;
import app.larder.sync.RowKey;
import app.larder.sync.Shadow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows that came from the server and are not shown yet: {@code larder.sync_inbox}. */
final class SyncInbox {

    private static final String COLUMNS = "entity, row_id, revision, deleted, image, edited, device";
    private static final String FROM = " from larder.sync_inbox where ";
    private static final String KNOWN =
            Arrays.stream(Entity.values()).map(Entity::wire).collect(Collectors.joining("', '", "('", "')"));

    private final Statements statements;

    SyncInbox(Statements statements) {
        this.statements = statements;
    }

    /** Keeps rows; of one row the newest counts. */
    void put(List<Incoming> rows, boolean parked) {
        List<@Nullable Object[]> news = rows.stream().map(row -> new @Nullable Object[] {
                    row.shadow().revision(), row.shadow().deleted(), parent(row), RowImages.text(row.shadow().image()),
                    new Edited(row.shadow().edited()).text(), row.device(), parked, row.entity(), row.id()
                }).toList();
        int[] updated = statements.with(
                "update larder.sync_inbox set revision = ?, deleted = ?, parent_id = ?, image = ?, edited = ?, device = ?,"
                        + " parked = ? where entity = ? and row_id = ? and revision <= ?",
                statement -> {
                    for (@Nullable Object[] row : news) {
                        Statements.set(statement, row);
                        statement.setObject(row.length + 1, row[0]);
                        statement.addBatch();
                    }
                    return news.isEmpty() ? new int[0] : statement.executeBatch();
                });
        List<@Nullable Object[]> fresh = new ArrayList<>();
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                fresh.add(news.get(i));
            }
        }
        statements.batch(
                "insert into larder.sync_inbox (revision, deleted, parent_id, image, edited, device, parked, entity, row_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                fresh);
    }

    private static @Nullable UUID parent(Incoming row) {
        return Entity.named(row.entity())
                .flatMap(entity -> entity.parentOf(row.id(), row.shadow().image()))
                .map(RowKey::id)
                .orElse(null);
    }

    /** Some staged rows, in order of rank and id. */
    List<Incoming> staged(int most) {
        List<Incoming> found = new ArrayList<>();
        for (Entity entity : Entity.values()) {
            if (found.size() < most) {
                found.addAll(statements.list(
                        "select " + COLUMNS + FROM + "entity = ? and not parked order by row_id limit ?",
                        SyncInbox::incoming,
                        entity.wire(),
                        most - found.size()));
            }
        }
        return found;
    }

    List<Incoming> under(RowKey parent) {
        return statements.list(
                        "select " + COLUMNS + FROM + "parent_id = ? and not parked", SyncInbox::incoming, parent.id())
                .stream()
                .filter(row -> Entity.named(row.entity()).map(Entity::parent).filter(parent.entity()::equals).isPresent())
                .toList();
    }

    void forget(Collection<Incoming> rows) {
        statements.batch(
                "delete from larder.sync_inbox where entity = ? and row_id = ?",
                rows.stream().map(row -> new @Nullable Object[] {row.entity(), row.id()}).toList());
    }

    Replica.Staged size() {
        return statements.list(
                        "select count(*), count(*) filter (where deleted)" + FROM + "not parked",
                        row -> new Replica.Staged(row.getInt(1), row.getInt(2)))
                .getFirst();
    }

    /** Takes out the parked rows this program has come to know. */
    List<Incoming> nowKnown() {
        List<Incoming> known =
                statements.list("select " + COLUMNS + FROM + "parked and entity in " + KNOWN, SyncInbox::incoming);
        forget(known);
        return known;
    }

    private static Incoming incoming(ResultSet row) throws SQLException {
        return new Incoming(
                row.getString(1),
                row.getObject(2, UUID.class),
                new Shadow(
                        row.getLong(3),
                        row.getBoolean(4),
                        RowImages.image(row.getString(5)),
                        Edited.parse(row.getString(6)).times()),
                row.getString(7));
    }
}

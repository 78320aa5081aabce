package app.larder.store;

import app.larder.sync.Activity;
import app.larder.sync.Entity;
import app.larder.sync.RowKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What sync did lately: {@code larder.sync_activity}. */
final class SyncActivity {

    private static final int MOST = 1000;

    private final Statements statements;

    SyncActivity(Statements statements) {
        this.statements = statements;
    }

    void tell(List<Activity> lines) {
        statements.batch(
                "insert into larder.sync_activity (at, kind, entity, row_id, row_count, detail) values (?, ?, ?, ?, ?, ?)",
                lines.stream().map(SyncActivity::values).toList());
        statements.update(
                "delete from larder.sync_activity where id <= (select max(id) from larder.sync_activity) - ?", MOST);
    }

    List<Activity> told(int most) {
        return statements.list(
                "select at, kind, entity, row_id, row_count, detail from larder.sync_activity order by id desc limit ?",
                SyncActivity::line,
                most);
    }

    private static Activity line(ResultSet row) throws SQLException {
        String entity = row.getString(3);
        UUID id = row.getObject(4, UUID.class);
        RowKey key = entity == null || id == null
                ? null
                : Entity.named(entity).map(known -> new RowKey(known, id)).orElse(null);
        return new Activity(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                Activity.Kind.valueOf(row.getString(2)),
                key,
                row.getInt(5),
                row.getString(6));
    }

    private static @Nullable Object[] values(Activity line) {
        RowKey key = line.key();
        return new @Nullable Object[] {
            line.at().atOffset(ZoneOffset.UTC),
            line.kind().name(),
            key == null ? null : key.entity().wire(),
            key == null ? null : key.id(),
            line.count(),
            line.detail()
        };
    }
}

package app.larder.store;

import app.larder.sync.Entity;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Notes every change of a row of this computer in {@code larder.sync_dirty}, within the transaction that makes it, whoever
 * makes it; H2 fires it for each row, for those a foreign key deletes too. The triggers are there only once a person is
 * connected to a server ({@link SyncTriggers}), so nobody else pays for them. Public because H2 makes it by its name.
 */
public final class SyncMarks implements Trigger {

    private static final ScopedValue<Boolean> SILENT = ScopedValue.newInstance();

    private static final String INSERT = "insert into larder.sync_dirty (entity, row_id, group_id, seq, edited, gone_with)"
            + " values (?, ?, ?, next value for larder.sync_seq, ?, ?) on conflict do nothing";
    private static final String LOOK = "select edited from larder.sync_dirty where entity = ? and row_id = ?";
    private static final String UPDATE = "update larder.sync_dirty set seq = next value for larder.sync_seq, edited = ?,"
            + " gone_with = ?, held = null where entity = ? and row_id = ?";

    private @Nullable Entity entity;
    private @Nullable Layout layout;

    /** For H2. */
    public SyncMarks() {
        // init says which table it is for.
    }

    /** Where a table's columns are; -1 where it has none. */
    private record Layout(int key, int parent, Map<String, Integer> fields) {}

    /** Runs what is no edit of this computer's: nothing it writes on this thread is noted. */
    static <T> T silently(Supplier<T> work) {
        return ScopedValue.where(SILENT, Boolean.TRUE).call(work::get);
    }

    @Override
    public void init(
            Connection connection, String schema, String trigger, String table, boolean before, int type) {
        entity = Entity.named(table).orElseThrow();
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (SILENT.isBound()) {
            return;
        }
        Entity of = Objects.requireNonNull(entity);
        Layout columns = layout(connection, of);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        if (after == null) {
            Object[] gone = Objects.requireNonNull(before);
            mark(connection, of, columns, gone, Edited.NONE, goneWith(connection, of, columns, gone));
        } else if (before == null) {
            mark(connection, of, columns, after, Edited.all(now), null);
        } else {
            List<String> changed = changed(columns, before, after);
            if (!changed.isEmpty()) {
                mark(connection, of, columns, after, Edited.of(changed, now), null);
            }
        }
    }

    private Layout layout(Connection connection, Entity of) throws SQLException {
        Layout known = layout;
        if (known != null) {
            return known;
        }
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("select column_name from information_schema.columns"
                + " where table_schema = ? and table_name = ? order by ordinal_position")) {
            statement.setString(1, RowImages.schema(of));
            statement.setString(2, of.wire());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
        }
        Map<String, Integer> fields = new TreeMap<>();
        of.fields().forEach(field -> fields.put(field, names.indexOf(field)));
        Layout read = new Layout(names.indexOf(of.key()), names.indexOf(RowImages.parentColumn(of)), fields);
        layout = read;
        return read;
    }

    private static List<String> changed(Layout columns, Object[] before, Object[] after) throws SQLException {
        List<String> changed = new ArrayList<>();
        for (Map.Entry<String, Integer> field : columns.fields().entrySet()) {
            if (!same(before[field.getValue()], after[field.getValue()])) {
                changed.add(field.getKey());
            }
        }
        return changed;
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) throws SQLException {
        if (a instanceof byte[] left && b instanceof byte[] right) {
            return Arrays.equals(left, right);
        }
        if (a instanceof Clob left && b instanceof Clob right) {
            return left.length() == right.length()
                    && left.getSubString(1, (int) left.length()).equals(right.getSubString(1, (int) right.length()));
        }
        return Objects.equals(a, b);
    }

    /** The row whose deletion took this one along: in a cascade the child's trigger fires after its parent is gone. */
    private static @Nullable UUID goneWith(Connection connection, Entity of, Layout columns, Object[] row)
            throws SQLException {
        Entity parent = of.parent();
        if (parent == null) {
            return null;
        }
        UUID id = (UUID) row[columns.parent()];
        try (PreparedStatement statement = connection.prepareStatement(
                "select 1 from " + RowImages.table(parent) + " where " + parent.key() + " = ?")) {
            statement.setObject(1, id);
            try (ResultSet there = statement.executeQuery()) {
                return there.next() ? null : id;
            }
        }
    }

    private static void mark(
            Connection connection, Entity of, Layout columns, Object[] row, Edited edited, @Nullable UUID goneWith)
            throws SQLException {
        UUID id = (UUID) row[columns.key()];
        UUID parent = columns.parent() < 0 ? null : (UUID) row[columns.parent()];
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, of.wire());
            insert.setObject(2, id);
            insert.setObject(3, RowImages.group(of, id, parent));
            insert.setString(4, edited.text());
            insert.setObject(5, goneWith);
            if (insert.executeUpdate() > 0) {
                return;
            }
        }
        Edited merged = edited;
        try (PreparedStatement look = connection.prepareStatement(LOOK)) {
            look.setString(1, of.wire());
            look.setObject(2, id);
            try (ResultSet noted = look.executeQuery()) {
                if (noted.next() && !edited.equals(Edited.NONE)) {
                    merged = Edited.parse(noted.getString(1)).and(edited);
                }
            }
        }
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setString(1, merged.text());
            update.setObject(2, goneWith);
            update.setString(3, of.wire());
            update.setObject(4, id);
            update.executeUpdate();
        }
    }
}

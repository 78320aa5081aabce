package app.larder.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The prepared statements of one transaction, each made once. What the database refuses is a {@link StoreFailures}. */
final class Statements implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> made = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    <T> T with(String sql, Work<T> work) {
        try {
            PreparedStatement statement = made.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                made.put(sql, statement);
            }
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    interface Change {
        void on(Connection connection) throws SQLException;
    }

    /** Changes tables. */
    void make(Change change) {
        try {
            change.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int update(String sql, @Nullable Object... values) {
        return with(sql, statement -> {
            set(statement, values);
            return statement.executeUpdate();
        });
    }

    <T> List<T> list(String sql, Row<T> each, @Nullable Object... values) {
        return with(sql, statement -> {
            set(statement, values);
            List<T> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(each.of(row));
                }
            }
            return found;
        });
    }

    <T> Optional<T> first(String sql, Row<T> each, @Nullable Object... values) {
        return list(sql, each, values).stream().findFirst();
    }

    /** The number a query finds; 0 if it finds none. */
    long number(String sql, @Nullable Object... values) {
        return first(sql, row -> row.getLong(1), values).orElse(0L);
    }

    /** Runs a statement once for each row of values. */
    void batch(String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        with(sql, statement -> {
            for (@Nullable Object[] row : rows) {
                set(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    @Override
    public void close() {
        for (PreparedStatement statement : made.values()) {
            try {
                statement.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

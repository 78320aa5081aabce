package app.larder.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One thing an attacker tries.
 *
 * @param title what it is
 * @param states the SQL states that deny it; empty if it must run and yield nothing
 * @param sql the statements, with {names} of the scene
 */
record Attempt(String title, Set<String> states, String sql) {

    /** Denied with one of these states. */
    static Attempt refused(String title, String states, String sql) {
        return new Attempt(title, Set.of(states.split(" ", -1)), sql);
    }

    /** Allowed to run; the last statement returns no row, or one empty value, or changes no row. */
    static Attempt fruitless(String title, String sql) {
        return new Attempt(title, Set.of(), sql);
    }

    /** Runs it in a transaction that is then committed, and says how it was denied; null if it was not. */
    String outcome(Connection connection, String token, Map<String, String> scene) throws SQLException {
        String text = sql;
        for (Map.Entry<String, String> name : scene.entrySet()) {
            text = text.replace("{" + name.getKey() + "}", name.getValue());
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            if (!token.isEmpty()) {
                statement.execute("select set_config('larder.token', '" + token + "', true)");
            }
            boolean rows = statement.execute(text);
            List<String> got = new ArrayList<>();
            while (true) {
                if (rows) {
                    got = read(statement.getResultSet());
                } else if (statement.getUpdateCount() >= 0) {
                    got = statement.getUpdateCount() == 0 ? List.of() : List.of(statement.getUpdateCount() + " rows");
                } else {
                    break;
                }
                rows = statement.getMoreResults();
            }
            connection.commit();
            return states.isEmpty() && got.isEmpty() ? "nothing" : "NOT DENIED: " + got;
        } catch (SQLException e) {
            connection.rollback();
            return states.contains(e.getSQLState()) ? e.getSQLState() : "UNEXPECTED " + e.getSQLState() + " " + e.getMessage();
        }
    }

    private static List<String> read(ResultSet result) throws SQLException {
        List<String> rows = new ArrayList<>();
        while (result.next()) {
            String value = String.valueOf(result.getString(1));
            if (!Set.of("null", "0", "f", "").contains(value)) {
                rows.add(value);
            }
        }
        return rows;
    }
}

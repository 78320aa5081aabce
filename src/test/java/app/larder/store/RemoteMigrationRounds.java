package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.ServerAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Kills a Larder (kill -9) that makes a server's tables out of another program's, rows and all, and looks at what is
 * left: the old tables as they were, or the new ones whole.
 */
final class RemoteMigrationRounds {

    private static final int RECIPES = 4;
    private static final int AT_HOME = 4;
    private static final int SESSIONS = 1;
    private static final int MESSAGES = 11;

    private final int rows;
    private int finished;

    /** {@code rows} rows in all: of 20, 4 are recipes, 4 things at home, 1 is a conversation and 11 are messages. */
    RemoteMigrationRounds(int rows) {
        this.rows = rows;
    }

    /** In how many rounds the work was done before the kill. */
    int finished() {
        return finished;
    }

    /** A new database, a child that migrates it, and its end so many milliseconds after it began to write. */
    void killAfterMillis(long millis) throws IOException, InterruptedException, SQLException {
        String address = OtherProgram.freshDatabase();
        try (Connection connection = Family.connect(DatabaseUrl.parse(address));
                Statement statement = connection.createStatement()) {
            statement.execute("insert into public.recipes (user_id, name, ingredients) select u.id, 'Recipe ' || i,"
                    + " '[{\"name\": \"leek\"}, {\"name\": \"rice\"}]' from public.users u, generate_series(3, "
                    + of(RECIPES) + ") i");
            statement.execute("insert into public.household_ingredients (user_id, name, quantity) select u.id, 'Jar ' || i,"
                    + " '2' from public.users u, generate_series(1, " + of(AT_HOME) + ") i");
            statement.execute("insert into public.chat_sessions (id, user_id, title) select gen_random_uuid(), u.id,"
                    + " 'Supper ' || i from public.users u, generate_series(1, " + of(SESSIONS) + ") i");
            statement.execute("insert into public.chat_messages (session_id, role, content) select s.id, 'user',"
                    + " 'What about leeks? ' || i from public.chat_sessions s, generate_series(1, "
                    + of(MESSAGES) / of(SESSIONS) + ") i");
        }
        Process child = RemoteMigrationChild.start(address);
        try (BufferedReader out = CellarChild.output(child)) {
            assertEquals("ready", out.readLine());
            Thread.sleep(millis);
            child.toHandle().destroyForcibly();
            child.waitFor();
        } finally {
            child.destroyForcibly();
        }
        awaitNobody(address);
        String version = value(address, "select case when to_regclass('larder.schema_meta') is null then 'old' else 'new' end");
        String type = value(address, "select data_type from information_schema.columns where table_schema = 'public'"
                + " and table_name = 'recipes' and column_name = 'name'");
        assertEquals(version.equals("old") ? "character varying" : "text", type, "half of the tables");
        if (version.equals("new")) {
            finished++;
            assertWhole(address);
        }
        new RemoteSetUp().adopt(new ServerAddress(address, null), RemoteMigrationChild.APART);
        assertWhole(address);
    }

    private void assertWhole(String address) throws SQLException {
        assertEquals(List.of(), new RemoteSetUp().verify(new ServerAddress(address, null)));
        assertCount(RECIPES, address, "public.recipes");
        assertCount(RECIPES, address, "larder.recipe_search");
        assertCount(AT_HOME, address, "public.household_ingredients");
        assertCount(SESSIONS, address, "public.chat_sessions");
        assertCount(MESSAGES, address, "public.chat_messages");
    }

    private void assertCount(int parts, String address, String table) throws SQLException {
        assertEquals(String.valueOf(of(parts)), value(address, "select count(*) from " + table), table);
    }

    /** How many rows so many parts of twenty are. */
    private int of(int parts) {
        return rows / 20 * parts;
    }

    /** The server notices the end of a client when the statement it works at is done, which with 100,000 rows takes a while. */
    private static void awaitNobody(String address) throws SQLException, InterruptedException {
        for (int i = 0; !value(address, "select count(*) from pg_stat_activity where datname = current_database()"
                + " and pid <> pg_backend_pid()").equals("0"); i++) {
            assertTrue(i < 12_000, "the server still works for the killed one");
            Thread.sleep(50);
        }
    }

    private static String value(String address, String sql) throws SQLException {
        try (Connection connection = Family.connect(DatabaseUrl.parse(address));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}

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

    private final int recipes;
    private int finished;

    RemoteMigrationRounds(int recipes) {
        this.recipes = recipes;
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
                    + " '[{\"name\": \"leek\"}, {\"name\": \"rice\"}]' from public.users u, generate_series(3, " + recipes
                    + ") i");
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
        assertEquals(String.valueOf(recipes), value(address, "select count(*) from public.recipes"));
        assertEquals(String.valueOf(recipes), value(address, "select count(*) from larder.recipe_search"));
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

package app.larder.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * One real Postgres 16 for all tests of a run; it ends with the JVM. Databases belong to a role like Supabase's
 * {@code postgres}: no superuser, but it may make roles and is not bound by row-level security. Supabase's other roles
 * are there too.
 */
final class TestPostgres {

    private static final EmbeddedPostgres SERVER = start();

    private TestPostgres() {}

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            asSuperuser(server, "postgres", "create role owner login password 'owner' createrole createdb bypassrls");
            for (String role : new String[] {"anon", "authenticated"}) {
                asSuperuser(server, "postgres", "create role " + role + " login password '" + role + "'");
            }
            asSuperuser(server, "postgres", "create role service_role login password 'service_role' bypassrls");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int port() {
        return SERVER.getPort();
    }

    /** The address of a new, empty database. */
    static DatabaseUrl freshDatabase() {
        return DatabaseUrl.parse(freshAddress());
    }

    /** As text, with the owner's name and password. */
    static String freshAddress() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        asSuperuser(SERVER, "postgres", "create database " + name + " owner owner template template0 encoding 'UTF8'");
        return "postgresql://owner:owner@localhost:" + port() + "/" + name;
    }

    /** Runs a statement as the server's superuser, which no family has. */
    static void asSuperuser(String database, String sql) {
        asSuperuser(SERVER, database, sql);
    }

    private static void asSuperuser(EmbeddedPostgres server, String database, String sql) {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + server.getPort() + "/" + database, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package app.larder.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * One real Postgres 16 for all tests of a run; it ends with the JVM. Databases belong to a role like Supabase's
 * {@code postgres}: no superuser, but it may make roles and is not bound by row-level security. Supabase's other roles
 * are there too, with rights on every new table, as it used to give them.
 */
public final class TestPostgres {

    private static final EmbeddedPostgres SERVER = start();

    private TestPostgres() {}

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            askForPasswords(server);
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

    /** As started it lets everybody in; now everybody but the superuser needs a password. */
    private static void askForPasswords(EmbeddedPostgres server) throws IOException {
        try (Connection connection = superuser(server, "postgres");
                Statement statement = connection.createStatement();
                ResultSet file = statement.executeQuery("show hba_file")) {
            file.next();
            Files.writeString(Path.of(file.getString(1)), "host all postgres all trust\nhost all all all scram-sha-256\n");
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection superuser(EmbeddedPostgres server, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + server.getPort() + "/" + database, "postgres", "postgres");
    }

    static int port() {
        return SERVER.getPort();
    }

    /** The address of a new, empty database. */
    static DatabaseUrl freshDatabase() {
        return DatabaseUrl.parse(freshAddress());
    }

    /** As text, with the owner's name and password. */
    public static String freshAddress() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        asSuperuser(SERVER, "postgres", "create database " + name + " owner owner template template0 encoding 'UTF8'");
        asSuperuser(name, "alter default privileges for role owner in schema public"
                + " grant all on tables to anon, authenticated, service_role");
        return "postgresql://owner:owner@localhost:" + port() + "/" + name;
    }

    /** Runs a statement as the server's superuser, which no family has. */
    static void asSuperuser(String database, String sql) {
        asSuperuser(SERVER, database, sql);
    }

    /** A connection of the server's superuser. */
    static Connection superuser(String database) throws SQLException {
        return superuser(SERVER, database);
    }

    private static void asSuperuser(EmbeddedPostgres server, String database, String sql) {
        try (Connection connection = superuser(server, database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

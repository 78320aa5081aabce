package app.larder.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** One real Postgres 16 for all tests of a run; it ends with the JVM. */
final class TestPostgres {

    private static final EmbeddedPostgres SERVER = start();

    private TestPostgres() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a new, empty database. */
    static DatabaseUrl freshDatabase() {
        String server = "localhost:" + SERVER.getPort();
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection =
                        DriverManager.getConnection("jdbc:postgresql://" + server + "/postgres", "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template template0 encoding 'UTF8'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return DatabaseUrl.parse("postgresql://postgres:postgres@" + server + "/" + name);
    }
}

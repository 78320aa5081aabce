package app.larder.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;

/**
 * The family's Postgres for development without Docker ({@code ./mvnw -Pdev-database}): a real Postgres 16 on 127.0.0.1
 * that keeps its data from start to start and ends with Ctrl+C. The same address as the one in {@code compose.yaml}.
 */
public final class DevDatabase {

    private static final int PORT = 5432;

    private DevDatabase() {}

    /** Runs until it is stopped; the argument is the folder of the data. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int port = Integer.getInteger("larder.dev.port", PORT);
        Path data = Path.of(arguments[0]).toAbsolutePath();
        Files.createDirectories(data);
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.close();
            } catch (IOException e) {
                out.println("Postgres could not be stopped: " + e.getMessage());
            }
            ended.countDown();
        }));
        prepare(port);
        out.println("Postgres 16 keeps its data in " + data + ". Stop it with Ctrl+C.");
        out.println("DATABASE_URL=postgresql://postgres:larder@localhost:" + port + "/larder");
        ended.await();
    }

    private static void prepare(int port) throws SQLException, IOException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "larder");
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password 'larder'");
            try (ResultSet known = statement.executeQuery("select 1 from pg_database where datname = 'larder'")) {
                if (!known.next()) {
                    statement.execute("create database larder template template0 encoding 'UTF8'");
                }
            }
            try (ResultSet file = statement.executeQuery("show hba_file")) {
                file.next();
                // The next start looks in without a password; computers need theirs.
                Files.writeString(
                        Path.of(file.getString(1)),
                        "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
            }
            statement.execute("select pg_reload_conf()");
        }
    }
}

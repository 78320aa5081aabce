package app.larder.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Debian's pgbouncer before the test server, for one login after the other; where it isn't installed, tests are skipped. */
final class PgBouncer {

    private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");

    private final String mode;

    private PgBouncer(String mode) {
        this.mode = mode;
    }

    /** A server's connection goes to the next client after each transaction. */
    static PgBouncer inTransactionMode() {
        return new PgBouncer("transaction");
    }

    /** A server's connection stays with its client. */
    static PgBouncer inSessionMode() {
        return new PgBouncer("session");
    }

    /** The same address through a pooler that runs until the tests end. */
    DatabaseUrl to(DatabaseUrl url) {
        return DatabaseUrl.parse(addressTo(url));
    }

    String addressTo(DatabaseUrl url) {
        Assumptions.assumeTrue(
                Files.isExecutable(PROGRAM), "pgbouncer is not installed (Debian's package): nothing stands between");
        try {
            int port = freePort();
            Path folder = Files.createTempDirectory(
                    "larder-pgbouncer", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            Path users = folder.resolve("users.txt");
            String password = url.properties().getProperty("password");
            Files.writeString(users, "\"" + url.user() + "\" \"" + password + "\"\n");
            Path configuration = folder.resolve("pgbouncer.ini");
            Files.writeString(configuration, String.join("\n", List.of(
                    "[databases]",
                    "* = host=127.0.0.1 port=" + url.port(),
                    "[pgbouncer]",
                    "listen_addr = 127.0.0.1",
                    "listen_port = " + port,
                    "unix_socket_dir =",
                    "auth_type = scram-sha-256",
                    "auth_file = " + users,
                    "pool_mode = " + mode,
                    "default_pool_size = " + (mode.equals("session") ? 4 : 2),
                    "ignore_startup_parameters = extra_float_digits",
                    System.getProperty("user.name").equals("root") ? "user = nobody" : "",
                    "")));
            Process process = new ProcessBuilder(PROGRAM.toString(), "-q", configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            awaitPort(port);
            return "postgresql://" + url.user() + ":" + password + "@localhost:" + port + "/" + url.database();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitPort(int port) throws IOException {
        for (int i = 0; ; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return;
            } catch (IOException e) {
                if (i == 100) {
                    throw e;
                }
                java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            }
        }
    }
}

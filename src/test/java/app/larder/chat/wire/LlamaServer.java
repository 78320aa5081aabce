package app.larder.chat.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A real llama-server with a very small kitchen model, both among the test's resources: {@code llama/get.sh} unpacks the
 * server from Debian's packages once, into the temporary folder. Where these cannot be had, tests are skipped, and say so.
 */
public final class LlamaServer implements AutoCloseable {

    static final String KEY = "sk-test-kitchen";

    private static final Path SCRIPTS = Path.of("src/test/resources/llama").toAbsolutePath();
    private static final Path ROOT = Path.of(System.getProperty("java.io.tmpdir"), "larder-llama-server");

    private final int port;
    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();

    private LlamaServer(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** A fresh one that is ready. */
    public static LlamaServer start(String... options) {
        unpack();
        try {
            int port;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            List<String> line = new ArrayList<>(
                    List.of("bash", SCRIPTS.resolve("run.sh").toString(), ROOT.toString(), Integer.toString(port)));
            line.addAll(List.of("--api-key", KEY, "--slots", "--temp", "0"));
            line.addAll(List.of(options));
            Process process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            LlamaServer server = new LlamaServer(port, process);
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized void unpack() {
        if (Files.exists(ROOT.resolve("complete"))) {
            return;
        }
        String why;
        try {
            Process get = new ProcessBuilder("bash", SCRIPTS.resolve("get.sh").toString(), ROOT.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (get.waitFor(180, TimeUnit.SECONDS) && get.exitValue() == 0) {
                Files.writeString(ROOT.resolve("complete"), "");
                return;
            }
            get.destroyForcibly();
            why = "its packages could not be had";
        } catch (IOException e) {
            why = String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        System.err.println("SKIPPED: the tests with a real llama-server, " + why);
        Assumptions.abort("no llama-server: " + why);
    }

    /** Its address for a wire. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    Endpoint endpoint(Wire wire) {
        return Endpoint.of(wire, address(), KEY);
    }

    private String get(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Authorization", "Bearer " + KEY)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? response.body() : "";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady() {
        for (int i = 0; i < 300; i++) {
            try {
                if (!get("/health").isEmpty()) {
                    return;
                }
            } catch (IOException e) {
                pause();
                continue;
            }
            pause();
        }
        close();
        throw new IllegalStateException("llama-server did not start");
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether its one slot has nothing to do any more, looked for during so many milliseconds. */
    boolean isIdleWithin(long millis) throws IOException {
        long end = System.nanoTime() + millis * 1_000_000;
        do {
            if (get("/slots").contains("\"is_processing\":false")) {
                return true;
            }
            pause();
        } while (System.nanoTime() < end);
        return false;
    }

    /** As kill -9 does. */
    public void kill() {
        process.toHandle().destroyForcibly();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

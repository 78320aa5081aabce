package app.larder.updates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.settings.Settings;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking for a new version, at a real server of our own. */
class UpdateCheckTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path home;

    private final List<HttpExchange> asked = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String body = "0.2.0\n";
    private Instant now = NOON;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange);
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/newest");
    }

    private Optional<String> newer(String own) {
        return new UpdateCheck(address(), home, () -> now).newer(own);
    }

    @Test
    void aNewerVersionIsNamed() {
        assertEquals(Optional.of("0.2.0"), newer("0.1.9"));
    }

    @Test
    void theSameOrAnOlderOneIsNot() {
        assertEquals(Optional.empty(), newer("0.2"));
        now = now.plus(Duration.ofDays(2));
        assertEquals(Optional.empty(), newer("0.10.0"));
        assertEquals(2, asked.size());
    }

    @Test
    void itIsAskedOnceADayAtMostAlsoAfterAFailureAndWithAClockGoneWrong() {
        status = 500;
        assertEquals(Optional.empty(), newer("0.1.0"));
        status = 200;
        now = NOON.plus(Duration.ofHours(23));
        assertEquals(Optional.empty(), newer("0.1.0"));
        assertEquals(1, asked.size());
        now = NOON.plus(Duration.ofHours(25));
        assertEquals(Optional.of("0.2.0"), newer("0.1.0"));
        now = Instant.parse("1970-01-01T00:00:00Z");
        assertEquals(Optional.of("0.2.0"), newer("0.1.0"));
        assertEquals(3, asked.size());
    }

    @Test
    void nothingIsSentThatTellsOneComputerFromAnother() {
        newer("0.1.0");
        Set<String> headers = new TreeSet<>();
        asked.getFirst().getRequestHeaders().keySet().forEach(name -> headers.add(name.toLowerCase(java.util.Locale.ROOT)));
        headers.removeAll(Set.of("host", "user-agent", "content-length", "connection"));
        assertEquals(Set.of(), headers);
        assertEquals("Larder", asked.getFirst().getRequestHeaders().getFirst("User-Agent"));
        assertEquals("/newest", asked.getFirst().getRequestURI().toString());
        assertFalse(Settings.DEFAULTS.start().newVersions(), "nobody is asked before it is allowed");
        assertEquals("https", UpdateCheck.ADDRESS.getScheme());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>0.9.0</html>", "0.9.0-beta", "v9", "9", "99999.0", "0.9.0\n0.8.0", "٩.٠"})
    void whatIsNoVersionIsNone(String said) {
        body = said;
        assertEquals(Optional.empty(), newer("0.1.0"));
        assertEquals(1, asked.size());
    }

    @Test
    void aLongAnswerIsNotReadAndARedirectionNotFollowed() {
        body = "9.0.0" + " ".repeat(100_000);
        assertEquals(Optional.empty(), newer("0.1.0"));
        status = 302;
        body = "9.0.0";
        now = now.plus(Duration.ofDays(2));
        assertEquals(Optional.empty(), newer("0.1.0"));
        assertEquals(2, asked.size());
    }

    @Test
    void whereNobodyAnswersNothingIsSaid() throws IOException {
        URI nobody = URI.create("http://127.0.0.1:" + portOfNobody() + "/");
        assertEquals(Optional.empty(), new UpdateCheck(nobody, home, () -> now).newer("0.1.0"));
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket gone = new ServerSocket(0)) {
            return gone.getLocalPort();
        }
    }

    @Test
    void aSilentServerIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
            UpdateCheck check = new UpdateCheck(address, home, () -> now, Duration.ofMillis(200));
            assertEquals(Optional.empty(), check.newer("0.1.0"));
        }
    }

    @Test
    void aFolderThatCantBeWrittenMeansNobodyIsAsked() {
        Path file = home.resolve("file");
        try {
            Files.writeString(file, "in the way");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertEquals(Optional.empty(), new UpdateCheck(address(), file, () -> now).newer("0.1.0"));
        assertTrue(asked.isEmpty());
    }
}

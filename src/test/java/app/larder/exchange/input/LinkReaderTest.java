package app.larder.exchange.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server on this computer; the rule that lets it be asked is the test's own. */
class LinkReaderTest {

    private static final LinkReader.Limits SMALL =
            new LinkReader.Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(20), 200_000);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch hold = new CountDownLatch(1);
    private HttpServer server;
    private ExecutorService threads;
    private LinkReader reader;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.start();
        reader = new LinkReader(address -> true, SMALL);
    }

    @AfterEach
    void stop() {
        hold.countDown();
        reader.close();
        server.stop(0);
        threads.shutdown();
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private String serve(String path, Answer answer) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestURI().toString());
            try (exchange) {
                answer.to(exchange);
            }
        });
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private String serve(String path, int status, String type, byte[] body) {
        return serve(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        });
    }

    private String redirect(String path, String to) {
        return serve(path, exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    private String refused(String link) {
        return assertThrows(Unreadable.class, () -> reader.read(link, () -> false)).reason().sentence();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packer = new GZIPOutputStream(out)) {
            packer.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void readsAPage() throws Exception {
        String link = serve("/soup", 200, "text/html; charset=utf-8", "<h1>Suppe ü</h1>".getBytes(StandardCharsets.UTF_8));
        Content content = reader.read(link, () -> false);
        assertEquals("<h1>Suppe ü</h1>", content.text());
        assertEquals(link, content.address());
    }

    @Test
    void theEncodingOfTheHeaderIsUsed() throws Exception {
        String link = serve("/soup", 200, "text/html; charset=\"ISO-8859-2\"", "żurek".getBytes(Charset.forName("ISO-8859-2")));
        assertEquals("żurek", reader.read(link, () -> false).text());
    }

    @Test
    void unpacksGzip() throws Exception {
        byte[] packed = gzip("<h1>Soup</h1>".getBytes(StandardCharsets.UTF_8));
        String link = serve("/soup", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.length);
            exchange.getResponseBody().write(packed);
        });
        assertEquals("<h1>Soup</h1>", reader.read(link, () -> false).text());
    }

    @Test
    void aGzipAnswerThatGrowsPastTheLimitIsRefused() throws Exception {
        byte[] packed = gzip(new byte[50_000_000]);
        assertTrue(packed.length < SMALL.bytes(), "the bomb is small on the wire");
        String link = serve("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.length);
            exchange.getResponseBody().write(packed);
        });
        assertEquals("The page 127.0.0.1 sent is larger than 200 kB.", refused(link));
    }

    @Test
    void anAnswerWithoutEndIsRefused() {
        String link = serve("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            byte[] piece = new byte[10_000];
            for (int i = 0; i < 10_000; i++) {
                body.write(piece);
            }
        });
        assertEquals("The page 127.0.0.1 sent is larger than 200 kB.", refused(link));
    }

    @Test
    void damagedGzipIsSaidPlainly() {
        String link = serve("/soup", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 4);
            exchange.getResponseBody().write("nope".getBytes(StandardCharsets.UTF_8));
        });
        assertEquals("The page 127.0.0.1 sent is damaged.", refused(link));
    }

    @Test
    void followsFiveRedirectsAndNotSix() throws Exception {
        serve("/0", 200, "text/html", "there".getBytes(StandardCharsets.UTF_8));
        for (int i = 1; i <= 6; i++) {
            redirect("/" + i, "/" + (i - 1));
        }
        String host = "http://127.0.0.1:" + server.getAddress().getPort();
        Content content = reader.read(host + "/5", () -> false);
        assertEquals("there", content.text());
        assertEquals(host + "/0", content.address());
        assertEquals("127.0.0.1 sent us on more than 5 times.", refused(host + "/6"));
    }

    @Test
    void aPrivateAddressIsRefusedBeforeAnythingIsAsked() {
        String link = serve("/soup", 200, "text/html", new byte[0]);
        try (LinkReader strict = new LinkReader(AddressRule.PUBLIC, SMALL)) {
            Unreadable refusal = assertThrows(Unreadable.class, () -> strict.read(link, () -> false));
            assertEquals("The link leads to 127.0.0.1, an address inside a home or company network, which is not read.", refusal.reason().sentence());
        }
        assertTrue(asked.isEmpty(), "the server was asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://localhost/", "http://[::1]/", "http://0/", "http://2130706433/", "http://0x7f.1/", "http://127.1/", "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/", "http://10.1.2.3/", "http://[fd00::1]/", "https://192.168.0.1/"
    })
    void otherSpellingsOfPrivateAddressesAreRefused(String link) {
        try (LinkReader strict = new LinkReader(AddressRule.PUBLIC, SMALL)) {
            assertThrows(Unreadable.class, () -> strict.read(link, () -> false));
        }
    }

    @Test
    void aRedirectToAPrivateAddressIsRefused() {
        int port = server.getAddress().getPort();
        serve("/secret", 200, "text/html", "secret".getBytes(StandardCharsets.UTF_8));
        String link = redirect("/soup", "http://127.0.0.2:" + port + "/secret");
        try (LinkReader strict = new LinkReader(address -> address.getHostAddress().equals("127.0.0.1"), SMALL)) {
            Unreadable refusal = assertThrows(Unreadable.class, () -> strict.read(link, () -> false));
            assertTrue(refusal.reason().sentence().contains("127.0.0.2"), refusal.reason().sentence());
        }
        assertEquals(List.of("/soup"), asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/", "jar:http://127.0.0.1!/x"})
    void aRedirectToAnythingButTheWebIsRefused(String target) {
        assertEquals("Only links that begin with http:// or https:// can be read.", refused(redirect("/soup", target)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "http:///path", "http://exa mple/", "http://a:b@c:d/", "http://%/", "nonsense", "http://[::1"})
    void whatIsNoLinkIsRefusedPlainly(String link) {
        String sentence = refused(link);
        assertTrue(sentence.endsWith(".") && !sentence.contains("Exception"), sentence);
    }

    @Test
    void aHostThatIsNotThereIsSaidPlainly() {
        assertEquals("There is no larder-no-such-host.invalid, or this computer is offline.", refused("http://larder-no-such-host.invalid/"));
    }

    @Test
    void refusalsOfTheSiteAreSaidPlainly() {
        assertEquals("127.0.0.1 has no such page (404).", refused(serve("/a", 404, "text/html", new byte[0])));
        assertEquals("127.0.0.1 does not let programs read this page (403).", refused(serve("/b", 403, "text/html", new byte[0])));
        assertEquals("127.0.0.1 could not deliver the page (500).", refused(serve("/c", 500, "text/html", new byte[0])));
        assertEquals("The link leads to a file of type image/png, not to a page.", refused(serve("/d", 200, "image/png", new byte[] {1})));
    }

    @Test
    void aSiteThatDoesNotAnswerIsGivenUp() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        String link = serve("/slow", exchange -> {
            try {
                release.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        LinkReader.Limits hasty = new LinkReader.Limits(Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofSeconds(5), 1_000);
        try (LinkReader impatient = new LinkReader(address -> true, hasty)) {
            Unreadable refusal = assertThrows(Unreadable.class, () -> impatient.read(link, () -> false));
            assertEquals("127.0.0.1 did not answer in time.", refusal.reason().sentence());
        } finally {
            release.countDown();
        }
    }

    @Test
    void anAnswerThatTricklesIsGivenUp() {
        AtomicBoolean end = new AtomicBoolean();
        String link = serve("/trickle", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 200 && !end.get(); i++) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                try {
                    Thread.sleep(50);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        LinkReader.Limits hasty = new LinkReader.Limits(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMillis(400), 1_000);
        try (LinkReader impatient = new LinkReader(address -> true, hasty)) {
            Unreadable refusal = assertThrows(Unreadable.class, () -> impatient.read(link, () -> false));
            assertEquals(Reason.Kind.TOO_LONG, refusal.reason().kind());
        } finally {
            end.set(true);
        }
    }

    @Test
    void nobodyListeningIsSaidPlainly() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertEquals("Could not connect to 127.0.0.1.", refused("http://127.0.0.1:" + port + "/"));
    }

    @Test
    void nothingIsReadOnceCancelled() {
        String link = serve("/soup", 200, "text/html", "soup".getBytes(StandardCharsets.UTF_8));
        assertThrows(Unreadable.class, () -> reader.read(link, () -> true));
    }

    /** Answers with these bytes and then keeps the line open and says nothing. */
    private String silentAfter(byte[] start) {
        return serve("/silent", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(start);
            exchange.getResponseBody().flush();
            try {
                hold.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    void anAnswerThatStopsInTheMiddleIsGivenUp() {
        String link = silentAfter("<h1>So".getBytes(StandardCharsets.UTF_8));
        LinkReader.Limits hasty = new LinkReader.Limits(Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofMillis(400), 1_000);
        try (LinkReader impatient = new LinkReader(address -> true, hasty)) {
            Unreadable refusal = assertThrows(Unreadable.class, () -> impatient.read(link, () -> false));
            assertEquals(Reason.Kind.TOO_LONG, refusal.reason().kind());
        }
    }

    @Test
    void waitingForASilentSiteEndsWhenCancelled() {
        String link = silentAfter("<h1>So".getBytes(StandardCharsets.UTF_8));
        AtomicInteger glances = new AtomicInteger();
        Unreadable refusal = assertThrows(Unreadable.class, () -> reader.read(link, () -> glances.incrementAndGet() > 5));
        assertEquals(Reason.Kind.STOPPED, refusal.reason().kind());
        assertEquals(6, glances.get());
    }

    @Test
    void theContentOfARedirectIsNotWaitedFor() throws Exception {
        String there = serve("/there", 200, "text/html", "there".getBytes(StandardCharsets.UTF_8));
        String link = serve("/endless-redirect", exchange -> {
            exchange.getResponseHeaders().set("Location", there);
            exchange.sendResponseHeaders(302, 0);
            exchange.getResponseBody().flush();
            try {
                hold.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertEquals("there", reader.read(link, () -> false).text());
    }

    @Test
    void anAnswerAsLongAsTheLimitIsReadAndOneByteMoreIsNot() throws Exception {
        assertEquals(200_000, reader.read(serve("/fits", 200, "text/plain", "x".repeat(200_000).getBytes(StandardCharsets.UTF_8)), () -> false).text().length());
        assertEquals("The page 127.0.0.1 sent is larger than 200 kB.", refused(serve("/more", 200, "text/plain", "x".repeat(200_001).getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void namesPasswordsAndOddPortsAreNotTakenOver() throws Exception {
        String link = serve("/soup", 200, "text/html", "soup".getBytes(StandardCharsets.UTF_8));
        assertEquals(link, reader.read(link.replace("://", "://me:secret@"), () -> false).address());
        assertEquals("\"http://127.0.0.1:70000/\" is not a link.", refused("http://127.0.0.1:70000/"));
    }
}

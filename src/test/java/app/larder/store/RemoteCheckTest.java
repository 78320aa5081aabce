package app.larder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.ServerAddress;
import app.larder.account.ServerCheck.Found;
import app.larder.account.ServerCheck.Report;
import app.larder.account.ServerCheck.Role;
import app.larder.account.ServerCheck.Step;
import app.larder.account.ServerCheck.StepResult;
import app.larder.account.ServerCheck.Tables;
import app.larder.account.ServerProblem;
import app.larder.account.ServerProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever an address or a server does: a sentence for a step, in time, without a password in any text or log. */
class RemoteCheckTest {

    private static final String SECRET = "hunter2secret";
    private static final int PATIENCE_SECONDS = 1;

    private final RemoteCheck check = new RemoteCheck();

    @Test
    void aGoodAddressPassesEveryStepAndSaysWhatIsThere() {
        String fresh = TestPostgres.freshAddress();
        assertEquals(new Found(Tables.NONE, Role.OWNER, true, List.of()), found(fresh));
        assertEquals(Tables.OTHERS, found(OtherProgram.freshDatabase()).tables());
        assertEquals(problem(fresh.replace("owner:owner", "anon:anon")), new StepResult(Step.TABLES, ServerProblem.of(Kind.NOT_SET_UP)));
        new RemoteSetUp().migrate(new ServerAddress(fresh, null));
        try (Family family = Family.in(fresh)) {
            assertEquals(new Found(Tables.CURRENT, Role.OWNER, true, List.of()), found(fresh));
            assertEquals(new Found(Tables.CURRENT, Role.COMPUTER, true, List.of()), found(family.invitation().address()));
            StepResult stranger = problem(fresh.replace("owner:owner", "anon:anon"));
            assertEquals(Kind.NOT_ALLOWED, kind(stranger));
            family.asOwner("update larder.schema_meta set version = 1");
            assertEquals(Tables.OLDER, found(family.invitation().address()).tables());
            family.asOwner("update larder.schema_meta set min_client = 99");
            assertEquals(Kind.NEWER, kind(problem(family.invitation().address())));
        }
    }

    @Test
    void whatAPostgresRefusesIsNamed() {
        String good = TestPostgres.freshAddress();
        String server = "localhost:" + TestPostgres.port();
        assertEquals(new StepResult(Step.SIGN_IN, ServerProblem.of(Kind.WRONG_PASSWORD, "owner")), problem(good.replace(":owner@", ":" + SECRET + "@")));
        assertEquals(Kind.WRONG_PASSWORD, kind(problem("postgresql://nobody:" + SECRET + "@" + server + "/postgres")));
        assertEquals(Kind.NO_PASSWORD, kind(problem("postgresql://owner@" + server + "/postgres")));
        assertEquals(Kind.NO_DATABASE, kind(problem("postgresql://owner:owner@" + server + "/nowhere")));
        assertEquals(new StepResult(Step.ENCRYPT, ServerProblem.of(Kind.NO_TLS, "localhost")), problem(good + "?sslmode=require"));
    }

    @Test
    void strangeServersAreToldApart(@TempDir Path folder) throws Exception {
        Path here = FakeServer.keyStore(folder, "localhost");
        Path other = FakeServer.keyStore(folder, "db.example.org");
        Path old = FakeServer.expired(folder);
        List<Strange> all = new ArrayList<>(List.of(
                new Strange(FakeServer.saying("HTTP/1.1 400 Bad Request\r\n\r\n"), "", Step.REACH, Kind.NOT_POSTGRES),
                new Strange(FakeServer.saying("SSH-2.0-OpenSSH_9.2\r\n"), "", Step.REACH, Kind.NOT_POSTGRES),
                new Strange(FakeServer.saying(""), "", Step.REACH, Kind.CLOSED),
                new Strange(FakeServer.saying("S"), "?sslmode=require", Step.ENCRYPT, Kind.CLOSED),
                new Strange(FakeServer.silent(), "", Step.REACH, Kind.SILENT),
                new Strange(FakeServer.saying("N"), "?sslmode=require", Step.ENCRYPT, Kind.NO_TLS),
                new Strange(FakeServer.withTls(other, ""), "?sslmode=verify-full&sslrootcert=" + other + ".pem", Step.ENCRYPT, Kind.CERTIFICATE_OTHER_NAME),
                new Strange(FakeServer.withTls(here, ""), "?sslmode=verify-full", Step.ENCRYPT, Kind.CERTIFICATE_UNKNOWN),
                new Strange(FakeServer.withTls(here, ""), "?sslmode=verify-full&sslrootcert=" + other + ".pem", Step.ENCRYPT, Kind.CERTIFICATE_UNKNOWN),
                new Strange(FakeServer.withTls(old, ""), "?sslmode=verify-full&sslrootcert=" + old + ".pem", Step.ENCRYPT, Kind.CERTIFICATE_EXPIRED),
                new Strange(FakeServer.withTls(here, ""), "?sslmode=verify-full&sslrootcert=" + here + ".pem", Step.ENCRYPT, Kind.CLOSED),
                new Strange(FakeServer.withTls(here, error("XX000", "Tenant or user not found")), "?sslmode=verify-full&sslrootcert=" + here + ".pem", Step.SIGN_IN, Kind.TENANT_NOT_FOUND),
                new Strange(FakeServer.withoutTls(bytes(error("XX000", "Tenant or user not found"))), "", Step.SIGN_IN, Kind.TENANT_NOT_FOUND),
                new Strange(FakeServer.withoutTls(bytes(error("28000", "role is not permitted to log in"))), "", Step.SIGN_IN, Kind.NOT_ALLOWED),
                new Strange(FakeServer.withoutTls(bytes(error("53300", "sorry, too many clients already"))), "", Step.SIGN_IN, Kind.TOO_MANY_CONNECTIONS),
                new Strange(FakeServer.withoutTls(bytes(error("XX000", "Max client connections reached"))), "", Step.SIGN_IN, Kind.TOO_MANY_CONNECTIONS),
                new Strange(FakeServer.withoutTls(bytes(error("57P03", "the database system is starting up"))), "", Step.SIGN_IN, Kind.STARTING),
                new Strange(FakeServer.withoutTls(bytes(error("ZZ999", "something\nwith " + "words ".repeat(100)))), "", Step.SIGN_IN, Kind.OTHER),
                new Strange(FakeServer.withoutTls(new byte[0]), "", Step.ENCRYPT, Kind.CLOSED),
                new Strange(FakeServer.withoutTls(bytes("HTTP/1.1 200 OK\r\n\r\n<html>")), "", Step.ENCRYPT, Kind.NOT_POSTGRES)));
        List<String> wrong = new ArrayList<>();
        for (Strange one : all) {
            try (FakeServer server = one.server()) {
                StepResult result = problem(address(server, one.parameters()));
                if (result.step() != one.step() || kind(result) != one.kind()) {
                    wrong.add(one.kind() + " was " + result + " for " + one.parameters().replaceAll("=/.*/", "="));
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private record Strange(FakeServer server, String parameters, Step step, Kind kind) {}

    @Test
    void addressesThatLeadNowhereAreToldApart(@TempDir Path folder) throws IOException {
        Path noCertificate = Files.writeString(folder.resolve("note.txt"), "not a certificate");
        assertEquals(Kind.NAME_NOT_FOUND, kind(problem("postgresql://u:" + SECRET + "@no-such-host.invalid/db")));
        assertEquals(Kind.REFUSED, kind(problem("postgresql://u:" + SECRET + "@127.0.0.1:1/db")));
        assertEquals(Kind.NO_SCHEME, kind(problem("mysql://u:" + SECRET + "@localhost/db")));
        assertEquals(Kind.NO_CERTIFICATE_FILE, kind(problem("postgresql://u:p@localhost/db?sslrootcert=/nowhere/x.crt")));
        assertEquals(Kind.BAD_CERTIFICATE_FILE, kind(problem("postgresql://u:p@localhost/db?sslrootcert=" + noCertificate)));
        StepResult ipv6 = problem("postgresql://u:" + SECRET + "@[2001:db8::1]/db?connect_timeout=1");
        assertTrue(Set.of(Kind.IPV6_ONLY, Kind.SILENT).contains(kind(ipv6)), ipv6.toString());
    }

    @Test
    void twoHundredWrongAddressesAndAnswersAreEachASentenceInTime() throws Exception {
        Random random = new Random(20_260_101);
        List<FakeServer> servers = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            byte[] answer = new byte[random.nextInt(40)];
            random.nextBytes(answer);
            boolean greeted = i % 2 == 0;
            byte[] said = i % 3 == 0 ? bytes("RSZKEN".charAt(i % 6) + new String(answer, java.nio.charset.StandardCharsets.ISO_8859_1)) : answer;
            FakeServer server = greeted ? FakeServer.withoutTls(said) : FakeServer.saying(said);
            servers.add(server);
            addresses.add(address(server, ""));
        }
        String[] pieces = {
            "postgresql://", "postgres://", "jdbc:postgresql://", "jdbc:", "mysql://", "http://", "u:" + SECRET + "@",
            "u%3A:" + SECRET + "%@", ":" + SECRET + "@", "@", "localhost", "[::1]", "[::1", "::1", "127.0.0.1", "no.such.host.invalid",
            "%", "%zz", "%00", "%ff", " ", "\t", "\n", ":1", ":65536", ":abc", ":", "/db", "/", "/a/b", "?", "?sslmode=maybe",
            "?sslmode=require", "&", "#", "?user=x", "?port=1", "'", "\"", "\u202e", "💥", "[YOUR-PASSWORD]", "?host=/tmp", ","
        };
        while (addresses.size() < 200) {
            StringBuilder address = new StringBuilder(addresses.size() % 2 == 0 ? "postgresql://u:" + SECRET + "@" : "");
            for (int n = random.nextInt(6); n >= 0; n--) {
                address.append(pieces[random.nextInt(pieces.length)]);
            }
            // Whatever else it says, never a real server.
            addresses.add(address.toString().contains("localhost") || address.toString().contains("1")
                    ? address + "?port=1"
                    : address.toString());
        }
        List<String> log = new ArrayList<>();
        Handler handler = listening(log);
        Logger.getLogger("").addHandler(handler);
        try (ExecutorService workers = Executors.newFixedThreadPool(16)) {
            List<Future<Report>> reports = new ArrayList<>();
            for (String address : addresses) {
                String patient = address.contains("connect_timeout")
                        ? address
                        : address + (address.contains("?") ? "&" : "?") + "connect_timeout=" + PATIENCE_SECONDS;
                reports.add(workers.submit(() -> check.check(new ServerAddress(patient, null), step -> {})));
            }
            Set<Kind> kinds = new HashSet<>();
            for (int i = 0; i < addresses.size(); i++) {
                Report report = reports.get(i).get(60, java.util.concurrent.TimeUnit.SECONDS);
                StepResult last = report.steps().getLast();
                assertNull(report.found(), addresses.get(i));
                assertNotNull(last.problem(), addresses.get(i));
                String sentence = last.problem().sentence();
                assertTrue(sentence.matches("(?s)\\p{Lu}.*[.?]") || last.problem().kind() == Kind.OTHER || sentence.endsWith("."), sentence);
                assertFalse(sentence.contains(SECRET) || sentence.contains("Exception") || sentence.contains("{0}") || sentence.contains("java."), sentence);
                kinds.add(last.problem().kind());
            }
            assertTrue(kinds.size() > 8, kinds.toString());
        } finally {
            Logger.getLogger("").removeHandler(handler);
            servers.forEach(FakeServer::close);
        }
        assertEquals(List.of(), log.stream().filter(line -> line.contains(SECRET)).toList());
    }

    private static Handler listening(List<String> log) {
        Handler handler = new Handler() {
            @Override
            public synchronized void publish(LogRecord line) {
                log.add(line.getMessage() + " " + line.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        return handler;
    }

    private static String address(FakeServer server, String parameters) {
        return "postgresql://u:" + SECRET + "@localhost:" + server.port() + "/db"
                + (parameters.isEmpty() ? "?" : parameters + "&") + "connect_timeout=" + PATIENCE_SECONDS;
    }

    /** An ErrorResponse as a server sends it: PostgreSQL manual, "Message Formats". */
    private static String error(String state, String message) {
        String body = "SFATAL\0C" + state + "\0M" + message + "\0\0";
        int length = body.length() + 4;
        return "E" + (char) 0 + (char) 0 + (char) (length >> 8) + (char) (length & 255) + body;
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private Found found(String address) {
        Report report = check.check(new ServerAddress(address, null), step -> {});
        return java.util.Objects.requireNonNull(report.found(), report.toString());
    }

    private StepResult problem(String address) {
        List<StepResult> heard = new ArrayList<>();
        Report report = check.check(new ServerAddress(address, null), heard::add);
        assertEquals(report.steps(), heard);
        assertNull(report.found());
        return heard.getLast();
    }

    private static Kind kind(StepResult result) {
        return java.util.Objects.requireNonNull(result.problem(), "no problem").kind();
    }
}

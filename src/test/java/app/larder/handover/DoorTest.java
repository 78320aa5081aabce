package app.larder.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.cli.CommandFailure;
import app.larder.cli.Exit;
import app.larder.cli.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two Larders on one data folder, over a real socket. */
class DoorTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Opened host = new Opened();
    private @Nullable Door door;

    /** What is open, and has one command: whatever a test puts there. */
    private static final class Opened implements Host {

        final BlockingQueue<List<String>> fronts = new LinkedBlockingQueue<>();
        String person = "";
        Command command = (_, _, _) -> Exit.DONE;

        interface Command {
            int run(List<String> arguments, Streams streams, Function<String, char[]> password) throws IOException;
        }

        @Override
        public void front(List<String> places) {
            fronts.add(places);
        }

        @Override
        public boolean hasOpen(@Nullable String wanted) {
            return wanted == null || wanted.equals(person);
        }

        @Override
        public int run(List<String> arguments, Streams streams, Function<String, char[]> password) {
            try {
                return command.run(arguments, streams, password);
            } catch (CommandFailure e) {
                streams.err().println(e.getMessage());
                return e.exitCode();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @AfterEach
    void close() {
        if (door != null) {
            door.close();
        }
    }

    private void open(Path home) {
        door = Door.open(home, host).orElseThrow();
    }

    private Streams streams(InputStream in) {
        return new Streams(
                in, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), folder);
    }

    private OptionalInt command(String in, String... arguments) {
        return new Caller(folder)
                .command(
                        null, List.of(arguments), streams(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8))),
                        _ -> "quince".toCharArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "O'Brien 🍅 ü%20#;", "a folder whose path is much longer than the hundred bytes that the path of a socket may have on any"
            + " system, and then some"})
    void aSecondStartBringsTheFirstForwardWithWhatItWasGiven(String name) throws Exception {
        Path home = folder.resolve(name);
        open(home);
        List<String> places = List.of("/home/anna/Grünkohl 🥬.html", "https://example.org/?a=1&b=2");
        assertTrue(new Caller(home).front(places));
        assertEquals(places, host.fronts.poll(10, TimeUnit.SECONDS));
        assertTrue(new Caller(home).front(List.of()), "and again");
    }

    @Test
    void aCommandRunsThereAndAnswersHereWithItsOwnExitCode() {
        open(folder);
        host.command = (arguments, streams, _) -> {
            streams.out().println(arguments + " in " + streams.folder());
            streams.out().write(streams.in().readAllBytes());
            streams.err().println("half of it");
            return 7;
        };
        String much = "Grünkohl 🥬\n".repeat(20_000);
        assertEquals(OptionalInt.of(7), command(much, "pantry", "add", "--json"));
        assertEquals("[pantry, add, --json] in " + folder + "\n" + much, out.toString(StandardCharsets.UTF_8));
        assertEquals("half of it\n", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsPrintedArrivesAtOnceAndInputIsReadOnlyWhenItIsWanted() {
        open(folder);
        host.command = (_, streams, _) -> {
            streams.out().print("first");
            String answer = new String(streams.in().readNBytes(6), StandardCharsets.UTF_8);
            streams.out().print(answer);
            return 0;
        };
        InputStream waits = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("a piece at a time");
            }

            @Override
            public int read(byte[] to, int from, int length) {
                assertEquals("first", out.toString(StandardCharsets.UTF_8));
                System.arraycopy("second".getBytes(StandardCharsets.UTF_8), 0, to, from, 6);
                return 6;
            }
        };
        assertEquals(OptionalInt.of(0), new Caller(folder).command(null, List.of("x"), streams(waits), _ -> new char[0]));
        assertEquals("firstsecond", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aPasswordIsAskedForWhereTheCommandWasStarted() {
        open(folder);
        host.command = (_, streams, password) -> {
            streams.out().print(String.valueOf(password.apply("Anna")));
            return 0;
        };
        assertEquals(OptionalInt.of(0), command(""));
        assertEquals("quince", out.toString(StandardCharsets.UTF_8));

        OptionalInt none = new Caller(folder).command(null, List.of(), streams(InputStream.nullInputStream()), person -> {
            throw new CommandFailure(Exit.LOCKED, "There is no terminal to ask " + person + ".");
        });
        assertEquals(OptionalInt.of(Exit.LOCKED), none);
        assertEquals("There is no terminal to ask Anna.\n", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsNotOpenThereIsNotHandedOver() {
        host.person = "Anna";
        open(folder);
        Streams streams = streams(InputStream.nullInputStream());
        assertEquals(OptionalInt.empty(), new Caller(folder).command("Bob", List.of(), streams, _ -> new char[0]));
        assertEquals(OptionalInt.of(0), new Caller(folder).command("Anna", List.of(), streams, _ -> new char[0]));
    }

    @Test
    void nobodyAnswersWhereNoneIsOpenAndAfterItWasClosed() {
        assertFalse(new Caller(folder).front(List.of()));
        assertEquals(OptionalInt.empty(), command(""));
        open(folder);
        close();
        door = null;
        assertFalse(new Caller(folder).front(List.of()));
    }

    @Test
    void theSocketOfOneThatWasKilledIsTakenOver() throws IOException {
        Place place = Place.in(folder);
        place.make();
        Path socket = place.folder().resolve("socket");
        try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(UnixDomainSocketAddress.of(socket));
        }
        assertTrue(Files.exists(socket), "it is still in the way");
        assertFalse(new Caller(folder).front(List.of()));
        open(folder);
        assertTrue(new Caller(folder).front(List.of()));
    }

    @Test
    void onlyOneAnswersForAFolder() {
        open(folder);
        assertTrue(Door.open(folder, host).isEmpty());
        assertTrue(new Caller(folder).front(List.of()), "the first still does");
    }

    @Test
    void nobodyElseMayRing() throws IOException {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Files.getFileStore(folder).supportsFileAttributeView("posix"), "no owners here");
        open(folder);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(Place.in(folder).folder())));
    }

    @Test
    void whoeverDoesNotAnswerInTimeOrSpeaksOtherwiseIsNotWaitedFor() throws IOException {
        Place place = Place.in(folder);
        place.make();
        try (ServerSocketChannel stopped = place.listen()) {
            assertFalse(new Caller(folder, Duration.ofMillis(50)).front(List.of()));
            try (SocketChannel unheard = stopped.accept()) {
                assertTrue(unheard.isConnected());
            }
            Thread.ofVirtual().start(() -> {
                try (SocketChannel visitor = stopped.accept();
                        OutputStream answer = Channels.newOutputStream(visitor)) {
                    answer.write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertFalse(new Caller(folder).front(List.of()));
        }
    }

    @Test
    void strangersAndOtherVersionsGetNothingAndStopNothing() throws IOException {
        open(folder);
        byte[] newer = {'c', 0, 0, 0, 4, 0, 0, 0, 99};
        byte[] huge = {'c', 0x7f, 0, 0, 0};
        for (byte[] said : List.of("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.UTF_8), newer, huge, new byte[0])) {
            try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(Place.in(folder).folder().resolve("socket")))) {
                Channels.newOutputStream(channel).write(said);
                channel.shutdownOutput();
                assertTrue(List.of(-1, (int) 'N').contains(firstByte(channel)));
            }
        }
        assertEquals(OptionalInt.of(0), command(""));
    }

    /** -1 if there is none. */
    private static int firstByte(SocketChannel channel) {
        try {
            return Channels.newInputStream(channel).read();
        } catch (IOException hungUp) {
            return -1;
        }
    }

    @Test
    void aCommandSeesThatNobodyListensAnyMore() throws Exception {
        open(folder);
        SynchronousQueue<Boolean> seen = new SynchronousQueue<>();
        host.command = (_, streams, _) -> {
            streams.out().println("one");
            try {
                while (!streams.out().checkError()) {
                    Thread.onSpinWait();
                }
                seen.put(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 0;
        };
        PrintStream closed = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public boolean checkError() {
                return true;
            }
        };
        Streams streams = new Streams(InputStream.nullInputStream(), closed, closed, folder);
        assertEquals(OptionalInt.of(Exit.FAILED), new Caller(folder).command(null, List.of(), streams, _ -> new char[0]));
        assertEquals(true, seen.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void aWindowThatClosesBeforeTheEndIsSaid() {
        open(folder);
        host.command = (_, _, _) -> {
            throw new UncheckedIOException(new IOException("cut off"));
        };
        assertEquals(OptionalInt.of(Exit.FAILED), command(""));
        assertEquals(
                "The window was closed before the command had come to its end.\n", err.toString(StandardCharsets.UTF_8));
    }
}

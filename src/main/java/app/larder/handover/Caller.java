package app.larder.handover;

import app.larder.cli.CommandFailure;
import app.larder.cli.Exit;
import app.larder.cli.Streams;
import app.larder.handover.Frame.Kind;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rings at the door of the Larder that has a data folder open, if there is one. */
public final class Caller {

    /** Who does not answer in that time does not run any more, or is stopped. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int PIECE = 1 << 16;

    private final Place place;
    private final Duration patience;

    /** For the data in a folder. */
    public Caller(Path home) {
        this(home, PATIENCE);
    }

    Caller(Path home, Duration patience) {
        this.place = Place.in(home);
        this.patience = patience;
    }

    /** Asks the open window to come to the front with these places; false if there is none. */
    public boolean front(List<String> places) {
        try (Call call = call()) {
            return call != null && call.accepted(Frame.of(Kind.FRONT, to -> {
                to.writeInt(Frame.PROTOCOL);
                FrameTexts.write(to, places);
            }));
        } catch (IOException nobodyAnswers) {
            return false;
        }
    }

    /**
     * Lets a command be run there, on these streams.
     *
     * @param person whose data it is for; null for the only person's
     * @param password gives the password of whom it names; throws {@link CommandFailure}
     * @return its exit code; empty if nobody has that data open
     */
    public OptionalInt command(
            @Nullable String person, List<String> arguments, Streams streams, Function<String, char[]> password) {
        try (Call call = call()) {
            if (call == null || !call.accepted(Frame.of(Kind.COMMAND, to -> {
                to.writeInt(Frame.PROTOCOL);
                FrameTexts.write(to, Objects.requireNonNullElse(person, ""));
                FrameTexts.write(to, streams.folder().toAbsolutePath().toString());
                FrameTexts.write(to, arguments);
            }))) {
                return OptionalInt.empty();
            }
            return OptionalInt.of(call.follow(streams, password));
        } catch (IOException nobodyAnswers) {
            return OptionalInt.empty();
        }
    }

    private @Nullable Call call() throws IOException {
        var address = place.address();
        return address == null ? null : new Call(SocketChannel.open(address), patience);
    }

    /** One connection. */
    private record Call(SocketChannel channel, DataInputStream in, DataOutputStream out, Duration patience)
            implements AutoCloseable {

        Call(SocketChannel channel, Duration patience) {
            this(
                    channel,
                    new DataInputStream(Channels.newInputStream(channel)),
                    new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel))),
                    patience);
        }

        /** Asks, and says whether it is done there. */
        boolean accepted(Frame question) throws IOException {
            CountDownLatch answered = new CountDownLatch(1);
            Thread.ofVirtual().start(() -> {
                try {
                    if (!answered.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                        channel.close();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (IOException closedAlready) {
                    answered.countDown();
                }
            });
            try {
                question.write(out);
                return Frame.read(in).filter(answer -> answer.kind() == Kind.ACCEPTED).isPresent();
            } finally {
                answered.countDown();
            }
        }

        /** Lends the command these streams until it ends. */
        int follow(Streams streams, Function<String, char[]> password) {
            try {
                while (true) {
                    Frame frame = Frame.read(in).orElseThrow(() -> new IOException("It was closed."));
                    switch (frame.kind()) {
                        case OUT -> {
                            streams.out().write(frame.bytes());
                            streams.out().flush();
                        }
                        case ERR -> streams.err().write(frame.bytes());
                        case WANT_INPUT -> input(streams).write(out);
                        case ASK_PASSWORD -> give(FrameTexts.read(frame.content()), password);
                        case EXIT -> {
                            return frame.content().readInt();
                        }
                        default -> throw new IOException("no message for a command");
                    }
                    if (streams.out().checkError()) {
                        // Nobody reads the answer: whoever runs the command sees that by the end of the connection.
                        return Exit.FAILED;
                    }
                }
            } catch (IOException e) {
                streams.err().println("The window was closed before the command had come to its end.");
                return Exit.FAILED;
            }
        }

        private static Frame input(Streams streams) throws IOException {
            byte[] piece = new byte[PIECE];
            int read = streams.in().read(piece);
            return read < 0 ? Frame.of(Kind.INPUT_END) : new Frame(Kind.INPUT, Arrays.copyOf(piece, read));
        }

        private void give(String person, Function<String, char[]> password) throws IOException {
            char[] typed;
            try {
                typed = password.apply(person);
            } catch (CommandFailure none) {
                Frame.of(Kind.NO_PASSWORD, to -> {
                            to.writeInt(none.exitCode());
                            FrameTexts.write(to, String.valueOf(none.getMessage()));
                        })
                        .write(out);
                return;
            }
            byte[] room = new byte[typed.length * 4];
            ByteBuffer encoded = ByteBuffer.wrap(room);
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(typed), encoded, true);
            byte[] bytes = Arrays.copyOf(room, encoded.position());
            try {
                new Frame(Kind.PASSWORD, bytes).write(out);
            } finally {
                Arrays.fill(bytes, (byte) 0);
                Arrays.fill(room, (byte) 0);
                Arrays.fill(typed, ' ');
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}

package app.larder.handover;

import app.larder.cli.CommandFailure;
import app.larder.cli.Exit;
import app.larder.cli.Streams;
import app.larder.handover.Frame.Kind;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** One other Larder at the door: what it asks for is done, and it is told what comes of it. */
final class Visit implements Runnable {

    private static final System.Logger LOG = System.getLogger(Visit.class.getName());

    /** Stands for the end of what the other one says. */
    private static final Frame GONE = Frame.of(Kind.NOT_HERE);

    private final SocketChannel channel;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final Host host;
    private final BlockingQueue<Frame> answers = new LinkedBlockingQueue<>();
    private volatile boolean gone;

    Visit(SocketChannel channel, Host host) {
        this.channel = channel;
        this.in = new DataInputStream(Channels.newInputStream(channel));
        this.out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
        this.host = host;
    }

    @Override
    public void run() {
        try (channel) {
            Frame first = Frame.read(in).orElse(GONE);
            DataInputStream content = first.content();
            if (first.bytes().length < Integer.BYTES || content.readInt() != Frame.PROTOCOL) {
                send(Frame.of(Kind.NOT_HERE));
                return;
            }
            switch (first.kind()) {
                case FRONT -> {
                    List<String> places = FrameTexts.list(content);
                    send(Frame.of(Kind.ACCEPTED));
                    host.front(places);
                }
                case COMMAND -> command(content);
                default -> send(Frame.of(Kind.NOT_HERE));
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.INFO, "whoever rang has gone", e);
        }
    }

    private void command(DataInputStream content) throws IOException {
        String person = FrameTexts.read(content);
        Path folder = Path.of(FrameTexts.read(content));
        List<String> arguments = FrameTexts.list(content);
        if (!host.hasOpen(person.isEmpty() ? null : person)) {
            send(Frame.of(Kind.NOT_HERE));
            return;
        }
        send(Frame.of(Kind.ACCEPTED));
        Thread.ofVirtual().name("larder-visit-reader").start(this::listen);
        Streams streams = new Streams(
                new Input(), printing(Kind.OUT), printing(Kind.ERR), folder);
        int exit = host.run(arguments, streams, this::ask);
        send(Frame.of(Kind.EXIT, to -> to.writeInt(exit)));
    }

    private PrintStream printing(Kind kind) {
        return new PrintStream(new Output(kind), true, StandardCharsets.UTF_8);
    }

    private synchronized void send(Frame frame) throws IOException {
        frame.write(out);
    }

    /** Reads until the other one has gone, which is how that is noticed while a command only waits. */
    private void listen() {
        try {
            while (true) {
                Frame frame = Frame.read(in).orElse(GONE);
                if (frame.kind() == GONE.kind()) {
                    break;
                }
                answers.add(frame);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "whoever rang has gone", e);
        }
        gone = true;
        answers.add(GONE);
    }

    private Frame answerTo(Frame question) throws IOException {
        send(question);
        try {
            Frame answer = answers.take();
            if (answer.kind() == GONE.kind()) {
                answers.add(GONE);
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return GONE;
        }
    }

    private char[] ask(String person) {
        try {
            Frame answer = answerTo(Frame.of(Kind.ASK_PASSWORD, to -> FrameTexts.write(to, person)));
            if (answer.kind() == Kind.NO_PASSWORD) {
                DataInputStream why = answer.content();
                throw new CommandFailure(why.readInt(), FrameTexts.read(why));
            }
            if (answer.kind() != Kind.PASSWORD) {
                throw new CommandFailure(Exit.LOCKED, "No password was given.");
            }
            CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(answer.bytes()));
            Arrays.fill(answer.bytes(), (byte) 0);
            char[] password = new char[text.length()];
            text.get(password);
            Arrays.fill(text.array(), ' ');
            return password;
        } catch (IOException e) {
            throw new CommandFailure(Exit.LOCKED, "No password was given.", e);
        }
    }

    /** The other one's standard input, read only when the command does. */
    private final class Input extends InputStream {

        private byte[] piece = new byte[0];
        private int at;
        private boolean ended;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            while (at == piece.length && !ended && length > 0) {
                Frame answer = answerTo(Frame.of(Kind.WANT_INPUT));
                if (answer.kind() == Kind.INPUT_END) {
                    ended = true;
                } else if (answer.kind() == Kind.INPUT) {
                    piece = answer.bytes();
                    at = 0;
                } else {
                    throw new IOException("Standard input was cut off.");
                }
            }
            int count = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, to, offset, count);
            at += count;
            return count == 0 && length > 0 ? -1 : count;
        }
    }

    /** The other one's standard output or error output. */
    private final class Output extends OutputStream {

        private static final int PIECE = 1 << 16;

        private final Kind kind;

        Output(Kind kind) {
            this.kind = kind;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int from = 0; from < length; from += PIECE) {
                checkThere();
                int start = offset + from;
                send(new Frame(kind, Arrays.copyOfRange(bytes, start, start + Math.min(PIECE, length - from))));
            }
        }

        @Override
        public void flush() throws IOException {
            checkThere();
        }

        private void checkThere() throws IOException {
            if (gone) {
                throw new IOException("Nobody listens any more.");
            }
        }
    }
}

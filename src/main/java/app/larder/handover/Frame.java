package app.larder.handover;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** One message between two Larders: a byte that says what it is, four for the length of the rest, the rest. */
final class Frame {

    /** Bytes of one message; what is read and printed comes in pieces. */
    static final int LARGEST = 1 << 20;

    /** Says who may talk to whom: the first thing in a first message. Grows when messages change. */
    static final int PROTOCOL = 1;

    /** What a message says. The first six come from who rings, the others from who is open. */
    enum Kind {
        /** Come to the front, with what to look into for recipes. */
        FRONT('f'),
        /** Run a command. */
        COMMAND('c'),
        /** A piece of standard input. */
        INPUT('i'),
        /** The end of standard input. */
        INPUT_END('z'),
        /** The password that was asked for. */
        PASSWORD('p'),
        /** There is none: an exit code and a sentence. */
        NO_PASSWORD('n'),
        /** What was asked for is done here; other messages follow. */
        ACCEPTED('A'),
        /** What was asked for is not open here, or not understood. */
        NOT_HERE('N'),
        /** A piece of standard output. */
        OUT('O'),
        /** A piece of the error output. */
        ERR('E'),
        /** The command reads standard input. */
        WANT_INPUT('I'),
        /** The password of whoever is named is needed. */
        ASK_PASSWORD('P'),
        /** The command has ended with that exit code. */
        EXIT('X');

        private final char sign;

        Kind(char sign) {
            this.sign = sign;
        }

        private static Kind of(int sign) throws IOException {
            for (Kind kind : values()) {
                if (kind.sign == sign) {
                    return kind;
                }
            }
            throw new IOException("no message of Larder's");
        }
    }

    private final Kind kind;
    private final byte[] bytes;

    /** A message of at most {@link #LARGEST} bytes. */
    Frame(Kind kind, byte[] bytes) {
        this.kind = kind;
        this.bytes = bytes;
    }

    Kind kind() {
        return kind;
    }

    byte[] bytes() {
        return bytes;
    }

    static Frame of(Kind kind) {
        return new Frame(kind, new byte[0]);
    }

    /** A message made of numbers and texts. */
    static Frame of(Kind kind, Writing content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            content.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Frame(kind, bytes.toByteArray());
    }

    /** Writes numbers and texts. */
    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** The numbers and texts in it. */
    DataInputStream content() {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    void write(DataOutputStream out) throws IOException {
        if (bytes.length > LARGEST) {
            throw new IOException("a message of " + bytes.length + " bytes");
        }
        out.writeByte(kind.sign);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /** The next message; empty at the end of all. */
    static Optional<Frame> read(DataInputStream in) throws IOException {
        int sign = in.read();
        if (sign < 0) {
            return Optional.empty();
        }
        Kind kind = Kind.of(sign);
        int length = in.readInt();
        if (length < 0 || length > LARGEST) {
            throw new IOException("no message of Larder's");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("a message was cut off");
        }
        return Optional.of(new Frame(kind, bytes));
    }
}

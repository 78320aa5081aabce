package app.larder.backup;

import app.larder.account.Seal;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens what a {@link SealedOutput} sealed, and notices whatever is missing, repeated or changed. */
final class SealedInput extends InputStream {

    /** A sealed piece is a little longer than what is in it. */
    private static final int LONGEST = SealedOutput.HEAD + SealedOutput.PIECE + 1024;

    private final DataInputStream in;
    private final Seal seal;
    private ByteBuffer piece = ByteBuffer.allocate(0);
    private @Nullable UUID file;
    private long number;
    private boolean last;

    /** Behind the word and the padlock. */
    SealedInput(DataInputStream in, Seal seal) {
        this.in = in;
        this.seal = seal;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!piece.hasRemaining()) {
            if (last) {
                return -1;
            }
            next();
        }
        int some = Math.min(length, piece.remaining());
        piece.get(bytes, offset, some);
        return some;
    }

    private void next() throws IOException {
        int length = in.readInt();
        if (length < SealedOutput.HEAD || length > LONGEST) {
            throw new IOException("a piece of that length is none");
        }
        byte[] sealed = new byte[length];
        in.readFully(sealed);
        piece = ByteBuffer.wrap(seal.open(sealed));
        if (piece.remaining() < SealedOutput.HEAD || piece.array().length == sealed.length) {
            throw new IOException("a piece is not sealed");
        }
        UUID of = new UUID(piece.getLong(), piece.getLong());
        if (file == null) {
            file = of;
        }
        long which = piece.getLong();
        byte end = piece.get();
        if (!of.equals(file) || which != number) {
            throw new IOException("a piece is another's");
        }
        last = end == 1;
        number++;
        if (last && in.read() >= 0) {
            throw new IOException("there is more after the end");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

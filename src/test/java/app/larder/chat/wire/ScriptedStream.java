package app.larder.chat.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A stream that gives its pieces one read at a time, and at the end breaks or ends. */
final class ScriptedStream extends InputStream {

    private final Deque<byte[]> pieces = new ArrayDeque<>();
    private final boolean breaks;

    ScriptedStream(List<byte[]> pieces, boolean breaks) {
        pieces.stream().filter(piece -> piece.length > 0).forEach(this.pieces::add);
        this.breaks = breaks;
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("read in pieces");
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        byte[] piece = pieces.poll();
        if (piece == null) {
            if (breaks) {
                throw new IOException("connection reset");
            }
            return -1;
        }
        int length = Math.min(most, piece.length);
        System.arraycopy(piece, 0, into, from, length);
        if (length < piece.length) {
            pieces.addFirst(java.util.Arrays.copyOfRange(piece, length, piece.length));
        }
        return length;
    }
}

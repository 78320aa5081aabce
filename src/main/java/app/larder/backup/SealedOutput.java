package app.larder.backup;

import app.larder.account.NewId;
import app.larder.account.Seal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * Seals what is written, piece by piece. Each piece says which file it belongs to, which one it is and whether it is the
 * last, so that none can be left out, repeated or taken from another file unnoticed.
 */
final class SealedOutput extends OutputStream {

    static final byte[] WORD = "larder-backup-sealed-1\n".getBytes(StandardCharsets.US_ASCII);
    static final int PIECE = 1 << 16;
    /** File, number of the piece, and whether it is the last. */
    static final int HEAD = 16 + 8 + 1;

    private final OutputStream out;
    private final Seal seal;
    private final UUID file;
    private final ByteBuffer piece = ByteBuffer.allocate(HEAD + PIECE);
    private long number;

    /**
     * Begins a sealed file.
     *
     * @param padlock what opens its key with the password, kept readable; may be empty
     */
    SealedOutput(OutputStream out, Seal seal, String padlock) throws IOException {
        this.out = out;
        this.seal = seal;
        this.file = NewId.at(Instant.now());
        byte[] lock = padlock.getBytes(StandardCharsets.UTF_8);
        out.write(WORD);
        out.write(ByteBuffer.allocate(4).putInt(lock.length).array());
        out.write(lock);
        piece.position(HEAD);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (!piece.hasRemaining()) {
                flushPiece(false);
            }
            int some = Math.min(left, piece.remaining());
            piece.put(bytes, from, some);
            from += some;
            left -= some;
        }
    }

    private void flushPiece(boolean last) throws IOException {
        int end = piece.position();
        piece.putLong(0, file.getMostSignificantBits())
                .putLong(8, file.getLeastSignificantBits())
                .putLong(16, number)
                .put(24, (byte) (last ? 1 : 0));
        byte[] content = new byte[end];
        piece.get(0, content);
        byte[] sealed = seal.seal(content);
        out.write(ByteBuffer.allocate(4).putInt(sealed.length).array());
        out.write(sealed);
        number++;
        piece.clear().position(HEAD);
    }

    /** Writes the last piece; the stream below stays open. */
    void finish() throws IOException {
        flushPiece(true);
        out.flush();
    }
}

package app.larder.exchange.format;

import java.io.Reader;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * How long a reader may go on. It asks before every small piece of work, so that one page built to keep it busy can be
 * given up in the midst.
 */
public final class Patience {

    /** Never ends; for texts of our own. */
    public static final Patience ENDLESS = new Patience(() -> false);

    private static final int PIECE = 8_192;

    private final BooleanSupplier over;

    /** Ends once {@code over} is true, which is asked often, by the thread that reads. */
    public Patience(BooleanSupplier over) {
        this.over = over;
    }

    /**
     * Goes on, or not.
     *
     * @throws CancellationException once it is over
     */
    public void check() {
        if (over.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    /** A text for a parser that can only be stopped where it asks for more. */
    Reader reader(String text) {
        return new Reader() {
            private int at;

            @Override
            public int read(char[] into, int from, int length) {
                Objects.checkFromIndexSize(from, length, into.length);
                check();
                if (at == text.length()) {
                    return -1;
                }
                int end = Math.min(text.length(), at + Math.min(length, PIECE));
                text.getChars(at, end, into, from);
                int count = end - at;
                at = end;
                return count;
            }

            @Override
            public void close() {
                at = text.length();
            }
        };
    }
}

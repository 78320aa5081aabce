package app.larder.sync;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Carries the bytes of photos between this computer and the server, beside the exchange of rows and never in its way. The
 * bytes go before their row, so that no computer ever hears of a photo that could be lost; they come after it. Whatever is
 * cut off is begun again: nothing is noted but what is done.
 */
public final class PhotoCarrier {

    private final PhotoLuggage luggage;
    private final PhotoServer server;
    private final Consumer<Boolean> carried;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean closed;
    private volatile int coming;

    /**
     * A carrier.
     *
     * @param carried told after each photo, with whether it went to the server (else it came from there)
     */
    public PhotoCarrier(PhotoLuggage luggage, PhotoServer server, Consumer<Boolean> carried) {
        this.luggage = luggage;
        this.server = server;
        this.carried = carried;
    }

    /** How many photos are on their way to this computer, as far as known. */
    public int coming() {
        return coming;
    }

    /**
     * Carries all there is to carry now.
     *
     * @return how many photos it was
     * @throws ServerTroubleException if the server does not answer; what is done stays done
     */
    public int carry() {
        int done = mend() + send();
        List<String> wanted = luggage.toFetch();
        int left = wanted.size();
        coming = left;
        for (String sha256 : wanted) {
            if (closed) {
                return done;
            }
            Optional<byte[]> bytes = server.get(sha256);
            if (bytes.isPresent() && luggage.fetched(sha256, bytes.get())) {
                left--;
                coming = left;
                done++;
                carried.accept(false);
            }
        }
        return done;
    }

    private int send() {
        int done = 0;
        for (String sha256 : luggage.toSend()) {
            if (closed) {
                return done;
            }
            // A row whose bytes nobody here has says at least that there was a photo: it goes alone.
            luggage.bytes(sha256).ifPresent(bytes -> server.put(sha256, bytes));
            luggage.sent(Set.of(sha256));
            carried.accept(true);
            done++;
        }
        return done;
    }

    /** Once a run: gives the server what it should have and lost, as after it was restored from an older backup. */
    private int mend() {
        int done = 0;
        if (!asked.get()) {
            for (String sha256 : server.missing()) {
                Optional<byte[]> bytes = closed ? Optional.empty() : luggage.bytes(sha256);
                if (bytes.isPresent()) {
                    server.put(sha256, bytes.get());
                    done++;
                }
            }
            asked.set(true);
        }
        return done;
    }

    /** Ends after the photo that is under way. */
    public void close() {
        closed = true;
    }
}

package app.larder.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The way to a server on this computer: it can be cut, delays what goes over it when told to, and breaks after so many bytes;
 * a next connection holds.
 */
final class Cable implements AutoCloseable {

    private static final long WHOLE = Long.MAX_VALUE / 2;

    private final int serverPort;
    private final ServerSocket end;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong upLeft = new AtomicLong(WHOLE);
    private final AtomicLong downLeft = new AtomicLong(WHOLE);
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private volatile int delayMillis;

    Cable(int serverPort) {
        this.serverPort = serverPort;
        try {
            end = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    /** Where the server seems to be. */
    int port() {
        return end.getLocalPort();
    }

    /** How often it broke. */
    int cuts() {
        return cuts.get();
    }

    /** What went over it, both ways. */
    long bytes() {
        return bytes.get();
    }

    /** Everything takes so long, one way. */
    void delay(int millis) {
        delayMillis = millis;
    }

    /** It breaks once so much more was sent. */
    void cutAfterSending(long count) {
        upLeft.set(count);
    }

    /** It breaks once so much more was received. */
    void cutAfterReceiving(long count) {
        downLeft.set(count);
    }

    /** From now on it holds. */
    void mend() {
        upLeft.set(WHOLE);
        downLeft.set(WHOLE);
        delayMillis = 0;
    }

    private void serve() {
        try {
            while (true) {
                Socket near = end.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                open.add(near);
                open.add(far);
                Thread.ofVirtual().start(() -> carry(near, far, upLeft));
                Thread.ofVirtual().start(() -> carry(far, near, downLeft));
            }
        } catch (IOException e) {
            close();
        }
    }

    private void carry(Socket from, Socket to, AtomicLong left) {
        byte[] some = new byte[16_384];
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                if (delayMillis > 0) {
                    LockSupport.parkNanos(delayMillis * 1_000_000L);
                }
                long still = left.addAndGet(-count);
                out.write(some, 0, (int) Math.max(0, Math.min(count, count + still)));
                bytes.addAndGet(count);
                if (still <= 0) {
                    cuts.incrementAndGet();
                    mend();
                    return;
                }
            }
        } catch (IOException e) {
            // The other side has gone, or the cable broke: both are closed now.
            return;
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    @Override
    public void close() {
        try {
            end.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package app.larder.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/** The way to a server far away: every byte is late, and what goes over it is counted. */
final class SlowCable implements AutoCloseable {

    private final int serverPort;
    private final long oneWay;
    private final ServerSocket end;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong up = new AtomicLong();
    private final AtomicLong down = new AtomicLong();
    private final AtomicLong roundTrips = new AtomicLong();

    /** What went over it: bytes each way, and how often the near end spoke after it had heard something. */
    record Traffic(long up, long down, long roundTrips) {

        Traffic since(Traffic before) {
            return new Traffic(up - before.up, down - before.down, roundTrips - before.roundTrips);
        }
    }

    /** Bytes of one direction, due at a moment; none: its end. */
    private record Late(long due, ByteBuffer bytes) {}

    /** A way to the server at that port of this computer. */
    SlowCable(int serverPort, Duration roundTrip) {
        this.serverPort = serverPort;
        this.oneWay = roundTrip.toNanos() / 2;
        try {
            end = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    /** The address of the server, by this way. */
    DatabaseUrl to(String address) {
        return DatabaseUrl.parse(address.replace(":" + serverPort + "/", ":" + end.getLocalPort() + "/"));
    }

    Traffic traffic() {
        return new Traffic(up.get(), down.get(), roundTrips.get());
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
                AtomicBoolean heard = new AtomicBoolean(true);
                carry(near, far, bytes -> {
                    up.addAndGet(bytes);
                    if (heard.getAndSet(false)) {
                        roundTrips.incrementAndGet();
                    }
                });
                carry(far, near, bytes -> {
                    down.addAndGet(bytes);
                    heard.set(true);
                });
            }
        } catch (IOException e) {
            close();
        }
    }

    private void carry(Socket from, Socket to, LongConsumer count) {
        BlockingQueue<Late> onTheWay = new LinkedBlockingQueue<>();
        Thread.ofVirtual().start(() -> {
            byte[] buffer = new byte[65_536];
            try (from) {
                for (int read = from.getInputStream().read(buffer); read > 0; read = from.getInputStream().read(buffer)) {
                    count.accept(read);
                    onTheWay.add(new Late(System.nanoTime() + oneWay, ByteBuffer.wrap(Arrays.copyOf(buffer, read))));
                }
            } catch (IOException e) {
                close(to);
            }
            onTheWay.add(new Late(System.nanoTime(), ByteBuffer.allocate(0)));
        });
        Thread.ofVirtual().start(() -> {
            try (to; OutputStream out = to.getOutputStream()) {
                for (Late next = onTheWay.take(); next.bytes().hasRemaining(); next = onTheWay.take()) {
                    for (long left = next.due() - System.nanoTime(); left > 0; left = next.due() - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                    out.write(next.bytes().array());
                    out.flush();
                }
            } catch (IOException | InterruptedException e) {
                close(from);
            }
        });
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            end.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(SlowCable::close);
    }
}

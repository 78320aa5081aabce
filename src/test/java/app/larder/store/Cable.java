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

/** The way to a server on this computer, which can be cut. */
final class Cable implements AutoCloseable {

    private final int serverPort;
    private final ServerSocket end;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** A way to the server at that port. */
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

    private void serve() {
        try {
            while (true) {
                Socket near = end.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                open.add(near);
                open.add(far);
                Thread.ofVirtual().start(() -> carry(near, far));
                Thread.ofVirtual().start(() -> carry(far, near));
            }
        } catch (IOException e) {
            close();
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // The other side has gone, or the cable is cut: both are closed now.
            return;
        }
    }

    /** Cuts it: connections break off, and no new one is made. */
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

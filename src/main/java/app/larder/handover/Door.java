package app.larder.handover;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The socket at which the Larder that has a data folder open answers, until it is closed. */
public final class Door implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Door.class.getName());

    private final Place place;
    private final FileChannel lock;
    private final ServerSocketChannel socket;
    private final Host host;

    private Door(Place place, FileChannel lock, ServerSocketChannel socket, Host host) {
        this.place = place;
        this.lock = lock;
        this.socket = socket;
        this.host = host;
    }

    /**
     * Answers for a data folder from now on. Takes the place of one that was killed.
     *
     * @return empty if another Larder does, or nothing can listen there: commands then find the data in use
     */
    public static Optional<Door> open(Path home, Host host) {
        Place place = Place.in(home);
        FileChannel lock = null;
        try {
            place.make();
            lock = FileChannel.open(place.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() != null) {
                Door door = new Door(place, lock, place.listen(), host);
                Thread.ofVirtual().name("larder-door").start(door::answer);
                return Optional.of(door);
            }
        } catch (OverlappingFileLockException inThisProcess) {
            LOG.log(System.Logger.Level.INFO, "another window of this process answers");
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "nobody answers a second start", e);
        }
        closeQuietly(lock);
        return Optional.empty();
    }

    private void answer() {
        while (true) {
            SocketChannel visitor;
            try {
                visitor = socket.accept();
            } catch (IOException closed) {
                return;
            }
            Thread.ofVirtual().name("larder-visit").start(new Visit(visitor, host));
        }
    }

    /** Answers nobody any more; commands that run are told so by the end of their connection. */
    @Override
    public void close() {
        closeQuietly(socket);
        try {
            place.remove();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the next start removes the socket", e);
        }
        closeQuietly(lock);
    }

    private static void closeQuietly(@Nullable Channel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "the door did not close", e);
            }
        }
    }
}

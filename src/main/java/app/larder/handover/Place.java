package app.larder.handover;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * Where the socket of a data folder is: in a folder of its own that only its owner may enter. Its path may have some hundred
 * bytes only (sun_path in unix(7)) and some network shares take no sockets, so the folder may name another place instead.
 *
 * @param folder the folder
 */
record Place(Path folder) {

    /** That of the data in {@code home}. */
    static Place in(Path home) {
        return new Place(home.resolve("door"));
    }

    /** Locked by the Larder that has the socket; the lock ends with its process, however that ends. */
    Path lock() {
        return folder.resolve("lock");
    }

    private Path socket() {
        return folder.resolve("socket");
    }

    private Path elsewhere() {
        return folder.resolve("elsewhere");
    }

    /** Makes the folder, which others can't enter where the platform knows owners. */
    void make() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectory(folder, ownerOnly());
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))}
                : new FileAttribute<?>[0];
    }

    /** A socket that listens, for whoever holds the lock. */
    ServerSocketChannel listen() throws IOException {
        remove();
        try {
            return listenAt(socket());
        } catch (IOException tooLongOrNoSocketsHere) {
            Path other = Files.createTempDirectory("larder").resolve("socket");
            ServerSocketChannel channel = listenAt(other);
            Files.writeString(elsewhere(), other.toString());
            return channel;
        }
    }

    private static ServerSocketChannel listenAt(Path path) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            return channel.bind(UnixDomainSocketAddress.of(path));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw new IOException("no socket at this place", e);
        }
    }

    /** Where to ring; null if nobody is there. */
    @Nullable UnixDomainSocketAddress address() throws IOException {
        if (Files.exists(elsewhere())) {
            return UnixDomainSocketAddress.of(Files.readString(elsewhere()));
        }
        return Files.exists(socket()) ? UnixDomainSocketAddress.of(socket()) : null;
    }

    /** Takes the socket away, or what one that was killed has left. */
    void remove() throws IOException {
        if (Files.exists(elsewhere())) {
            Path other = Path.of(Files.readString(elsewhere()));
            Files.deleteIfExists(other);
            Files.deleteIfExists(other.toAbsolutePath().getParent());
            Files.delete(elsewhere());
        }
        Files.deleteIfExists(socket());
    }
}

package app.larder.store;

import app.larder.store.LarderOpenException.Kind;
import app.larder.words.Sentence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The local database's file and its neighbours in one folder: {@code larder.mv.db}, the lock that keeps a second
 * process out, and, while tables are being changed, a copy and a marker. H2 can't roll back a change of tables, so a
 * marker found at the start means that the last change was cut off and the copy is put back.
 */
final class LocalFile implements AutoCloseable {

    static final String NAME = "larder";
    private static final String MARKER_FRESH = "fresh";
    private static final String MARKER_COPY = "copy";
    /** An H2 file begins with two blocks of 4,096 bytes, each starting with {@code H:}. */
    private static final int HEADER_BLOCK = 4096;
    /** An encrypted H2 file begins with this instead. */
    private static final byte[] ENCRYPTED = "H2encrypt\n".getBytes(StandardCharsets.US_ASCII);

    private final Path folder;
    private final Path data;
    private final Path copy;
    private final Path marker;
    private final Path compacted;
    private final FileChannel lockChannel;

    private LocalFile(Path folder, FileChannel lockChannel) {
        this.folder = folder;
        this.lockChannel = lockChannel;
        this.data = folder.resolve(NAME + ".mv.db");
        this.copy = folder.resolve(NAME + ".before-update.mv.db");
        this.marker = folder.resolve(NAME + ".updating");
        this.compacted = folder.resolve(NAME + ".compacting.mv.db");
    }

    /**
     * Takes the folder for this process, makes it if need be and puts an interrupted update right.
     *
     * @throws LarderOpenException if the folder can't be used
     */
    static LocalFile take(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw OpenFailures.of(e, folder);
        }
        Path data = folder.resolve(NAME + ".mv.db");
        if (!Files.isWritable(folder)) {
            throw OpenFailures.readOnly(folder);
        }
        if (Files.exists(data) && !Files.isWritable(data)) {
            throw OpenFailures.fileReadOnly(data);
        }
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    folder.resolve(NAME + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw OpenFailures.of(e, folder);
        }
        LocalFile file = new LocalFile(folder, channel);
        try {
            file.lock();
            file.restoreIfCutOff();
            CipherChange.clearLeftovers(folder, false);
            file.checkWhole();
            return file;
        } catch (IOException e) {
            file.close();
            throw OpenFailures.of(e, folder);
        } catch (LarderOpenException e) {
            file.close();
            throw e;
        }
    }

    private void lock() throws IOException {
        FileLock lock;
        try {
            lock = lockChannel.tryLock();
        } catch (OverlappingFileLockException e) {
            throw OpenFailures.busy(e);
        }
        if (lock == null) {
            throw OpenFailures.busy(null);
        }
    }

    /** The file as an H2 address without settings; {@code async:} survives a stray interrupt. */
    String address() {
        return "async:" + folder.resolve(NAME).toAbsolutePath();
    }

    Path folder() {
        return folder;
    }

    Path data() {
        return data.toAbsolutePath();
    }

    /** Where a smaller copy is made. */
    Path compacted() {
        return compacted.toAbsolutePath();
    }

    /** Puts the smaller copy in the file's place, durable before it counts. The database must be closed. */
    void replaceByCompacted() throws IOException {
        force(compacted);
        Files.move(compacted, data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder();
    }

    /** Takes a smaller copy away that did not come to be the file. */
    void dropCompacted() {
        try {
            Files.deleteIfExists(compacted);
        } catch (IOException inTheWay) {
            // The next start tries again; the file itself is not concerned.
            return;
        }
    }

    boolean exists() {
        return Files.exists(data);
    }

    /** An empty or cut-off file would be taken for a new larder, and what was in it would look lost. */
    private void checkWhole() throws IOException {
        if (!exists()) {
            return;
        }
        if (encrypted(folder)) {
            // Whether the rest is whole shows when it is read with the key.
            return;
        }
        try (FileChannel in = FileChannel.open(data, StandardOpenOption.READ)) {
            ByteBuffer start = ByteBuffer.allocate(2);
            if (in.size() < 2 * HEADER_BLOCK
                    || (!headerAt(in, start, 0) && !headerAt(in, start, HEADER_BLOCK))) {
                throw OpenFailures.damaged(folder, null);
            }
        }
    }

    private static boolean headerAt(FileChannel in, ByteBuffer two, long position) throws IOException {
        two.clear();
        return in.read(two, position) == 2 && two.get(0) == 'H' && two.get(1) == ':';
    }

    /** Whether the file in a folder, open or not, is an encrypted one. */
    static boolean encrypted(Path folder) throws IOException {
        Path data = folder.resolve(NAME + ".mv.db");
        if (!Files.isRegularFile(data)) {
            return false;
        }
        try (FileChannel in = FileChannel.open(data, StandardOpenOption.READ)) {
            ByteBuffer start = ByteBuffer.allocate(ENCRYPTED.length);
            return in.read(start, 0) == ENCRYPTED.length && Arrays.equals(start.array(), ENCRYPTED);
        }
    }

    /** Notes, before tables are changed, how to get back. The database must be closed. */
    void beforeUpdate(boolean fresh) throws IOException {
        if (!fresh) {
            Files.copy(data, copy, StandardCopyOption.REPLACE_EXISTING);
            force(copy);
        }
        Files.writeString(marker, fresh ? MARKER_FRESH : MARKER_COPY, StandardCharsets.US_ASCII);
        force(marker);
        forceFolder();
    }

    /** The tables are changed and safe on the disk: there is no way back any more. */
    void afterUpdate() throws IOException {
        Files.deleteIfExists(marker);
        forceFolder();
        Files.deleteIfExists(copy);
    }

    /** Puts the file back as it was before an update that did not come to its end. The database must be closed. */
    void restoreIfCutOff() throws IOException {
        if (Files.exists(marker)) {
            String how = Files.readString(marker, StandardCharsets.US_ASCII);
            if (how.equals(MARKER_COPY)) {
                Path back = folder.resolve(NAME + ".restoring.mv.db");
                Files.copy(copy, back, StandardCopyOption.REPLACE_EXISTING);
                force(back);
                Files.move(back, data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else if (how.equals(MARKER_FRESH)) {
                // Nobody's rows are ever in a file whose first tables were not finished.
                Files.deleteIfExists(data);
            }
            // An empty marker was cut off while it was written: the update had not begun.
            forceFolder();
            Files.delete(marker);
            forceFolder();
        }
        Files.deleteIfExists(copy);
        dropCompacted();
    }

    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes the folder's entries durable where the platform can; Windows can't open a folder and needn't. */
    void forceFolder() {
        forceFolder(folder);
    }

    /** Makes a folder's entries durable where the platform can. */
    static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            // Nothing to do about it: the entries follow with the next write-back.
            return;
        }
    }

    @Override
    public void close() {
        try {
            lockChannel.close();
        } catch (IOException e) {
            throw new LarderOpenException(Kind.OTHER, Sentence.of("open.unreleased"), e);
        }
    }
}

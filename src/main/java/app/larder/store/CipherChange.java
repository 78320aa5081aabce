package app.larder.store;

import app.larder.account.FileKey;
import app.larder.account.FileProtection;
import app.larder.account.Seal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.h2.store.fs.encrypt.FileEncrypt;
import org.h2.store.fs.encrypt.FilePathEncrypt;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts a closed local file or makes it readable again. A whole copy is written beside it and forced to disk, compared
 * with the old file byte by byte and opened once; only then it takes the old file's place in one step. Of a readable
 * file that was replaced, every block is overwritten; file systems and disks that never write in place may still keep
 * it for a while.
 */
public final class CipherChange implements FileProtection {

    /** The copy while it is made. */
    private static final String COPY = LocalFile.NAME + ".converting";

    /** The readable file after an encrypted one has taken its place, until it is overwritten. */
    private static final String READABLE = LocalFile.NAME + ".unprotected.mv.db";

    private static final int CHUNK = 1 << 16;

    @Override
    public State state(Path folder) {
        try {
            if (LocalFile.encrypted(folder)) {
                return State.ENCRYPTED;
            }
            return Files.exists(folder.resolve(LocalFile.NAME + ".mv.db")) ? State.READABLE : State.NONE;
        } catch (IOException e) {
            throw OpenFailures.of(e, folder);
        }
    }

    @Override
    public void checkClosed(Path folder) {
        LocalFile.take(folder).close();
    }

    @Override
    public void encrypt(Path folder, FileKey key) {
        change(folder, null, key);
    }

    @Override
    public void decrypt(Path folder, FileKey key) {
        change(folder, key, null);
    }

    private static void change(Path folder, @Nullable FileKey now, @Nullable FileKey then) {
        try (LocalFile file = LocalFile.take(folder)) {
            if (!file.exists()) {
                return;
            }
            Path copy = copy(folder);
            try {
                transfer(file.data(), now, copy, then);
                compare(file.data(), now, copy, then);
                open(folder, then);
                if (now != null && then == null) {
                    // While the database is encrypted there is a key for whatever a cut leaves sealed.
                    PhotoSealing.change(folder.resolve(PhotoFiles.FOLDER), now.seal(), Seal.NONE);
                }
                swap(file, copy, then != null);
            } finally {
                Files.deleteIfExists(copy);
            }
            clearUp(file, then);
        } catch (IOException | SQLException e) {
            throw OpenFailures.of(e, folder);
        }
    }

    /** The file is changed already, and whoever hears of a failure would take it for what it was: the next start goes on. */
    private static void clearUp(LocalFile file, @Nullable FileKey encrypted) {
        try {
            // Before the old file is overwritten the new one's name must be on disk.
            file.forceFolder();
            clearCutOff(file.folder());
            if (encrypted != null) {
                dropIndex(file.folder());
                PhotoSealing.change(file.folder().resolve(PhotoFiles.FOLDER), Seal.NONE, encrypted.seal());
            }
        } catch (IOException e) {
            notCleared(e);
        }
    }

    private static Path copy(Path folder) {
        return folder.resolve(COPY + ".mv.db");
    }

    private static void transfer(Path from, @Nullable FileKey now, Path to, @Nullable FileKey then)
            throws IOException {
        try (FileChannel source = channel(from, now, StandardOpenOption.READ);
                FileChannel target = channel(
                        to,
                        then,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
            long size = source.size();
            for (long at = 0; at < size; at += CHUNK) {
                fill(source, chunk, at, size);
                long place = at;
                while (chunk.hasRemaining()) {
                    place += target.write(chunk, place);
                }
            }
            target.force(true);
        }
    }

    private static void compare(Path one, @Nullable FileKey now, Path other, @Nullable FileKey then)
            throws IOException {
        try (FileChannel first = channel(one, now, StandardOpenOption.READ);
                FileChannel second = channel(other, then, StandardOpenOption.READ)) {
            long size = first.size();
            ByteBuffer mine = ByteBuffer.allocate(CHUNK);
            ByteBuffer copied = ByteBuffer.allocate(CHUNK);
            boolean same = size == second.size();
            for (long at = 0; same && at < size; at += CHUNK) {
                fill(first, mine, at, size);
                fill(second, copied, at, size);
                same = mine.equals(copied);
            }
            if (!same) {
                throw new IOException("The copy of the larder's file differs from it.");
            }
        }
    }

    /** Reads a whole chunk, or what is left of the file. */
    private static void fill(FileChannel source, ByteBuffer chunk, long at, long size) throws IOException {
        chunk.clear().limit((int) Math.min(CHUNK, size - at));
        long place = at;
        while (chunk.hasRemaining()) {
            int read = source.read(chunk, place);
            if (read < 0) {
                throw new IOException("The larder's file ends too early.");
            }
            place += read;
        }
        chunk.flip();
    }

    private static FileChannel channel(Path file, @Nullable FileKey key, StandardOpenOption... how)
            throws IOException {
        FileChannel channel = FileChannel.open(file, how);
        if (key == null) {
            return channel;
        }
        char[] digits = key.digits();
        try {
            return new FileEncrypt(file.toString(), FilePathEncrypt.getPasswordBytes(digits), channel);
        } finally {
            Arrays.fill(digits, ' ');
        }
    }

    /** The copy must open for the database too, and hold tables. */
    private static void open(Path folder, @Nullable FileKey key) throws SQLException {
        try (Connection look = LocalDatabase.glance(folder.resolve(COPY), key)) {
            if (Migrations.own().state(look) == Migrations.State.NONE) {
                throw OpenFailures.damaged(folder, null);
            }
        }
    }

    private static void swap(LocalFile file, Path copy, boolean overwrite) throws IOException {
        Path readable = file.folder().resolve(READABLE);
        if (overwrite) {
            try {
                Files.createLink(readable, file.data());
            } catch (IOException | UnsupportedOperationException e) {
                // This disk knows no second names: the old file is only deleted.
                Files.deleteIfExists(readable);
            }
        }
        Files.move(copy, file.data(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * What a change left that was cut off, cleared away as far as that is possible now; whoever opens the larder is not
     * kept from it by a file that is in the way.
     *
     * @param index whether the search index is among it
     */
    static void clearLeftovers(Path folder, boolean index) {
        try {
            clearCutOff(folder);
            if (index) {
                dropIndex(folder);
            }
        } catch (IOException e) {
            notCleared(e);
        }
    }

    private static void notCleared(IOException e) {
        System.getLogger(CipherChange.class.getName())
                .log(System.Logger.Level.WARNING, "what a changed file leaves was not cleared away yet", e);
    }

    /** Puts a change right that was cut off; the file itself is always whole, and says which it is. */
    private static void clearCutOff(Path folder) throws IOException {
        Files.deleteIfExists(copy(folder));
        Path readable = folder.resolve(READABLE);
        if (!Files.exists(readable)) {
            return;
        }
        if (LocalFile.encrypted(folder)) {
            overwrite(readable);
        }
        // While the file is still readable this is but another name of it.
        Files.delete(readable);
    }

    /** Writes nothing over a file's content. */
    static void overwrite(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long size = channel.size();
            ByteBuffer nothing = ByteBuffer.allocate(CHUNK);
            for (long at = 0; at < size; ) {
                nothing.clear().limit((int) Math.min(CHUNK, size - at));
                at += channel.write(nothing, at);
            }
            channel.force(true);
        }
    }

    /** The search index beside the file holds its words, and may be left from a change that was cut off. */
    static void dropIndex(Path folder) throws IOException {
        Path index = folder.resolve(LocalDatabase.INDEX);
        if (!Files.isDirectory(index)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(index)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            if (Files.isRegularFile(file)) {
                overwrite(file);
            }
            Files.delete(file);
        }
    }
}

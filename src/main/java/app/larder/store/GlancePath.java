package app.larder.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.store.fs.FakeFileChannel;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Lets H2 look into a file without holding it: every read opens the file and closes it again, nothing is locked and
 * nothing can be written. H2 never lets go of a file in which it finds no users, as where the end is missing, until the
 * process ends; nobody could put a backup in its place and go on. Public because H2 makes more of it for further names.
 */
public final class GlancePath extends FilePathWrapper {

    private static final String SCHEME = "glance";

    /** A file's address for H2 that only looks at it. */
    static String address(Path file) {
        FilePath.register(new GlancePath());
        return SCHEME + ":" + file.toAbsolutePath();
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public boolean canWrite() {
        return false;
    }

    @Override
    public FileChannel open(String mode) {
        return new Glances(Path.of(getBase().toString()));
    }

    private static final class Glances extends FileBaseDefault {

        private final Path file;

        Glances(Path file) {
            this.file = file;
        }

        @Override
        public long size() throws IOException {
            return Files.size(file);
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            try (FileChannel channel = FileChannel.open(file)) {
                return channel.read(target, position);
            }
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) {
            throw new NonWritableChannelException();
        }

        @Override
        protected void implTruncate(long size) {
            throw new NonWritableChannelException();
        }

        @Override
        protected void implCloseChannel() {
            // Nothing is open between two reads.
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) {
            return new FileLock(FakeFileChannel.INSTANCE, position, size, shared) {
                @Override
                public boolean isValid() {
                    return true;
                }

                @Override
                public void release() {
                    // It keeps nobody out.
                }
            };
        }
    }
}

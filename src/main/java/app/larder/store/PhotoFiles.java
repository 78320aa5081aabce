package app.larder.store;

import app.larder.account.Seal;
import app.larder.recipes.Photo;
import app.larder.words.FileFailure;
import app.larder.words.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Photos as files beside the database, each named by the SHA-256 of its bytes, under the seal of a protected account. One
 * that nothing needs is renamed ({@code .unused}) before, long after, it is removed, and found under that name too.
 */
final class PhotoFiles implements PhotoShelf {

    /** The folder beside the database. */
    static final String FOLDER = "photos";

    /** The folder of small copies within it. */
    static final String SMALL = "small";

    private static final String UNUSED = ".unused";
    /** What was cut off while it was written, or shall go. */
    static final String FRESH = ".new";

    private final Path folder;
    private final Seal seal;

    PhotoFiles(Path folder, Seal seal) {
        this.folder = folder;
        this.seal = seal;
    }

    /** Where small copies of them are kept. */
    PhotoFiles small() {
        return new PhotoFiles(folder.resolve(SMALL), seal);
    }

    @Override
    public Optional<byte[]> get(String sha256) {
        return read(sha256).filter(bytes -> Photo.hash(bytes).equals(sha256));
    }

    /** The bytes of that name, whatever they are. */
    Optional<byte[]> read(String name) {
        Path file = Files.exists(file(name)) ? file(name) : unused(name);
        try {
            return Optional.of(seal.open(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            System.getLogger(PhotoFiles.class.getName())
                    .log(System.Logger.Level.WARNING, "a photo could not be read", e);
            return Optional.empty();
        }
    }

    @Override
    public boolean has(String sha256) {
        return Files.exists(file(sha256)) || Files.exists(unused(sha256));
    }

    @Override
    public synchronized void put(String sha256, byte[] bytes) {
        if (get(sha256).isPresent()) {
            use(sha256);
        } else {
            write(sha256, bytes);
        }
    }

    /** Writes a file whole or not at all. */
    void write(String name, byte[] bytes) {
        Path fresh = folder.resolve(name + "." + UUID.randomUUID() + FRESH);
        try {
            if (!Files.isDirectory(folder)) {
                // Not what is above it: where the person's folder is gone, as with a network share, nothing else may stand.
                Files.createDirectory(folder);
            }
            try {
                try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    ByteBuffer content = ByteBuffer.wrap(seal.seal(bytes));
                    while (content.hasRemaining()) {
                        out.write(content);
                    }
                    out.force(true);
                }
                Files.move(fresh, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
            LocalFile.forceFolder(folder);
        } catch (IOException e) {
            throw new FileFailure(
                    Sentence.of(OpenFailures.isDiskFull(e) ? "store.disk-full" : "photo.unkept"), e);
        }
    }

    private void use(String name) {
        try {
            if (Files.exists(unused(name))) {
                Files.move(unused(name), file(name), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized int collect(Set<String> needed) {
        Instant before = Instant.now().minus(PhotoStore.KEPT);
        int removed = 0;
        try {
            if (seal.hides()) {
                PhotoSealing.change(folder, seal, seal);
            }
            for (Path file : all(folder)) {
                String name = file.getFileName().toString();
                boolean noted = name.endsWith(UNUSED);
                String plain = noted ? name.substring(0, name.length() - UNUSED.length()) : name;
                if (name.endsWith(FRESH) || noted) {
                    if (needed.contains(plain)) {
                        use(plain);
                    } else if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                        Files.deleteIfExists(file);
                        removed += noted ? 1 : 0;
                    }
                } else if (!needed.contains(plain)) {
                    Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
                    Files.move(file, unused(plain), StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException e) {
            // Only room is lost, until the next time.
            System.getLogger(PhotoFiles.class.getName())
                    .log(System.Logger.Level.WARNING, "photos could not be cleared away", e);
        }
        return removed;
    }

    static List<Path> all(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private Path unused(String name) {
        return folder.resolve(name + UNUSED);
    }
}

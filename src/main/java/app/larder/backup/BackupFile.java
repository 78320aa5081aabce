package app.larder.backup;

import app.larder.account.FileKey;
import app.larder.account.Seal;
import app.larder.backup.BackupProblem.Kind;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A backup in a file. It is read from the front, a row at a time, and nothing in it is taken for true: names, lengths,
 * counts and checksums must be what the manifest says, and the manifest must be possible for a file of that size.
 */
public final class BackupFile implements BackupContent, AutoCloseable {

    /** No text packs tighter: every row has an id of its own. */
    private static final long TIGHTEST = 250;

    private static final long SMALL = 1 << 20;
    private static final int LONGEST_MANIFEST = 16 << 20;
    private static final int LONGEST_PADLOCK = 1 << 16;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(BackupLines.LONGEST)
                            .maxNumberLength(200_000)
                            .maxNestingDepth(5_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Path path;
    private final @Nullable FileKey key;
    private final @Nullable Seal seal;
    private final Manifest manifest;
    private volatile Set<String> damagedPhotos = Set.of();

    private BackupFile(Path path, @Nullable FileKey key, @Nullable Seal seal, Manifest manifest) {
        this.path = path;
        this.key = key;
        this.seal = seal;
        this.manifest = manifest;
    }

    /**
     * Opens a backup and reads its manifest.
     *
     * @throws BackupProblem if it is none, is damaged, newer, or locked
     */
    public static BackupFile open(Path path, Unlocking unlocking) {
        try {
            String padlock = padlock(path);
            if (padlock == null) {
                return opened(path, null, null);
            }
            FileKey own = unlocking.own();
            if (own != null) {
                Seal seal = own.backupSeal();
                if (fits(path, seal)) {
                    return opened(path, null, seal);
                }
                seal.close();
            }
            if (unlocking.password() == null || padlock.isEmpty()) {
                throw BackupProblem.of(Kind.LOCKED, path, null);
            }
            FileKey carried = unlocking.key(padlock).orElseThrow(() -> BackupProblem.of(Kind.WRONG_PASSWORD, path, null));
            return opened(path, carried, carried.backupSeal());
        } catch (IOException e) {
            throw problem(path, e);
        }
    }

    private static BackupFile opened(Path path, @Nullable FileKey key, @Nullable Seal seal) {
        try {
            return new BackupFile(path, key, seal, readManifest(path, seal));
        } catch (IOException e) {
            throw problem(path, e);
        }
    }

    private static BackupProblem problem(Path path, IOException e) {
        return BackupProblem.of(e instanceof FileSystemException ? Kind.UNREADABLE : Kind.DAMAGED, path, e);
    }

    /** What a sealed file says of its key; null for a readable one. */
    private static @Nullable String padlock(Path path) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            return padlock(in);
        }
    }

    private static @Nullable String padlock(DataInputStream in) throws IOException {
        byte[] word = in.readNBytes(SealedOutput.WORD.length);
        if (!Arrays.equals(word, SealedOutput.WORD)) {
            return null;
        }
        int length = in.readInt();
        if (length < 0 || length > LONGEST_PADLOCK) {
            throw new IOException("the key of the backup is damaged");
        }
        byte[] lock = new byte[length];
        in.readFully(lock);
        return new String(lock, StandardCharsets.UTF_8);
    }

    private static boolean fits(Path path, Seal seal) {
        try (InputStream in = content(path, seal)) {
            return in.read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static InputStream content(Path path, @Nullable Seal seal) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16));
        if (seal == null) {
            return in;
        }
        padlock(in);
        return new SealedInput(in, seal);
    }

    private static Manifest readManifest(Path path, @Nullable Seal seal) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(content(path, seal), StandardCharsets.UTF_8)) {
            ZipEntry first = next(zip);
            if (first == null || !first.getName().equals(Manifest.NAME)) {
                throw BackupProblem.of(Kind.NO_BACKUP, path, null);
            }
            byte[] text = zip.readNBytes(LONGEST_MANIFEST + 1);
            Manifest manifest = Manifest.parse(text, path);
            if (text.length > LONGEST_MANIFEST || manifest.bytes() > TIGHTEST * Files.size(path) + SMALL) {
                throw BackupProblem.of(Kind.TOO_LARGE, path, null);
            }
            return manifest;
        }
    }

    /** A name that is no text is a damage too. */
    static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException e) {
            throw new ZipException("an entry's name makes no sense");
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** What the backup says of itself. */
    public Manifest manifest() {
        return manifest;
    }

    /** Whether a password or key was needed to open it. */
    public boolean isSealed() {
        return seal != null;
    }

    /**
     * Reads all of it, and compares it with what the manifest says.
     *
     * @throws BackupProblem if anything but a photo is missing, changed or too much
     */
    public BackupFile check() {
        pass((_, _) -> {}, (_, _) -> {});
        return this;
    }

    @Override
    public void each(BiConsumer<String, JsonNode> row) {
        lines((kind, line) -> row.accept(kind, parsed(line)));
    }

    private JsonNode parsed(byte[] line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            throw BackupProblem.of(Kind.DAMAGED, path, e);
        }
    }

    /** Every line with its kind. */
    void lines(BiConsumer<String, byte[]> line) {
        pass(line, null);
    }

    @Override
    public void eachPhoto(BiConsumer<String, byte[]> photo) {
        pass(null, photo);
    }

    @Override
    public Set<String> photos() {
        Set<String> all = new LinkedHashSet<>();
        manifest.photos().forEach(photo -> all.add(photo.sha256()));
        return all;
    }

    @Override
    public Set<String> damagedPhotos() {
        return damagedPhotos;
    }

    /** Reads the rows and the photos, each only if somebody wants them. */
    private void pass(@Nullable BiConsumer<String, byte[]> line, @Nullable BiConsumer<String, byte[]> photo) {
        try (InputStream content = content(path, seal);
                ZipInputStream zip = new ZipInputStream(content, StandardCharsets.UTF_8)) {
            next(zip);
            for (Manifest.Entry expected : manifest.entries()) {
                ZipEntry entry = next(zip);
                if (entry == null || !entry.getName().equals(expected.name())) {
                    throw new ZipException("an entry is missing or another's");
                }
                if (line == null) {
                    continue;
                }
                BackupLines lines = new BackupLines(zip, expected);
                for (byte[] one = lines.next(); one != null; one = lines.next()) {
                    line.accept(expected.kind(), one);
                }
            }
            if (photo != null) {
                damagedPhotos = PhotoEntries.read(zip, content, manifest.photos(), photo);
            }
        } catch (IOException e) {
            throw problem(path, e);
        }
    }

    @Override
    public void close() {
        if (seal != null) {
            seal.close();
        }
        if (key != null) {
            key.close();
        }
    }
}

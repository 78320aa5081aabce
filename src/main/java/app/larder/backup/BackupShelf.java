package app.larder.backup;

import app.larder.account.CarriedKey;
import app.larder.account.FileKey;
import app.larder.account.KeptDrafts;
import app.larder.account.Seal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The backups of a person, {@code backups} in their folder. A backup is written beside its place, forced to disk, read
 * back as a whole and moved there in one step; only then older ones may go. Used by one process at a time, which holds the
 * person's database.
 */
public final class BackupShelf {

    private static final Pattern NAME =
            Pattern.compile("larder-(\\d{4}-\\d{2}-\\d{2}T\\d{6})Z-([a-z]+)\\.(zip|sealed)");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss", Locale.ROOT);
    private static final String PART = ".part";

    private final Path profile;
    private final Path folder;
    private final @Nullable FileKey key;
    private final BackupWriter writer;

    /**
     * The shelf in a person's folder, which need not exist yet.
     *
     * @param key what protects them, not closed before this is out of use; null for readable backups
     */
    public BackupShelf(Path profile, @Nullable FileKey key) {
        this.profile = profile;
        this.folder = profile.resolve("backups");
        this.key = key;
        this.writer = new BackupWriter();
    }

    /** The folder; it need not exist. */
    public Path folder() {
        return folder;
    }

    /** What the person is writing in the editor. */
    DraftRows drafts() {
        return new DraftRows(new KeptDrafts(profile, key == null ? Seal.NONE : key.seal()));
    }

    /** What is there, the newest first. Files with other names are nobody's business. */
    public List<Kept> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(BackupShelf::kept)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(Kept::madeAt).thenComparing(kept -> kept.path().toString()).reversed())
                    .toList();
        } catch (IOException e) {
            throw BackupProblem.of(BackupProblem.Kind.UNREADABLE, folder, e);
        }
    }

    private static Optional<Kept> kept(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Kept(
                    file,
                    LocalDateTime.parse(name.group(1), TIME).toInstant(ZoneOffset.UTC),
                    Reason.valueOf(name.group(2).toUpperCase(Locale.ROOT)),
                    Files.size(file),
                    name.group(3).equals("sealed")));
        } catch (DateTimeException | IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }

    /** Makes a backup on the shelf. */
    public Kept make(BackupSource source, Reason reason, Instant now) {
        try {
            makeFolder();
            clearParts();
            Path place = place(reason, now);
            write(source, now, place);
            return kept(place).orElseThrow();
        } catch (IOException e) {
            throw BackupProblem.of(BackupProblem.Kind.UNWRITTEN, folder, e);
        }
    }

    /** Never the person's folder itself: where that is gone, as with a network share, nothing else may stand in its place. */
    private void makeFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder);
        }
    }

    /**
     * Makes a backup anywhere else. A file that is there already stays as it is.
     *
     * @throws BackupProblem if it can't be written there
     */
    public void makeAt(BackupSource source, Path file, Instant now) {
        try {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            write(source, now, file);
        } catch (IOException e) {
            throw BackupProblem.of(BackupProblem.Kind.UNWRITTEN, file, e);
        }
    }

    private void write(BackupSource source, Instant now, Path place) throws IOException {
        Path part = place.resolveSibling(place.getFileName() + PART);
        try {
            try (FileChannel channel = FileChannel.open(
                            part,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
                write(source, now, out);
                out.flush();
                channel.force(true);
            }
            verify(part);
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
            forceEntries(place);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void write(BackupSource source, Instant now, OutputStream out) throws IOException {
        if (key == null) {
            writer.write(source, now, out);
            return;
        }
        try (Seal seal = key.backupSeal()) {
            SealedOutput sealed = new SealedOutput(out, seal, CarriedKey.in(profile).orElse(""));
            writer.write(source, now, sealed);
            sealed.finish();
        }
    }

    private void verify(Path part) {
        try (BackupFile written = BackupFile.open(part, new Unlocking(key, null))) {
            if (!written.check().damagedPhotos().isEmpty()) {
                throw BackupProblem.of(BackupProblem.Kind.UNVERIFIED, folder, null);
            }
        } catch (BackupProblem e) {
            throw BackupProblem.of(BackupProblem.Kind.UNVERIFIED, folder, e);
        }
    }

    /** The file's name is durable where the platform can; Windows can't open a folder and needn't. */
    private static void forceEntries(Path place) {
        try (FileChannel channel = FileChannel.open(
                Objects.requireNonNull(place.toAbsolutePath().getParent()), StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            return;
        }
    }

    private Path place(Reason reason, Instant now) {
        for (Instant time = now; ; time = time.plusSeconds(1)) {
            Path place = folder.resolve("larder-" + TIME.format(time.atOffset(ZoneOffset.UTC)) + "Z-" + reason.word() + "."
                    + (key == null ? "zip" : "sealed"));
            if (!Files.exists(place)) {
                return place;
            }
        }
    }

    private void clearParts() throws IOException {
        List<Path> parts;
        try (Stream<Path> files = Files.list(folder)) {
            parts = files.filter(file -> file.getFileName().toString().endsWith(PART)).toList();
        }
        for (Path part : parts) {
            Files.delete(part);
        }
    }

    /**
     * Lets automatic backups go, of each reason all but the newest so many. If the newest holds nothing, the newest that
     * holds something stays as well.
     *
     * @param made the one just made, which is whole and stays even if the clock was put back and it looks the oldest
     */
    public void prune(int keep, Kept made) {
        List<Kept> all = list().stream().filter(kept -> kept.reason().automatic()).toList();
        Kept lastFull = null;
        for (Kept kept : all) {
            if (lastFull == null && holdsSomething(kept)) {
                lastFull = kept;
            }
        }
        for (Reason reason : Reason.values()) {
            List<Kept> some = all.stream().filter(kept -> kept.reason() == reason).toList();
            for (Kept old : some.subList(Math.min(Math.max(keep, 1), some.size()), some.size())) {
                if (!old.equals(lastFull) && !old.equals(made)) {
                    delete(old);
                }
            }
        }
    }

    private boolean holdsSomething(Kept kept) {
        try (BackupFile file = BackupFile.open(kept.path(), new Unlocking(key, null))) {
            return file.manifest().entries().stream()
                    .anyMatch(entry -> entry.rows() > 0 && !entry.kind().equals("users"));
        } catch (BackupProblem e) {
            return false;
        }
    }

    private static void delete(Kept old) {
        try {
            Files.deleteIfExists(old.path());
        } catch (IOException e) {
            // It is in the way of nothing: the next backup tries again.
            System.getLogger(BackupShelf.class.getName())
                    .log(System.Logger.Level.WARNING, "an old backup could not be deleted", e);
        }
    }

    /** Seals backups that were made before their person had a password, and overwrites the readable ones. */
    public void sealReadable() {
        if (key == null) {
            return;
        }
        for (Kept kept : list()) {
            if (!kept.isSealed()) {
                seal(kept);
            }
        }
    }

    private void seal(Kept readable) {
        Path place = place(readable.reason(), readable.madeAt());
        try (BackupFile old = BackupFile.open(readable.path(), Unlocking.NOTHING)) {
            write(new Copied(old), old.manifest().madeAt(), place);
        } catch (BackupProblem e) {
            // Nothing in it could be restored: what is left of it is not worth keeping readable.
            System.getLogger(BackupShelf.class.getName())
                    .log(System.Logger.Level.WARNING, "a damaged backup was not protected but removed", e);
        } catch (IOException e) {
            throw BackupProblem.of(BackupProblem.Kind.UNWRITTEN, folder, e);
        }
        overwrite(readable.path());
    }

    private static void overwrite(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            java.nio.ByteBuffer nothing = java.nio.ByteBuffer.allocate(1 << 16);
            for (long at = 0, size = channel.size(); at < size; ) {
                nothing.clear().limit((int) Math.min(nothing.capacity(), size - at));
                at += channel.write(nothing, at);
            }
            channel.force(true);
            Files.delete(file);
        } catch (IOException e) {
            throw BackupProblem.of(BackupProblem.Kind.UNWRITTEN, file, e);
        }
    }
}

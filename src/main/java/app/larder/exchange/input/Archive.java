package app.larder.exchange.input;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The pieces of a ZIP archive. Nothing is unpacked to disk, and no name in it is ever used as a path. */
public final class Archive {

    /** What stands between an archive and its entry in a label. */
    public static final String INSIDE = " › ";

    private final Source source;
    private final String label;
    private final Map<String, ZipEntryAt> byName = new HashMap<>();
    private final ZipListing.Listed listed;

    private Archive(Source source, String label) throws Unreadable {
        this.source = source;
        this.label = label;
        this.listed = ZipListing.of(source, label);
        listed.entries().forEach(entry -> byName.put(entry.name(), entry));
    }

    /** An archive on disk. */
    public static Archive of(Path file) throws Unreadable {
        return new Archive(Source.file(file), file.toString());
    }

    /** An archive inside another. */
    public static Archive of(byte[] bytes, String label) throws Unreadable {
        return new Archive(Source.memory(bytes), label);
    }

    /** Whether it is one of Larder's own backups (src/site/markdown/backup-format.md). */
    public boolean isOwnBackup() {
        return byName.containsKey("manifest.json") && byName.containsKey("users.jsonl")
                && byName.containsKey("household_ingredients.jsonl");
    }

    /** What can be read, in the archive's order. */
    public List<Piece> pieces() {
        return listed.entries().stream().<Piece>map(Entry::new).toList();
    }

    /** What is not even tried. */
    public List<FileReading.Refused> refused() {
        return listed.refused().stream()
                .map(refused -> refused.label().equals(label)
                        ? refused
                        : new FileReading.Refused(label + INSIDE + refused.label(), refused.reason()))
                .toList();
    }

    private final class Entry implements Piece {

        private final ZipEntryAt entry;

        Entry(ZipEntryAt entry) {
            this.entry = entry;
        }

        @Override
        public String label() {
            return label + INSIDE + entry.name();
        }

        @Override
        public String name() {
            return entry.name().substring(entry.name().lastIndexOf('/') + 1);
        }

        @Override
        public byte[] start(int most) throws Unreadable {
            return entry.start(source, most);
        }

        @Override
        public byte[] bytes(BooleanSupplier cancelled) throws Unreadable {
            return entry.bytes(source, cancelled);
        }

        @Override
        public Optional<Piece> beside(String place) {
            String folder = entry.name().substring(0, entry.name().lastIndexOf('/') + 1);
            return Optional.ofNullable(byName.get(folder + place)).map(Entry::new);
        }
    }
}

package app.larder.exchange.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;

/**
 * Lists a ZIP archive by its central directory (APPNOTE.TXT 6.3), or, where that is cut off, by the entries that are
 * still there. Unlike the JDK's own reader it takes archives inside archives, tells symbolic links, two entries of one
 * name and entries that share bytes, and looks at no more entries than it lists.
 */
final class ZipListing {

    /** Most entries looked at; the largest real collections have a quarter of that. */
    static final int MOST = 200_000;

    private static final int LONGEST_END = 65_557;
    private static final int LINK = 0xA000;
    private static final int KIND_OF_FILE = 0xF000;

    private final Source archive;
    private final String archiveName;
    private final List<ZipEntryAt> entries = new ArrayList<>();
    private final List<FileReading.Refused> refused = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private long claimed;

    private ZipListing(Source archive, String archiveName) {
        this.archive = archive;
        this.archiveName = archiveName;
    }

    /**
     * What an archive holds.
     *
     * @param entries what can be read, in the archive's order, without folders and what systems put beside files
     * @param refused what is not even tried, with the reason
     */
    record Listed(List<ZipEntryAt> entries, List<FileReading.Refused> refused) {}

    static Listed of(Source archive, String archiveName) throws Unreadable {
        ZipListing listing = new ZipListing(archive, archiveName);
        try {
            if (!listing.central()) {
                listing.refuse(archiveName, Reason.Kind.ARCHIVE_CUT_OFF, archiveName);
                listing.local();
            }
        } catch (IOException e) {
            throw new Unreadable(Reason.Kind.ENTRY_DAMAGED, archiveName).from(e);
        }
        return new Listed(List.copyOf(listing.entries), List.copyOf(listing.refused));
    }

    private boolean central() throws IOException {
        long size = archive.size();
        long tailAt = Math.max(0, size - LONGEST_END);
        byte[] tail = read(tailAt, (int) (size - tailAt));
        int end = tail.length - 22;
        while (end >= 0 && LittleEndian.four(tail, end) != LittleEndian.END) {
            end--;
        }
        if (end < 0) {
            return false;
        }
        long count = LittleEndian.two(tail, end + 10);
        long length = LittleEndian.unsigned(tail, end + 12);
        long place = LittleEndian.unsigned(tail, end + 16);
        long shift = tailAt + end - length - place;
        if (end >= 20 && LittleEndian.four(tail, end - 20) == LittleEndian.LOCATOR_64) {
            byte[] end64 = read(LittleEndian.eight(tail, end - 12), 56);
            if (end64.length < 56 || LittleEndian.four(end64, 0) != LittleEndian.END_64) {
                return false;
            }
            count = LittleEndian.eight(end64, 32);
            place = LittleEndian.eight(end64, 48);
            shift = 0;
        }
        if (shift < 0 || place < 0) {
            return false;
        }
        try (InputStream in = archive.from(place + shift)) {
            for (long i = 0; i < count; i++) {
                if (entries.size() + refused.size() >= MOST) {
                    refuse(archiveName, Reason.Kind.TOO_MANY_ENTRIES, archiveName, MOST);
                    return true;
                }
                if (!entry(in, shift)) {
                    refuse(archiveName, Reason.Kind.ARCHIVE_CUT_OFF, archiveName);
                    return true;
                }
            }
        }
        return true;
    }

    private byte[] read(long place, int length) throws IOException {
        try (InputStream in = archive.from(place)) {
            return in.readNBytes(length);
        }
    }

    private boolean entry(InputStream in, long shift) throws IOException {
        byte[] head = in.readNBytes(LittleEndian.CENTRAL_HEADER);
        if (head.length < LittleEndian.CENTRAL_HEADER || LittleEndian.four(head, 0) != LittleEndian.CENTRAL) {
            return false;
        }
        String name = name(in.readNBytes(LittleEndian.two(head, 28)));
        byte[] extra = in.readNBytes(LittleEndian.two(head, 30));
        in.skipNBytes(LittleEndian.two(head, 32));
        long packed = LittleEndian.unsigned(head, 20);
        long place = LittleEndian.unsigned(head, 42);
        if (packed == 0xFFFF_FFFFL || place == 0xFFFF_FFFFL) {
            long[] wide = wide(extra, LittleEndian.unsigned(head, 24), packed, place);
            packed = wide[0];
            place = wide[1];
        }
        int unixMode = LittleEndian.two(head, 40);
        boolean link = head[5] == 3 && (unixMode & KIND_OF_FILE) == LINK;
        boolean encrypted = (head[8] & 1) != 0;
        add(new ZipEntryAt(name, LittleEndian.two(head, 10), LittleEndian.four(head, 16), packed, place + shift), link, encrypted);
        return true;
    }

    /** Packed size and place of an entry too large for four bytes: those of the three that are, in their order. */
    private static long[] wide(byte[] extra, long size, long packed, long place) throws ZipException {
        for (int at = 0; at + 4 <= extra.length; at += 4 + LittleEndian.two(extra, at + 2)) {
            if (LittleEndian.two(extra, at) == 1) {
                int from = at + 4 + (size == 0xFFFF_FFFFL ? 8 : 0);
                int next = from + (packed == 0xFFFF_FFFFL ? 8 : 0);
                if (next + (place == 0xFFFF_FFFFL ? 8 : 0) <= extra.length) {
                    return new long[] {
                        packed == 0xFFFF_FFFFL ? LittleEndian.eight(extra, from) : packed,
                        place == 0xFFFF_FFFFL ? LittleEndian.eight(extra, next) : place
                    };
                }
            }
        }
        throw new ZipException("an entry without its size");
    }

    private void add(ZipEntryAt entry, boolean link, boolean encrypted) throws IOException {
        String name = entry.name();
        claimed += entry.packed();
        if (name.endsWith("/") || isBySystem(name)) {
            return;
        }
        if (isOutside(name)) {
            refuse(name, Reason.Kind.ENTRY_OUTSIDE, name);
        } else if (link) {
            refuse(name, Reason.Kind.ENTRY_LINK, name);
        } else if (encrypted) {
            refuse(name, Reason.Kind.ENTRY_LOCKED, name);
        } else if (entry.method() != 0 && entry.method() != 8) {
            refuse(name, Reason.Kind.ENTRY_PACKING, name);
        } else if (entry.packed() < 0 || claimed > archive.size()) {
            refuse(name, Reason.Kind.ENTRY_DAMAGED, name);
        } else if (!names.add(name)) {
            refuse(name, Reason.Kind.ENTRY_TWICE, name);
        } else {
            entries.add(entry);
        }
    }

    /** Reads entry after entry from the start of an archive without its end. */
    private void local() throws IOException {
        long place = 0;
        while (entries.size() + refused.size() < MOST) {
            byte[] head = read(place, LittleEndian.LOCAL_HEADER);
            if (head.length < LittleEndian.LOCAL_HEADER || LittleEndian.four(head, 0) != LittleEndian.LOCAL) {
                return;
            }
            int nameLength = LittleEndian.two(head, 26);
            String name = name(read(place + LittleEndian.LOCAL_HEADER, nameLength));
            long packed = LittleEndian.unsigned(head, 18);
            // Some programs write an entry's size behind it: without the archive's end nobody knows where that is.
            if ((head[6] & 8) != 0) {
                refuse(name, Reason.Kind.ENTRY_DAMAGED, name);
                return;
            }
            add(new ZipEntryAt(name, LittleEndian.two(head, 8), LittleEndian.four(head, 14), packed, place), false, (head[6] & 1) != 0);
            place += LittleEndian.LOCAL_HEADER + nameLength + LittleEndian.two(head, 28) + packed;
        }
    }

    private void refuse(String label, Reason.Kind kind, Object... facts) {
        refused.add(new FileReading.Refused(label, Reason.of(kind, facts)));
    }

    private static String name(byte[] bytes) {
        return Decoding.decode(bytes, null).text().replace('\\', '/').replaceAll("\\p{Cc}", " ");
    }

    /** Whether a name would lead out of the folder it is unpacked into, if anybody did. */
    private static boolean isOutside(String name) {
        return name.startsWith("/") || name.matches("[A-Za-z]:.*") || Arrays.asList(name.split("/", -1)).contains("..");
    }

    private static boolean isBySystem(String name) {
        return Arrays.stream(name.split("/", -1)).anyMatch(part ->
                part.equals("__MACOSX") || part.equals("Thumbs.db") || (part.startsWith(".") && !part.equals("..")));
    }
}

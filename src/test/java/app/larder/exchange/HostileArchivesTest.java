package app.larder.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.exchange.format.Problem;
import app.larder.exchange.input.LinkReader;
import app.larder.exchange.input.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that were made to do harm, or were harmed: what is wrong is refused by name, the rest is read. */
class HostileArchivesTest {

    private static final String SOUP =
            "{\"uid\":\"1\",\"name\":\"Soup\",\"ingredients\":\"1 onion\",\"directions\":\"Cook.\"}";

    @TempDir
    private Path folder;

    private final Importer importer = new Importer(Clock.systemUTC(), LinkReader::usual, () -> {
        throw new AssertionError("a dry run keeps nothing");
    });

    /** Writes ZIP archives as wrong as need be. */
    private static final class Zip {

        private final ByteArrayOutputStream local = new ByteArrayOutputStream();
        private final ByteArrayOutputStream central = new ByteArrayOutputStream();
        private int count;

        Zip add(String name, byte[] bytes) throws IOException {
            return add(name, bytes, crc(bytes), 0);
        }

        Zip add(String name, byte[] bytes, int crc, int unixMode) throws IOException {
            return packed(name, deflated(new ByteArrayInputStream(bytes)), bytes.length, crc, unixMode);
        }

        Zip packed(String name, byte[] packed, int size, int crc, int unixMode) throws IOException {
            byte[] label = name.getBytes(UTF_8);
            int place = local.size();
            local.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(0x04034b50).putShort((short) 20).putShort((short) 0x0800).array());
            local.write(header(8, crc, packed.length, size, label.length));
            local.write(label);
            local.write(packed);
            ByteBuffer head = ByteBuffer.allocate(46).order(ByteOrder.LITTLE_ENDIAN);
            head.putInt(0x02014b50).putShort((short) (3 << 8 | 20)).putShort((short) 20).putShort((short) 0x0800).putShort((short) 8);
            head.putInt(0).putInt(crc).putInt(packed.length).putInt(size).putShort((short) label.length);
            head.putShort((short) 0).putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(unixMode << 16).putInt(place);
            central.write(head.array());
            central.write(label);
            count++;
            return this;
        }

        private static byte[] header(int method, int crc, int packed, int size, int label) {
            ByteBuffer head = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
            head.putShort((short) method).putInt(0).putInt(crc).putInt(packed).putInt(size).putShort((short) label).putShort((short) 0);
            return head.array();
        }

        byte[] bytes() throws IOException {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.write(local.toByteArray());
            all.write(central.toByteArray());
            ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
            end.putInt(0x06054b50).putInt(0).putShort((short) count).putShort((short) count).putInt(central.size()).putInt(local.size()).putShort((short) 0);
            all.write(end.array());
            return all.toByteArray();
        }
    }

    private static int crc(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return (int) sum.getValue();
    }

    private static byte[] deflated(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(9, true);
        try (DeflaterOutputStream packed = new DeflaterOutputStream(out, deflater)) {
            in.transferTo(packed);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] soup(String name) throws IOException {
        return gzip(SOUP.replace("Soup", name).replace("\"1\"", "\"" + name + "\"").getBytes(UTF_8));
    }

    private ImportReport read(byte[] archive) throws IOException {
        Path file = folder.resolve("export.paprikarecipes");
        Files.write(file, archive);
        return importer.read(List.of(new ImportSource.OnDisk(file)), item -> {}, ImportProgress.SILENT, () -> false);
    }

    private static void refused(ImportReport report, Reason.Kind kind, String name) {
        assertEquals(List.of(kind), report.failures().stream().map(f -> f.reason().kind()).toList());
        assertTrue(report.failures().getFirst().reason().sentence().contains(name), report.failures().getFirst().reason().sentence());
        assertEquals(List.of("Soup"), report.recipes().stream().map(found -> found.recipe().name()).toList());
    }

    @Test
    void aNameThatLeadsOutOfItsFolderIsRefused() throws IOException {
        refused(read(new Zip().add("../../evil.paprikarecipe", soup("Evil")).add("a.paprikarecipe", soup("Soup")).bytes()),
                Reason.Kind.ENTRY_OUTSIDE, "../../evil.paprikarecipe");
        refused(read(new Zip().add("C:\\evil", soup("Evil")).add("a", soup("Soup")).bytes()), Reason.Kind.ENTRY_OUTSIDE, "evil");
        assertEquals(List.of("export.paprikarecipes"), Arrays.asList(folder.toFile().list()));
    }

    @Test
    void aLinkIsRefused() throws IOException {
        byte[] target = "/etc/passwd".getBytes(UTF_8);
        refused(read(new Zip().add("link", target, crc(target), 0xA1FF).add("a", soup("Soup")).bytes()), Reason.Kind.ENTRY_LINK, "link");
    }

    @Test
    void tenGigabytesInTenMegabytesAreRefusedBeforeTheyAreUnpacked() throws IOException {
        byte[] zeros = deflated(new InputStream() {
            private long left = 10_000_000_000L / 50;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                if (left <= 0) {
                    return -1;
                }
                int n = (int) Math.min(length, left);
                Arrays.fill(into, from, from + n, (byte) 0);
                left -= n;
                return n;
            }
        });
        // A fiftieth of the bomb is packed; nobody reads far enough to tell it from the whole.
        refused(read(new Zip().packed("bomb", zeros, Integer.MAX_VALUE, 0, 0).add("a", soup("Soup")).bytes()),
                Reason.Kind.ENTRY_TOO_LARGE, "bomb");
        refused(read(new Zip().add("bomb.gz", gzip(new byte[100_000_000])).add("a", soup("Soup")).bytes()),
                Reason.Kind.ENTRY_TOO_LARGE, "bomb.gz");
    }

    @Test
    void aMillionEntriesAreNotAllLookedAt() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] one = new Zip().add("a", soup("Soup")).bytes();
        int end = one.length - 22 - 47;
        all.write(one, 0, end);
        byte[] central = Arrays.copyOfRange(one, end, end + 47);
        int many = 1_000_000;
        for (int i = 0; i < many; i++) {
            all.write(central);
        }
        long place = all.size();
        ByteBuffer tail = ByteBuffer.allocate(56 + 20 + 22).order(ByteOrder.LITTLE_ENDIAN);
        tail.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45).putInt(0).putInt(0);
        tail.putLong(many).putLong(many).putLong(47L * many).putLong(end);
        tail.putInt(0x07064b50).putInt(0).putLong(place).putInt(1);
        tail.putInt(0x06054b50).putInt(0).putShort((short) -1).putShort((short) -1).putInt(-1).putInt(-1).putShort((short) 0);
        all.write(tail.array());
        ImportReport report = read(all.toByteArray());
        assertEquals(1, report.recipes().size());
        assertEquals(Reason.Kind.TOO_MANY_ENTRIES, report.failures().getLast().reason().kind());
        assertTrue(report.failures().size() <= 200_001);
    }

    @Test
    void archivesInArchivesEndSomewhere() throws IOException {
        byte[] inner = new Zip().add("deep", soup("Deep")).bytes();
        for (int i = 0; i < 3; i++) {
            inner = new Zip().add("inner.zip", inner).bytes();
        }
        refused(read(new Zip().add("nest.zip", inner).add("a", soup("Soup")).bytes()), Reason.Kind.PACKED_TWICE, "inner.zip");
        assertEquals(2, read(new Zip().add("one.zip", new Zip().add("b", soup("Deep")).bytes()).add("a", soup("Soup")).bytes()).recipes().size());
    }

    @Test
    void ofTwoOfOneNameTheFirstIsRead() throws IOException {
        refused(read(new Zip().add("a", soup("Soup")).add("a", soup("Evil")).bytes()), Reason.Kind.ENTRY_TWICE, "a");
    }

    @Test
    void aWrongSumIsRefused() throws IOException {
        refused(read(new Zip().add("bad", soup("Bad"), 12345, 0).add("a", soup("Soup")).bytes()), Reason.Kind.ENTRY_DAMAGED, "bad");
    }

    @Test
    void gzipInGzipIsRefused() throws IOException {
        refused(read(new Zip().add("twice", gzip(soup("Twice"))).add("a", soup("Soup")).bytes()), Reason.Kind.PACKED_TWICE, "twice");
    }

    @Test
    void anArchiveWithoutItsEndGivesWhatIsLeft() throws IOException {
        byte[] whole = new Zip().add("a", soup("Soup")).add("b", soup("Bread")).bytes();
        ImportReport report = read(Arrays.copyOf(whole, 46 + soup("Soup").length + 60));
        assertEquals(
                List.of(Reason.Kind.ARCHIVE_CUT_OFF, Reason.Kind.ENTRY_DAMAGED),
                report.failures().stream().map(f -> f.reason().kind()).toList());
        assertEquals(List.of("Soup"), report.recipes().stream().map(found -> found.recipe().name()).toList());
    }

    @Test
    void picturesThatAreNoneAreLeftOutByName() throws IOException {
        List<String> data = new ArrayList<>();
        data.add("PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+PC9zdmc+PHN2Zz48L3N2Zz4=");
        data.add("PGh0bWw+PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0PjwvaHRtbD4=");
        data.add("!!!! no base64");
        for (String photo : data) {
            byte[] recipe = gzip(SOUP.replace("}", ",\"photo_data\":\"" + photo + "\"}").getBytes(UTF_8));
            ImportedRecipe found = read(new Zip().add("a", recipe).bytes()).recipes().getFirst();
            assertEquals(0, found.photos());
            assertTrue(found.problems().stream().anyMatch(p -> p.kind() == Problem.Kind.PHOTO_REFUSED), photo);
        }
    }
}

package app.larder.exchange.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * One entry of a ZIP archive.
 *
 * @param name as it stands there; a label, never a path
 * @param method 0 stored, 8 deflated
 * @param crc CRC-32 of the unpacked bytes
 * @param packed bytes in the archive
 * @param place where its local header begins
 */
record ZipEntryAt(String name, int method, int crc, long packed, long place) {


    private static final int PIECE = 64 * 1024;

    byte[] start(Source archive, int most) throws Unreadable {
        try (InputStream in = open(archive)) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    byte[] bytes(Source archive, BooleanSupplier cancelled) throws Unreadable {
        try (InputStream in = open(archive)) {
            byte[] all = Unpacking.all(in, name, Unpacking.most(packed), cancelled);
            CRC32 sum = new CRC32();
            sum.update(all);
            if ((int) sum.getValue() != crc) {
                throw new Unreadable(Reason.Kind.ENTRY_DAMAGED, name);
            }
            return all;
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private Unreadable damaged(IOException why) {
        return new Unreadable(Reason.Kind.ENTRY_DAMAGED, name).from(why);
    }

    private InputStream open(Source archive) throws IOException {
        InputStream in = archive.from(place);
        byte[] head = in.readNBytes(LittleEndian.LOCAL_HEADER);
        if (head.length < LittleEndian.LOCAL_HEADER || LittleEndian.four(head, 0) != LittleEndian.LOCAL) {
            in.close();
            throw new ZipException("no entry here");
        }
        in.skipNBytes(LittleEndian.two(head, 26) + LittleEndian.two(head, 28));
        InputStream own = new Limited(in, packed);
        if (method == 0) {
            return own;
        }
        Inflater inflater = new Inflater(true);
        return new InflaterInputStream(own, inflater, PIECE) {
            @Override
            public void close() throws IOException {
                super.close();
                inflater.end();
            }
        };
    }

    /** So many bytes of a stream and then its end. */
    private static final class Limited extends InputStream {

        private final InputStream in;
        private long left;

        Limited(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left > 0) {
                int n = in.read(into, from, (int) Math.min(length, left));
                left -= Math.max(n, 0);
                return n;
            }
            return -1;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}

package app.larder.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** The photos at the end of a backup. Damage there costs those photos that it hits, never a row. */
final class PhotoEntries {

    private PhotoEntries() {}

    /**
     * Hands out those that are whole, one at a time, and reads to the very end, so that a file that lacks some is noticed.
     *
     * @param zip behind the last row
     * @param content what is below the zip
     * @return the SHA-256 of those that are missing or not what they were
     * @throws IOException if something else than a photo is wrong
     */
    static Set<String> read(
            ZipInputStream zip, InputStream content, List<Manifest.Photo> expected, BiConsumer<String, byte[]> photo)
            throws IOException {
        Set<String> damaged = new LinkedHashSet<>();
        expected.forEach(one -> damaged.add(one.sha256()));
        try {
            for (Manifest.Photo one : expected) {
                ZipEntry entry = BackupFile.next(zip);
                if (entry == null || !entry.getName().equals(one.name())) {
                    throw new ZipException("a photo is missing or another's");
                }
                byte[] bytes = whole(zip, one);
                if (bytes != null) {
                    damaged.remove(one.sha256());
                    photo.accept(one.sha256(), bytes);
                }
            }
            if (BackupFile.next(zip) != null) {
                throw new ZipException("there is more in it than it says");
            }
            content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            if (damaged.isEmpty()) {
                throw e;
            }
            System.getLogger(PhotoEntries.class.getName())
                    .log(System.Logger.Level.DEBUG, "photos of a backup could not be read", e);
        }
        return damaged;
    }

    private static byte @Nullable [] whole(ZipInputStream zip, Manifest.Photo photo) throws IOException {
        try {
            byte[] bytes = zip.readNBytes(Math.toIntExact(photo.bytes()) + 1);
            String found = HexFormat.of().formatHex(BackupWriter.sha256().digest(bytes));
            return found.equals(photo.sha256()) ? bytes : null;
        } catch (ZipException e) {
            // Its own checksum; the photos behind it may be whole.
            return null;
        }
    }
}

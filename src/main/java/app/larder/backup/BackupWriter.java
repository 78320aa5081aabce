package app.larder.backup;

import app.larder.words.ProgramVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes rows and photos as a backup. They are read twice, so that the manifest can come first and little is in memory. */
final class BackupWriter {

    /** Writes all of a source; the stream stays open. Returns the manifest. */
    Manifest write(BackupSource source, Instant madeAt, OutputStream out) throws IOException {
        List<Manifest.Entry> entries = new ArrayList<>();
        for (String kind : source.kinds()) {
            entries.add(measured(source, kind));
        }
        List<Manifest.Photo> photos = new ArrayList<>();
        source.eachPhoto((sha256, bytes) -> photos.add(new Manifest.Photo(sha256, bytes.length)));
        Manifest manifest = new Manifest(source.schema(), ProgramVersion.current(), madeAt, entries, photos);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        begin(zip, Manifest.NAME, madeAt);
        zip.write(manifest.text().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        for (Manifest.Entry entry : entries) {
            begin(zip, entry.name(), madeAt);
            try {
                source.each(entry.kind(), line -> put(zip, line));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            zip.closeEntry();
        }
        putPhotos(source, manifest, zip);
        zip.finish();
        return manifest;
    }

    private static void putPhotos(BackupSource source, Manifest manifest, ZipOutputStream zip) throws IOException {
        Iterator<Manifest.Photo> expected = manifest.photos().iterator();
        try {
            source.eachPhoto((sha256, bytes) -> {
                if (!expected.hasNext() || !expected.next().equals(new Manifest.Photo(sha256, bytes.length))) {
                    throw new UncheckedIOException(new IOException("a photo came or went meanwhile"));
                }
                put(zip, sha256, bytes, manifest.madeAt());
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (expected.hasNext()) {
            throw new IOException("a photo went meanwhile");
        }
    }

    /** Pictures are packed already; stored as it is, a photo that gets damaged leaves those behind it readable. */
    private static void put(ZipOutputStream zip, String sha256, byte[] bytes, Instant madeAt) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = entry(new Manifest.Photo(sha256, bytes.length).name(), madeAt);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        try {
            zip.putNextEntry(entry);
            zip.write(bytes);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void begin(ZipOutputStream zip, String name, Instant madeAt) throws IOException {
        zip.putNextEntry(entry(name, madeAt));
    }

    private static ZipEntry entry(String name, Instant madeAt) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(madeAt.toEpochMilli());
        return entry;
    }

    private static void put(OutputStream zip, String line) {
        try {
            zip.write(bytes(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Manifest.Entry measured(BackupSource source, String kind) {
        MessageDigest digest = sha256();
        long[] counted = new long[2];
        source.each(kind, line -> {
            byte[] bytes = bytes(line);
            digest.update(bytes);
            counted[0]++;
            counted[1] += bytes.length;
        });
        return new Manifest.Entry(kind, counted[0], counted[1], HexFormat.of().formatHex(digest.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }
}

package app.larder.exchange.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Reads files and finds those in a folder that could hold a recipe. */
public final class FileReading {

    /** Largest file read, in bytes; a saved page with its pictures inside is below this. */
    public static final long LARGEST = 20_000_000;

    private static final int PIECE = 64 * 1024;

    private static final Set<String> KINDS =
            Set.of("html", "htm", "xhtml", "shtml", "json", "jsonld", "txt", "text", "md", "mhtml", "mht", "cook", "csv", "tsv",
            "zip", "paprikarecipes", "paprikarecipe", "gz");

    private FileReading() {}

    /**
     * What a folder holds.
     *
     * @param files those that could hold a recipe, in the order of their names, folder by folder
     * @param failures folders that could not be opened, one sentence each
     * @param skipped how many files of other kinds there are
     */
    public record Found(List<Path> files, List<Failure> failures, int skipped) {}

    /** A path that could not be read, and why. */
    public record Failure(Path path, Reason reason) {}

    /** Something in an archive that is not read, and why. */
    public record Refused(String label, Reason reason) {}

    /**
     * The files under a path: itself, or, of a folder, all below it but hidden ones and a saved page's own parts. Folders
     * that lead back to one above are looked into once.
     *
     * @param cancelled asked at every file; once true, what was found so far is returned
     */
    public static Found find(Path start, BooleanSupplier cancelled) {
        if (!Files.isDirectory(start)) {
            return new Found(List.of(start), List.of(), 0);
        }
        List<Path> files = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        int skipped = 0;
        List<Path> open = new ArrayList<>(List.of(start));
        Set<Path> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Path folder = open.removeLast();
            List<Path> inside;
            try (var listing = Files.list(folder)) {
                if (!seen.add(folder.toRealPath())) {
                    continue;
                }
                inside = listing.takeWhile(path -> !cancelled.getAsBoolean()).sorted().toList();
            } catch (IOException | UncheckedIOException e) {
                failures.add(new Failure(folder, Reason.of(Reason.Kind.FOLDER_CLOSED)));
                continue;
            }
            Set<String> names = new HashSet<>();
            inside.forEach(p -> names.add(name(p)));
            List<Path> folders = new ArrayList<>();
            for (Path path : inside) {
                if (cancelled.getAsBoolean()) {
                    return new Found(files, failures, skipped);
                }
                String name = name(path);
                if (name.startsWith(".") || name.equals("__MACOSX")) {
                    continue;
                }
                if (Files.isDirectory(path)) {
                    if (!Files.isSymbolicLink(path) && !isPartsOfPage(name, names)) {
                        folders.add(path);
                    }
                } else if (KINDS.contains(extension(name))) {
                    files.add(path);
                } else {
                    skipped++;
                }
            }
            Collections.reverse(folders);
            open.addAll(folders);
        }
        return new Found(files, failures, skipped);
    }

    /**
     * Reads a file.
     *
     * @param cancelled asked between pieces; once true, reading stops
     * @throws Unreadable if it can't be read or is no text, with the reason
     */
    public static Content read(Path file, BooleanSupplier cancelled) throws Unreadable {
        String name = name(file);
        byte[] bytes = bytes(file, LARGEST, cancelled);
        return text(bytes, file.toString(), name);
    }

    /**
     * The text in bytes.
     *
     * @param label what a report calls it
     * @param name its name without folders
     * @throws Unreadable if they are no text, with the reason
     */
    public static Content text(byte[] bytes, String label, String name) throws Unreadable {
        if (bytes.length == 0) {
            throw new Unreadable(Reason.Kind.EMPTY, name);
        }
        if (isBinary(bytes)) {
            throw new Unreadable(Reason.Kind.NO_TEXT, name);
        }
        if (Set.of("mhtml", "mht").contains(extension(name))) {
            return Mhtml.read(label, bytes);
        }
        Decoding.Decoded decoded = Decoding.decode(bytes, null);
        return new Content(label, decoded.text(), null, decoded.problems());
    }

    /** What a plain file holds. Opening a pipe would wait for a writer for ever. */
    static byte[] bytes(Path file, long largest, BooleanSupplier cancelled) throws Unreadable {
        String name = name(file);
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new Unreadable(attributes.isDirectory() ? Reason.Kind.FOLDER : Reason.Kind.NO_FILE, name);
            }
            if (attributes.size() > largest) {
                throw tooLarge(name, attributes.size(), largest);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream((int) attributes.size());
            try (InputStream in = Files.newInputStream(file)) {
                byte[] piece = new byte[PIECE];
                for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                    if (cancelled.getAsBoolean()) {
                        throw new Unreadable(Reason.Kind.STOPPED);
                    }
                    out.write(piece, 0, n);
                    if (out.size() > largest) {
                        throw tooLarge(name, out.size(), largest);
                    }
                }
            }
            return out.toByteArray();
        } catch (NoSuchFileException e) {
            throw new Unreadable(Reason.Kind.MISSING, name).from(e);
        } catch (AccessDeniedException e) {
            throw new Unreadable(Reason.Kind.FORBIDDEN, name).from(e);
        } catch (IOException e) {
            throw new Unreadable(Reason.Kind.DISK, name).from(e);
        }
    }

    private static Unreadable tooLarge(String name, long size, long largest) {
        return new Unreadable(Reason.Kind.FILE_TOO_LARGE, name, size / 1_000_000, largest / 1_000_000);
    }

    /** Whether bytes are a picture, an archive or the like: many control characters that no text has. */
    private static boolean isBinary(byte[] bytes) {
        byte[] start = Arrays.copyOf(bytes, Math.min(bytes.length, 4096));
        int mark = start.length < 2 ? 0 : ((start[0] & 0xFF) << 8) | (start[1] & 0xFF);
        if (mark == 0xFFFE || mark == 0xFEFF) {
            return false;
        }
        int controls = 0;
        int zeros = 0;
        for (byte b : start) {
            zeros += b == 0 ? 1 : 0;
            controls += b >= 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b && b != 0 ? 1 : 0;
        }
        return controls > start.length / 50 || (zeros > start.length / 10 && zeros < start.length / 3);
    }

    /** Browsers keep a saved page's pictures and frames in a folder beside it, called after the page. */
    private static boolean isPartsOfPage(String folder, Set<String> siblings) {
        int cut = Math.max(folder.lastIndexOf('_'), folder.lastIndexOf('-'));
        if (cut <= 0) {
            return folder.endsWith(".files");
        }
        String page = folder.substring(0, cut);
        return siblings.contains(page + ".html") || siblings.contains(page + ".htm");
    }

    private static String name(Path path) {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}

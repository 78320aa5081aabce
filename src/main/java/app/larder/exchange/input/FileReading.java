package app.larder.exchange.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads files and finds those in a folder that could hold a recipe. */
public final class FileReading {

    /** Largest file read, in bytes; a saved page with its pictures inside is below this. */
    public static final long LARGEST = 20_000_000;

    private static final Set<String> KINDS =
            Set.of("html", "htm", "xhtml", "shtml", "json", "jsonld", "txt", "text", "md", "mhtml", "mht");

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
    public record Failure(Path path, String sentence) {}

    /** The files under a path: itself, or, of a folder, all below it but hidden ones and a saved page's own parts. */
    public static Found find(Path start) {
        if (!Files.isDirectory(start)) {
            return new Found(List.of(start), List.of(), 0);
        }
        List<Path> files = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        int skipped = 0;
        List<Path> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            Path folder = open.removeLast();
            List<Path> inside;
            try (var listing = Files.list(folder)) {
                inside = listing.sorted().toList();
            } catch (IOException | java.io.UncheckedIOException e) {
                failures.add(new Failure(folder, "The folder can't be opened."));
                continue;
            }
            Set<String> names = new HashSet<>();
            inside.forEach(p -> names.add(name(p)));
            List<Path> folders = new ArrayList<>();
            for (Path path : inside) {
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
     * @throws Unreadable if it can't be read or is no text, with the reason
     */
    public static Content read(Path file) throws Unreadable {
        String name = name(file);
        byte[] bytes;
        try {
            if (Files.isDirectory(file)) {
                throw new Unreadable(name + " is a folder.");
            }
            if (Files.size(file) > LARGEST) {
                throw tooLarge(name, Files.size(file));
            }
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes((int) LARGEST + 1);
            }
        } catch (NoSuchFileException e) {
            throw new Unreadable("There is no file " + name + ".", e);
        } catch (AccessDeniedException e) {
            throw new Unreadable("This computer does not let you read " + name + ".", e);
        } catch (IOException e) {
            throw new Unreadable(name + " can't be read from its disk.", e);
        }
        if (bytes.length > LARGEST) {
            throw tooLarge(name, bytes.length);
        }
        if (bytes.length == 0) {
            throw new Unreadable(name + " is empty.");
        }
        if (isBinary(bytes)) {
            throw new Unreadable(name + " is not a text or a page.");
        }
        if (Set.of("mhtml", "mht").contains(extension(name))) {
            return Mhtml.read(file.toString(), bytes);
        }
        Decoding.Decoded decoded = Decoding.decode(bytes, null);
        return new Content(file.toString(), decoded.text(), null, decoded.problems());
    }

    private static Unreadable tooLarge(String name, long size) {
        return new Unreadable(name + " is too large to be a recipe (" + size / 1_000_000 + " MB; up to "
                + LARGEST / 1_000_000 + " MB is read).");
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

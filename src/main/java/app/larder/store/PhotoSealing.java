package app.larder.store;

import app.larder.account.Seal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Brings photos under a seal or from under it, one whole file after the other; can be cut off anywhere and begun again. Of
 * a readable file that was replaced the content is overwritten, as {@link CipherChange} does it.
 */
final class PhotoSealing {

    /** The second name of a readable file until it is overwritten. */
    private static final String READABLE = ".readable" + PhotoFiles.FRESH;

    private PhotoSealing() {}

    /** {@code now}: what the files are under, some of them perhaps not; {@code then}: what they shall be under. */
    static void change(Path folder, Seal now, Seal then) throws IOException {
        for (Path place : List.of(folder, folder.resolve(PhotoFiles.SMALL))) {
            for (Path file : PhotoFiles.all(place)) {
                String name = file.getFileName().toString();
                if (name.endsWith(PhotoFiles.FRESH)) {
                    clear(file, name.endsWith(READABLE)
                            && !hidden(file.resolveSibling(name.substring(0, name.length() - READABLE.length()))));
                } else if (hidden(file) != then.hides()) {
                    rewrite(file, now, then);
                }
            }
        }
    }

    private static void rewrite(Path file, Seal now, Seal then) throws IOException {
        byte[] content = now.open(Files.readAllBytes(file));
        Path old = file.resolveSibling(file.getFileName() + READABLE);
        if (then.hides()) {
            try {
                Files.createLink(old, file);
            } catch (UnsupportedOperationException e) {
                // This disk knows no second names: the old file is only replaced.
                Files.deleteIfExists(old);
            }
        }
        new PhotoFiles(place(file), then).write(file.getFileName().toString(), content);
        if (Files.exists(old)) {
            clear(old, false);
        }
    }

    private static Path place(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    /** {@code shared}: it is but another name of a file that is still in use. */
    private static void clear(Path file, boolean shared) throws IOException {
        if (!shared && !hidden(file)) {
            CipherChange.overwrite(file);
        }
        Files.delete(file);
    }

    private static boolean hidden(Path file) throws IOException {
        if (!Files.exists(file)) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Seal.hidden(in.readNBytes(64));
        }
    }
}

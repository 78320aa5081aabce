package app.larder.logs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The log of a data folder: {@code logs/larder-0.log}, the newest, to {@code larder-4.log}, a megabyte each at most, in a folder
 * that only its owner may enter. Until it is closed, everything logged goes there.
 */
public final class LogFiles implements AutoCloseable {

    private static final int BYTES = 1_000_000;
    private static final int FILES = 5;

    private final Logger root;
    private final FileHandler handler;

    private LogFiles(Logger root, FileHandler handler) {
        this.root = root;
        this.handler = handler;
    }

    /** Where the log of the data in a folder is. */
    public static Path folder(Path home) {
        return home.resolve("logs");
    }

    /**
     * Begins to write, after what is there already.
     *
     * @param codes what can be said of a failure without its message, like an SQL state; empty if nothing
     * @return empty if that is not possible, as on a full disk: then nothing is written down
     */
    public static Optional<LogFiles> begin(Path home, Function<Throwable, String> codes) {
        try {
            Path folder = folder(home);
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(home);
                Files.createDirectory(folder, ownerOnly());
            }
            // In a pattern a percent sign stands for something, in a path for itself.
            String pattern = folder.toAbsolutePath().toString().replace("%", "%%") + "/larder-%g.log";
            FileHandler handler = new FileHandler(pattern, BYTES, FILES, true);
            handler.setEncoding(StandardCharsets.UTF_8.name());
            handler.setLevel(Level.INFO);
            handler.setFormatter(new LogFormat(codes));
            handler.setErrorManager(new Silent());
            Logger root = Logger.getLogger("");
            root.addHandler(handler);
            return Optional.of(new LogFiles(root, handler));
        } catch (IOException | RuntimeException e) {
            System.getLogger(LogFiles.class.getName()).log(System.Logger.Level.WARNING, "nothing is written down", e);
            return Optional.empty();
        }
    }

    /** A log that can't be written any more is no reason to say so on standard error again and again. */
    private static final class Silent extends ErrorManager {
        @Override
        public void error(String message, Exception failure, int code) {}
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))}
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() {
        root.removeHandler(handler);
        handler.close();
    }
}

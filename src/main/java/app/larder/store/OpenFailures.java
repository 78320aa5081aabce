package app.larder.store;

import app.larder.store.LarderOpenException.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/** What went wrong at opening, in a sentence for the person who can cure it. */
final class OpenFailures {

    private OpenFailures() {}

    static LarderOpenException busy(@Nullable Throwable cause) {
        return with(Kind.BUSY, "This larder is already open in another Larder window or command.", cause);
    }

    static LarderOpenException newer() {
        return with(
                Kind.NEWER,
                "This larder was last opened by a newer Larder: please update Larder on this computer.",
                null);
    }

    static LarderOpenException locked() {
        return with(Kind.OTHER, "This larder is protected by a password, and was opened without it.", null);
    }

    static LarderOpenException readOnly(Path folder) {
        return with(Kind.READ_ONLY, "Larder may not write in its folder " + folder + ".", null);
    }

    static LarderOpenException fileReadOnly(Path file) {
        return with(
                Kind.READ_ONLY,
                "The larder's file " + file + " is write-protected: allow writing to it, or Larder can keep nothing.",
                null);
    }

    static LarderOpenException damaged(Path folder, @Nullable Throwable cause) {
        return with(
                Kind.DAMAGED,
                "The larder's file in " + folder + " is damaged and was left as it is: put a backup in its place, or"
                        + " move it away to start anew.",
                cause);
    }

    /** What a failed opening of a local file means. */
    static LarderOpenException of(Throwable failure, Path folder) {
        for (Throwable t : causes(failure)) {
            if (t instanceof LarderOpenException known) {
                return known;
            }
            if (t instanceof SQLException sql) {
                switch (sql.getErrorCode()) {
                    case ErrorCode.DATABASE_ALREADY_OPEN_1 -> {
                        return busy(failure);
                    }
                    case ErrorCode.DATABASE_IS_READ_ONLY -> {
                        return readOnly(folder);
                    }
                    default -> {
                        // The cause below says more.
                    }
                }
            }
            if (isDiskFull(t)) {
                return with(Kind.DISK_FULL, "No room is left on the disk that holds " + folder + ".", failure);
            }
            if (t instanceof AccessDeniedException
                    || t instanceof ReadOnlyFileSystemException
                    || (t instanceof IOException io && mentions(io, "read-only file system", "permission denied"))) {
                return readOnly(folder);
            }
            if (t instanceof FileAlreadyExistsException) {
                return with(Kind.OTHER, "A file stands where Larder's folder " + folder + " belongs.", failure);
            }
            if (t.getClass().getName().equals("org.h2.mvstore.MVStoreException")
                    && mentions(t, "larger than the supported format")) {
                return newer();
            }
        }
        return sqlKind(failure, folder);
    }

    private static LarderOpenException sqlKind(Throwable failure, Path folder) {
        for (Throwable t : causes(failure)) {
            if (t instanceof SQLException sql) {
                int code = sql.getErrorCode();
                if (code == ErrorCode.FILE_CORRUPTED_1
                        || code == ErrorCode.FILE_VERSION_ERROR_1
                        || code == ErrorCode.FILE_ENCRYPTION_ERROR_1
                        || code == ErrorCode.GENERAL_ERROR_1) {
                    return damaged(folder, failure);
                }
            }
        }
        return with(Kind.OTHER, "The larder in " + folder + " could not be opened.", failure);
    }

    /** A failure and what caused it, outermost first. */
    static List<Throwable> causes(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, Objects::nonNull, t -> t == null ? null : t.getCause())
                .limit(20)
                .map(Objects::requireNonNull)
                .toList();
    }

    static boolean isDiskFull(Throwable t) {
        return mentions(
                t, "no space left on device", "not enough space on the disk", "disk quota exceeded", "file too large");
    }

    private static boolean mentions(Throwable t, String... parts) {
        String message = t.getMessage() == null ? "" : t.getMessage().toLowerCase(Locale.ROOT);
        for (String part : parts) {
            if (message.contains(part)) {
                return true;
            }
        }
        return false;
    }

    private static LarderOpenException with(Kind kind, String sentence, @Nullable Throwable cause) {
        return cause == null
                ? new LarderOpenException(kind, sentence)
                : new LarderOpenException(kind, sentence, cause);
    }
}

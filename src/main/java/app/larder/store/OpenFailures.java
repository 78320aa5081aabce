package app.larder.store;

import app.larder.store.LarderOpenException.Kind;
import app.larder.words.Sentence;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/** What went wrong at opening, in a sentence for the person who can cure it. */
final class OpenFailures {

    private OpenFailures() {}

    static LarderOpenException busy(@Nullable Throwable cause) {
        return with(Kind.BUSY, Sentence.of("open.busy"), cause);
    }

    static LarderOpenException newer() {
        return with(Kind.NEWER, Sentence.of("open.newer"), null);
    }

    static LarderOpenException locked() {
        return with(Kind.OTHER, Sentence.of("open.locked"), null);
    }

    /** As on network shares whose server does not lock. */
    static LarderOpenException noLocks(Path folder, IOException cause) {
        return with(Kind.OTHER, about("open.no-locks", folder), cause);
    }

    static LarderOpenException semicolon(Path folder) {
        return with(Kind.OTHER, about("open.semicolon", folder), null);
    }

    static LarderOpenException readOnly(Path folder) {
        return with(Kind.READ_ONLY, about("open.folder-read-only", folder), null);
    }

    static LarderOpenException fileReadOnly(Path file) {
        return with(Kind.READ_ONLY, about("open.file-read-only", file), null);
    }

    static LarderOpenException damaged(Path folder, @Nullable Throwable cause) {
        return with(Kind.DAMAGED, about("open.damaged", folder), cause);
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
                return with(Kind.DISK_FULL, about("open.disk-full", folder), failure);
            }
            if (t instanceof AccessDeniedException
                    || t instanceof ReadOnlyFileSystemException
                    || (t instanceof IOException io && mentions(io, "read-only file system", "permission denied"))) {
                return readOnly(folder);
            }
            if (t instanceof FileAlreadyExistsException) {
                return with(Kind.OTHER, about("open.file-in-the-way", folder), failure);
            }
            if (t instanceof IllegalArgumentException && mentions(t, "timenanos out of range")) {
                // H2 knows no time before 1970; the file is as whole as ever.
                return with(Kind.OTHER, Sentence.of("open.clock"), failure);
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
        return with(Kind.OTHER, about("open.other", folder), failure);
    }

    /** A failure and what caused it, outermost first; what a failed batch says comes behind its {@code next}. */
    static List<Throwable> causes(Throwable failure) {
        List<Throwable> found = new ArrayList<>();
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty() && found.size() < 20) {
            Throwable t = open.removeFirst();
            found.add(t);
            if (t instanceof SQLException sql && sql.getNextException() != null) {
                open.addFirst(sql.getNextException());
            }
            if (t.getCause() != null) {
                open.addFirst(t.getCause());
            }
        }
        return found;
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

    private static Sentence about(String key, Path place) {
        return Sentence.of(key, place.toString());
    }

    private static LarderOpenException with(Kind kind, Sentence sentence, @Nullable Throwable cause) {
        return new LarderOpenException(kind, sentence, cause);
    }
}

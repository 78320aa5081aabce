package app.larder.backup;

import app.larder.words.Said;
import app.larder.words.Sentence;
import org.jspecify.annotations.Nullable;

/** A backup that can't be made, read or restored. Nothing was changed; the message is one plain sentence. */
public final class BackupProblem extends RuntimeException implements Said {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Kind {
        /** It is not one of Larder's backups. */
        NO_BACKUP,
        /** It is cut off or was changed since it was made. */
        DAMAGED,
        /** A newer Larder made it. */
        NEWER,
        /** It claims to hold far more than a file of its size can. */
        TOO_LARGE,
        /** It is protected by a password, and none was given. */
        LOCKED,
        /** That is not its password. */
        WRONG_PASSWORD,
        /** The file can't be read. */
        UNREADABLE,
        /** The backup can't be written. */
        UNWRITTEN,
        /** What was written could not be read back. */
        UNVERIFIED,
        /** The person works in the family's database itself: there is nothing here. */
        ELSEWHERE
    }

    private final Kind kind;
    private final transient Sentence sentence;

    private BackupProblem(Kind kind, Sentence sentence, @Nullable Throwable cause) {
        super(sentence.english(), cause);
        this.kind = kind;
        this.sentence = sentence;
    }

    /**
     * A problem with a file.
     *
     * @param place which file or folder
     */
    public static BackupProblem of(Kind kind, Object place, @Nullable Throwable cause) {
        return new BackupProblem(kind, Sentence.of("backup.problem." + kind, place.toString()), cause);
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }

    @Override
    public Sentence sentence() {
        return sentence;
    }
}

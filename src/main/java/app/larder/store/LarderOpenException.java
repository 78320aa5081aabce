package app.larder.store;

import app.larder.words.Said;
import app.larder.words.Sentence;
import org.jspecify.annotations.Nullable;

/** A larder that can't be opened. The message is one plain sentence for the person who can do something about it. */
public final class LarderOpenException extends RuntimeException implements Said {

    private static final long serialVersionUID = 1L;

    /** What stands in the way. */
    public enum Kind {
        /** Another window or command has it open. */
        BUSY,
        /** A newer Larder has changed it in a way this one doesn't know. */
        NEWER,
        /** The folder or the file can't be written. */
        READ_ONLY,
        /** No room is left on the disk. */
        DISK_FULL,
        /** The file is not whole; it was left as it is. */
        DAMAGED,
        /** The server can't be reached or does not let this program in. */
        UNREACHABLE,
        /** Anything else; the cause says what. */
        OTHER
    }

    private final Kind kind;
    private final transient Sentence sentence;

    LarderOpenException(Kind kind, Sentence sentence, @Nullable Throwable cause) {
        super(sentence.english(), cause);
        this.kind = kind;
        this.sentence = sentence;
    }

    /** What stands in the way. */
    public Kind kind() {
        return kind;
    }

    @Override
    public Sentence sentence() {
        return sentence;
    }
}

package app.larder.store;

/** A larder that can't be opened. The message is one plain sentence for the person who can do something about it. */
public final class LarderOpenException extends RuntimeException {

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

    LarderOpenException(Kind kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    LarderOpenException(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    /** What stands in the way. */
    public Kind kind() {
        return kind;
    }
}

package app.larder.sync;

/** No answer came from the server. */
public final class ServerTroubleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What kind of trouble, and what it came from, which never names a secret. */
    public ServerTroubleException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** What can be done about it. */
    public enum Kind {
        /** Out of reach, busy, cut off: the same again later. */
        AGAIN,
        /** The login or its password was refused: people must help. */
        REFUSED,
        /** The server's schema is older than this program, or not Larder's. */
        SCHEMA,
        /** Nobody knows: perhaps something in the batch. */
        UNKNOWN
    }
}

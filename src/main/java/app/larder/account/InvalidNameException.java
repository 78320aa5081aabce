package app.larder.account;

/** A name nobody can have on this computer; the reason says why not. */
public final class InvalidNameException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Reason {
        EMPTY,
        TOO_LONG,
        /** It has characters that can't be seen. */
        UNUSABLE,
        /** Somebody here has it already. */
        TAKEN
    }

    private final Reason reason;

    InvalidNameException(Reason reason) {
        super("A name of one to " + People.LONGEST_NAME + " visible characters that nobody else here has is needed.");
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

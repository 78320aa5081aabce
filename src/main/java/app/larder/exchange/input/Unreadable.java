package app.larder.exchange.input;

import org.jspecify.annotations.Nullable;

/** Something that can't be read in, with the reason to tell the person who asked. */
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Reason reason;

    Unreadable(Reason.Kind kind, Object... facts) {
        this(Reason.of(kind, facts), null);
    }

    /** Something that can't be read, for that reason. */
    public static Unreadable because(Reason.Kind kind, Object... facts) {
        return new Unreadable(kind, facts);
    }

    private Unreadable(Reason reason, @Nullable Throwable cause) {
        super(reason.sentence(), cause);
        this.reason = reason;
    }

    /** The same with what it came of, for the log. */
    Unreadable from(Throwable cause) {
        return new Unreadable(reason, cause);
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}

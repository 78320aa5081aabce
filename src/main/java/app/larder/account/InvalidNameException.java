package app.larder.account;

import app.larder.words.Said;
import app.larder.words.Sentence;
import java.util.Locale;

/** A name nobody can have on this computer; the reason says why not. */
public final class InvalidNameException extends RuntimeException implements Said {

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
        super(sentence(reason).english());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    @Override
    public Sentence sentence() {
        return sentence(reason);
    }

    private static Sentence sentence(Reason reason) {
        String key = "account.name." + reason.name().toLowerCase(Locale.ROOT);
        return reason == Reason.TOO_LONG ? Sentence.of(key, People.LONGEST_NAME) : Sentence.of(key);
    }
}

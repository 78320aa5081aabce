package app.larder.account;

import app.larder.words.Said;
import app.larder.words.Sentence;
import java.util.Locale;

/** A database does not make that account. The message is a sentence in English; the reason says it to programs. */
public final class AccountRefusedException extends RuntimeException implements Said {

    private static final long serialVersionUID = 1L;

    /** What stands in the way. */
    public enum Reason {
        /** Somebody else has the name. */
        NAME_TAKEN,
        /** Empty, too long, or with characters that can't be seen. */
        NAME_UNUSABLE,
        /** The invitation is unknown, used or too old. */
        INVITATION
    }

    private final Reason reason;

    /** Says why not. */
    public AccountRefusedException(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    /** What stands in the way. */
    public Reason reason() {
        return reason;
    }

    @Override
    public Sentence sentence() {
        return Sentence.of("account.refused." + reason.name().toLowerCase(Locale.ROOT));
    }
}

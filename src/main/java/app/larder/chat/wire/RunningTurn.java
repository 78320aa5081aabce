package app.larder.chat.wire;

/** A turn that was started. */
@FunctionalInterface
public interface RunningTurn {

    /**
     * Ends the turn, which then fails with {@link FailureKind#CANCELLED} and the text so far. Legal at any moment, also
     * before the first token, again, and after the end, when nothing happens. Returns at once.
     */
    void cancel();
}

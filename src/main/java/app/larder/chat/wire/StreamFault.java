package app.larder.chat.wire;

/** A stream that cannot be read on, or a question that cannot be asked. */
final class StreamFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    StreamFault(Failure failure) {
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}

package app.larder.chat.wire;

/** What kept a turn from its end. */
public enum FailureKind {
    /** Somebody pressed Stop. */
    CANCELLED,
    /** Nothing answers at the address, or there is no such address. */
    UNREACHABLE,
    /** The server took the question and said nothing at all in time. */
    FIRST_BYTE_TIMEOUT,
    /** The answer began and then fell silent. */
    STALLED,
    /** The key was refused. */
    AUTH,
    /** The account has no credit. */
    NO_CREDIT,
    /** Too many questions in a short time. */
    RATE_LIMIT,
    /** The server has no model of that name, or nothing at that path. */
    MODEL_NOT_FOUND,
    /** The conversation is longer than the model can read. */
    CONTEXT_TOO_LONG,
    /** The model can't call tools; without them it may answer. */
    NO_TOOLS,
    /** The server did not understand the question. */
    BAD_REQUEST,
    /** Something is wrong at the server, or it has too much to do. */
    SERVER,
    /** What answered is no model: a web page, for instance. */
    NOT_AN_AI_SERVER,
    /** The connection ended in the middle of the answer. */
    TRUNCATED,
    /** What came makes no sense. */
    PROTOCOL,
    /** The server reported a failure in the middle of the answer. */
    IN_STREAM
}

package app.larder.chat.wire;

/** Why a model ended its answer. */
public enum End {
    /** It had finished. */
    STOP,
    /** The limit of tokens was reached. */
    LENGTH,
    /** It waits for what tools say. */
    TOOL_CALLS,
    /** Its provider held the rest back. */
    FILTERED
}

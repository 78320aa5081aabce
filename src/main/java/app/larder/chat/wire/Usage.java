package app.larder.chat.wire;

import org.jspecify.annotations.Nullable;

/**
 * What a model counted in one turn.
 *
 * @param promptTokens what it read; null if it did not say
 * @param answerTokens what it wrote; null if it did not say
 */
public record Usage(@Nullable Integer promptTokens, @Nullable Integer answerTokens) {

    /** Nothing was counted. */
    public static final Usage UNKNOWN = new Usage(null, null);

    /** This with what another says of the same turn; later figures replace earlier ones. */
    Usage with(Usage later) {
        return new Usage(
                later.promptTokens == null ? promptTokens : later.promptTokens,
                later.answerTokens == null ? answerTokens : later.answerTokens);
    }
}

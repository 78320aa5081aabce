package app.larder.chat;

import org.jspecify.annotations.Nullable;

/**
 * How long an answer took, and how much it was.
 *
 * @param firstTextMillis from the question to the first text; null if unknown
 * @param millis from the question to the end; null if unknown
 * @param promptTokens what the model read in its last round; null if it did not say
 * @param answerTokens what it wrote in all rounds; null if it did not say
 */
public record Timings(
        @Nullable Long firstTextMillis,
        @Nullable Long millis,
        @Nullable Integer promptTokens,
        @Nullable Integer answerTokens) {

    /** Nothing is known. */
    public static final Timings NONE = new Timings(null, null, null, null);
}

package app.larder.chat;

import org.jspecify.annotations.Nullable;

/**
 * How an answer came to its end.
 *
 * @param answer the answer as stored; null if there is none, and the question is not answered
 * @param problem what went wrong; null if nothing did, or if the person pressed Stop
 */
public record Ended(@Nullable ChatMessage answer, @Nullable TurnProblem problem) {}

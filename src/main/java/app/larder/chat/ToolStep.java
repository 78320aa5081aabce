package app.larder.chat;

import org.jspecify.annotations.Nullable;

/**
 * Something that was looked up for an answer.
 *
 * @param tool the tool's name, one of {@link KitchenTools#NAMES}, or what the model made up
 * @param arguments what it was asked, as JSON, cleaned and cut
 * @param found how many things it found; null where there is nothing to count, or if it failed
 * @param failed whether it could not answer
 */
public record ToolStep(String tool, String arguments, @Nullable Integer found, boolean failed) {}

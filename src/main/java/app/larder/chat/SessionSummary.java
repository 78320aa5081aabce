package app.larder.chat;

import app.larder.recipes.Highlighted;
import org.jspecify.annotations.Nullable;

/**
 * What the list shows of a conversation.
 *
 * @param session the conversation
 * @param messages how many messages it has
 * @param match a piece of the newest message a search found, with the places found; null if nothing was searched, or if
 *     only the title matched
 */
public record SessionSummary(ChatSession session, int messages, @Nullable Highlighted match) {}

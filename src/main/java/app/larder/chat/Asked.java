package app.larder.chat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an answer is an answer to.
 *
 * @param session the conversation
 * @param question the person's message, stored
 * @param history the messages before it, as they are shown
 * @param answerId the id the answer will have
 * @param replaces the answer it stands in for; null for none
 * @param begun what that answer said, if this one goes on where it broke off; else empty
 */
record Asked(
        ChatSession session,
        ChatMessage question,
        List<ChatMessage> history,
        UUID answerId,
        @Nullable UUID replaces,
        String begun) {

    Asked {
        history = List.copyOf(history);
    }
}

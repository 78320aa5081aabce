package app.larder.chat;

import java.time.Instant;
import java.util.UUID;

/**
 * One message: a row of {@code chat_messages} with Larder's own {@code message_details} beside it.
 *
 * @param id UUIDv7 made by the client
 * @param sessionId its conversation
 * @param role who speaks
 * @param content the text, Markdown in answers; never changed once stored
 * @param createdAt UTC, to the microsecond; later than every message before it in its conversation
 * @param details what the mission's table has no column for
 */
public record ChatMessage(UUID id, UUID sessionId, Role role, String content, Instant createdAt, MessageDetails details) {

    /** Who speaks. */
    public enum Role {
        USER,
        ASSISTANT
    }

    /** Whether it is an answer. */
    public boolean isAnswer() {
        return role == Role.ASSISTANT;
    }

    public ChatMessage withDetails(MessageDetails newDetails) {
        return new ChatMessage(id, sessionId, role, content, createdAt, newDetails);
    }
}

package app.larder.chat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation: a row of {@code chat_sessions}. Whose it is follows from the larder it is read from.
 *
 * @param id UUIDv7 made by the client
 * @param title what it is about; null if nobody has said
 * @param createdAt when it began, UTC, to the microsecond
 * @param updatedAt when its last message came, UTC, to the microsecond
 */
public record ChatSession(UUID id, @Nullable String title, Instant createdAt, Instant updatedAt) {

    public ChatSession withTitle(@Nullable String newTitle) {
        return new ChatSession(id, newTitle, createdAt, updatedAt);
    }
}

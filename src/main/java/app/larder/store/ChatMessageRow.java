package app.larder.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of {@code public.chat_messages}. It does not say whose it is: every query reaches it through a session of the
 * person's own.
 */
@Entity
@Table(schema = "public", name = "chat_messages")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ChatMessageRow {

    static final String USER = "user";
    static final String ASSISTANT = "assistant";

    @Id
    UUID id;

    @Column(name = "session_id")
    UUID sessionId;

    String role;

    String content;

    @Column(name = "created_at")
    Instant createdAt;
}

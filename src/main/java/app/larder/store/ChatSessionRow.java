package app.larder.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A row of {@code public.chat_sessions}. */
@Entity
@Table(schema = "public", name = "chat_sessions")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ChatSessionRow {

    @Id
    UUID id;

    @TenantId
    @Column(name = "user_id")
    UUID userId;

    @Nullable String title;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;
}

package app.larder.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** A row of {@code larder.message_drafts}: an answer while it is written. */
@Entity
@Table(schema = "larder", name = "message_drafts")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class MessageDraftRow {

    @Id
    @Column(name = "message_id")
    UUID messageId;

    @TenantId
    @Column(name = "user_id")
    UUID userId;

    @Column(name = "session_id")
    UUID sessionId;

    String content;

    @Nullable String model;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Nullable Map<String, Object> extra;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "updated_at")
    Instant updatedAt;
}

package app.larder.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** A row of {@code larder.message_details}: what {@code public.chat_messages} has no column for. */
@Entity
@Table(schema = "larder", name = "message_details")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class MessageDetailsRow {

    @Id
    @Column(name = "message_id")
    UUID messageId;

    @TenantId
    @Column(name = "user_id")
    UUID userId;

    String status;

    @Nullable String model;

    @Nullable UUID replaces;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Nullable Map<String, Object> extra;
}

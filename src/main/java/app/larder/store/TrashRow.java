package app.larder.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

/** A row of {@code larder.trash}: the image of a deleted row. */
@Entity
@Table(schema = "larder", name = "trash")
@IdClass(TrashRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class TrashRow {

    static final String RECIPE = "recipe";
    static final String HOUSEHOLD_INGREDIENT = "household_ingredient";
    static final String CHAT_SESSION = "chat_session";

    @Id
    @Column(name = "row_id")
    UUID rowId;

    @Id
    String entity;

    @TenantId
    @Column(name = "user_id")
    UUID userId;

    String name;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> image;

    @Column(name = "deleted_at")
    Instant deletedAt;

    /** The primary key. */
    record Key(UUID rowId, String entity) implements Serializable {}
}

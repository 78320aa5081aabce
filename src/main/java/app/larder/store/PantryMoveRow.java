package app.larder.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A row of {@code larder.pantry_moves}. */
@Entity
@Table(schema = "larder", name = "pantry_moves")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class PantryMoveRow {

    @Id
    UUID id;

    @TenantId
    @Column(name = "user_id")
    UUID userId;

    @Column(name = "item_id")
    UUID itemId;

    String delta;

    @Nullable String unit;

    Instant at;
}

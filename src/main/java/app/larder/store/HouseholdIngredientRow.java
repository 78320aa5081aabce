package app.larder.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A row of {@code public.household_ingredients}. */
@Entity
@Table(schema = "public", name = "household_ingredients")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class HouseholdIngredientRow {

    @Id
    UUID id;

    @TenantId
    @Column(name = "user_id")
    UUID userId;

    String name;

    @Nullable String quantity;

    @Nullable String unit;

    @Nullable String category;

    @Column(name = "added_at")
    Instant addedAt;
}

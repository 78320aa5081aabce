package app.larder.store;

import app.larder.recipes.Ingredient;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** A row of {@code public.recipes}. */
@Entity
@Table(schema = "public", name = "recipes")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class RecipeRow {

    @Id
    UUID id;

    @TenantId
    @Column(name = "user_id")
    UUID userId;

    String name;

    @Nullable String description;

    /** Null only where another program stored JSON's own null. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Nullable List<Ingredient> ingredients;

    @Column(name = "prep_time_minutes")
    @Nullable Integer prepTimeMinutes;

    @Nullable String instructions;

    @Nullable String source;

    @Column(name = "created_at")
    Instant createdAt;
}

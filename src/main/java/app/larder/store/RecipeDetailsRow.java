package app.larder.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** A row of {@code larder.recipe_details}: what {@code public.recipes} has no column for. */
@Entity
@Table(schema = "larder", name = "recipe_details")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class RecipeDetailsRow {

    @Id
    @Column(name = "recipe_id")
    UUID recipeId;

    @TenantId
    @Column(name = "user_id")
    UUID userId;

    @Nullable Integer servings;

    @Column(name = "yield_text")
    @Nullable String yield;

    @Column(name = "cook_time_minutes")
    @Nullable Integer cookTimeMinutes;

    @Column(name = "total_time_minutes")
    @Nullable Integer totalTimeMinutes;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Nullable List<String> tags;

    @Nullable String notes;

    @Column(name = "import_batch")
    @Nullable UUID importBatch;

    @Nullable Integer rating;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable String origin;
}

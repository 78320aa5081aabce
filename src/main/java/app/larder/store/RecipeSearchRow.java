package app.larder.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A row of {@code larder.recipe_search}: what a recipe is sorted and found by. */
@Entity
@Table(schema = "larder", name = "recipe_search")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class RecipeSearchRow {

    @Id
    @Column(name = "recipe_id")
    UUID recipeId;

    @TenantId
    @Column(name = "user_id")
    UUID userId;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "prep_time_minutes")
    @Nullable Integer prepTimeMinutes;

    @Nullable Integer minutes;

    @Column(name = "ingredient_count")
    int ingredientCount;

    @Column(name = "name_key")
    String nameKey;

    @Column(name = "source_key")
    @Nullable String sourceKey;

    @Column(name = "description_key")
    @Nullable String descriptionKey;

    @Column(name = "instructions_key")
    @Nullable String instructionsKey;

    @Column(name = "ingredient_text")
    String ingredientText;

    /** On a server only: its triggers fill it. */
    @Column(insertable = false, updatable = false)
    @Nullable String words;

    @Column(name = "detail_words", insertable = false, updatable = false)
    @Nullable String detailWords;
}

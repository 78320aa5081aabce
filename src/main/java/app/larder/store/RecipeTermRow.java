package app.larder.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A row of {@code larder.recipe_terms}: a recipe uses an ingredient name. */
@Entity
@Table(schema = "larder", name = "recipe_terms")
@IdClass(RecipeTermRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class RecipeTermRow {

    @Id
    @Column(name = "recipe_id")
    UUID recipeId;

    @Id
    @Column(name = "term_id")
    long termId;

    @TenantId
    @Column(name = "user_id")
    UUID userId;

    /** The primary key. */
    record Key(UUID recipeId, long termId) implements Serializable {}
}

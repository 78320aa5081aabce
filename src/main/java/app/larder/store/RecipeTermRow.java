package app.larder.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/**
 * A row of {@code larder.recipe_terms}: a recipe uses an ingredient name. It is the one mapped row of a person's that
 * Hibernate does not filter by owner, because H2 would read the whole row for that: its term ids are a person's own, and
 * are only ever taken from their {@link IngredientTermRow}s.
 */
@Entity
@Table(schema = "larder", name = "recipe_terms")
@IdClass(RecipeTermRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class RecipeTermRow {

    @Id
    @Column(name = "term_id")
    long termId;

    @Id
    @Column(name = "recipe_id")
    UUID recipeId;

    @Column(name = "user_id")
    UUID userId;

    /** The primary key. */
    record Key(long termId, UUID recipeId) implements Serializable {}
}

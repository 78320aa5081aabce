package app.larder.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A row of {@code larder.ingredient_terms}: one of a person's ingredient names. */
@Entity
@Table(schema = "larder", name = "ingredient_terms")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class IngredientTermRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    @TenantId
    @Column(name = "user_id")
    UUID userId;

    @Column(name = "term_id")
    long termId;

    String name;

    String display;
}

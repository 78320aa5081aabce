package app.larder.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code larder.search_state}: which state of a person's recipes a search index has to know. */
@Entity
@Table(schema = "larder", name = "search_state")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class SearchStateRow {

    @Id
    @Column(name = "user_id")
    UUID userId;

    long stamp;
}

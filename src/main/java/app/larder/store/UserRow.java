package app.larder.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code public.users} without its password hash, which nothing here ever reads. */
@Entity
@Table(schema = "public", name = "users")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class UserRow {

    @Id
    UUID id;

    String username;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;
}

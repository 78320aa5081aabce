package app.larder.store;

import app.larder.recipes.Photo;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A row of {@code larder.recipe_photos}. */
@Entity
@Table(schema = "larder", name = "recipe_photos")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class PhotoRow {

    @Id
    UUID id;

    @TenantId
    @Column(name = "user_id")
    UUID userId;

    @Column(name = "recipe_id")
    UUID recipeId;

    String sha256;

    @Column(name = "media_type")
    String mediaType;

    int width;

    int height;

    int size;

    @Column(name = "added_at")
    Instant addedAt;

    static PhotoRow of(Photo photo, UUID userId) {
        PhotoRow row = new PhotoRow();
        row.id = photo.id();
        row.userId = userId;
        row.recipeId = photo.recipeId();
        row.sha256 = photo.sha256();
        row.mediaType = photo.mediaType();
        row.width = photo.width();
        row.height = photo.height();
        row.size = (int) photo.size();
        row.addedAt = photo.addedAt();
        return row;
    }

    Photo photo() {
        return new Photo(id, recipeId, sha256, mediaType, width, height, size, addedAt);
    }
}

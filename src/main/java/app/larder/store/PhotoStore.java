package app.larder.store;

import app.larder.account.NewId;
import app.larder.recipes.Photo;
import app.larder.recipes.PhotoRepository;
import app.larder.recipes.PictureFile;
import app.larder.recipes.Recipe;
import app.larder.recipes.UnusablePhotoException;
import app.larder.recipes.UnusablePhotoException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;
import tools.jackson.databind.json.JsonMapper;

/** One person's photos in either database. The bytes are safe before the row says that there are any. */
final class PhotoStore implements PhotoRepository {

    /** How long bytes stay that nothing needs: longer than a recipe in the trash, for what comes back late by sync. */
    static final Duration KEPT = Duration.ofDays(60);

    private final Sessions sessions;
    private final PhotoShelf shelf;
    private final SmallPhotos small;
    private final Trash<Recipe> trash;
    private final SyncPhotos luggage;

    PhotoStore(Sessions sessions, PhotoShelf shelf, SmallPhotos small, JsonMapper mapper) {
        this.sessions = sessions;
        this.shelf = shelf;
        this.small = small;
        this.luggage = new SyncPhotos(sessions, shelf);
        this.trash = new Trash<>(TrashRow.RECIPE, Recipe.class, mapper);
    }

    /** Where their bytes are. */
    PhotoShelf shelf() {
        return shelf;
    }

    /** The same photos as sync carries them. */
    SyncPhotos luggage() {
        return luggage;
    }

    @Override
    public List<Photo> of(UUID recipeId) {
        return sessions.read(session -> PhotoRows.of(session, List.of(recipeId)).getOrDefault(recipeId, List.of()));
    }

    @Override
    public Map<UUID, Photo> first(Collection<UUID> recipeIds) {
        Map<UUID, Photo> first = new HashMap<>();
        sessions.read(session -> {
            for (List<UUID> slice : Slices.of(recipeIds)) {
                PhotoRows.of(session, slice).forEach((recipe, photos) -> first.put(recipe, photos.getFirst()));
            }
            return first;
        });
        return first;
    }

    @Override
    public List<Photo> all() {
        return sessions.read(PhotoRows::all);
    }

    @Override
    public Photo add(UUID recipeId, byte[] image) {
        String sha256 = Photo.hash(image);
        Instant now = Instant.now();
        return of(recipeId).stream()
                .filter(photo -> photo.sha256().equals(sha256) && shelf.has(sha256))
                .findFirst()
                .orElseGet(() -> add(recipeId, NewId.at(now), image, now));
    }

    @Override
    public Photo add(UUID recipeId, UUID id, byte[] image, Instant addedAt) {
        PictureFile found = PictureFile.of(image);
        Photo photo = new Photo(
                id,
                recipeId,
                Photo.hash(image),
                found.mediaType(),
                found.width(),
                found.height(),
                image.length,
                addedAt.truncatedTo(ChronoUnit.MICROS));
        shelf.put(photo.sha256(), image);
        return sessions.write(session -> insert(session, photo));
    }

    private Photo insert(StatelessSession session, Photo photo) {
        PhotoRow there = session.get(PhotoRow.class, photo.id());
        if (there != null) {
            return there.photo();
        }
        if (session.get(RecipeRow.class, photo.recipeId()) == null) {
            throw new UnusablePhotoException(Reason.NO_RECIPE);
        }
        session.insert(PhotoRow.of(photo, sessions.userId()));
        return photo;
    }

    @Override
    public void remove(UUID photoId) {
        sessions.write(session -> session.createMutationQuery("delete from PhotoRow p where p.id = :id")
                .setParameter("id", photoId)
                .executeUpdate());
    }

    @Override
    public Optional<byte[]> bytes(Photo photo) {
        return shelf.get(photo.sha256());
    }

    @Override
    public Optional<byte[]> small(Photo photo, int longest) {
        return small.get(photo, longest, () -> shelf.get(photo.sha256()));
    }

    @Override
    public int collect() {
        Set<String> needed = sessions.read(session -> PhotoRows.needed(session, trash));
        return shelf.collect(needed);
    }
}

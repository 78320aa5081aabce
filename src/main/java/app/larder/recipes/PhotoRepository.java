package app.larder.recipes;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The photos of the signed-in person's recipes. Every method sees and changes that person's rows only. All calls block;
 * none may be made on the JavaFX thread. A failing target is an {@link java.io.UncheckedIOException} with a sentence for
 * people.
 */
public interface PhotoRepository {

    /** The photos of a recipe, oldest first; the first is the one that lists show. */
    List<Photo> of(UUID recipeId);

    /** The photos that lists show, by their recipe; recipes without one are left out. */
    Map<UUID, Photo> first(Collection<UUID> recipeIds);

    /**
     * Adds a photo to a recipe that is stored.
     *
     * @throws UnusablePhotoException if the bytes are no picture Larder keeps, or the recipe is not there
     */
    Photo add(UUID recipeId, byte[] image);

    /**
     * As {@link #add(UUID, byte[])}, for imports, Undo and restoring: the same id again does nothing.
     *
     * @return the photo as stored
     */
    Photo add(UUID recipeId, UUID id, byte[] image, Instant addedAt);

    /** Removes a photo; to undo that, its bytes are added again with its id. An unknown id is none to remove. */
    void remove(UUID photoId);

    /** The photo's bytes, as they were added; empty if they are not on this computer, or not yet. */
    Optional<byte[]> bytes(Photo photo);

    /**
     * A smaller copy of the photo, the right way up: a JPEG, or a PNG if something shines through it. Made once.
     *
     * @param longest the most pixels of its longer side
     * @return empty if the bytes are not on this computer, or can't be decoded
     */
    Optional<byte[]> small(Photo photo, int longest);

    /** Every photo of the person, for backup and export, oldest first. */
    List<Photo> all();

    /**
     * Removes for good the bytes that nothing has needed for a while: no recipe, nothing in the trash. Returns how many
     * pictures that were.
     */
    int collect();
}

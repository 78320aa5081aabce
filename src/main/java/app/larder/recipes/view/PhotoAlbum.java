package app.larder.recipes.view;

import app.larder.account.NewId;
import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import app.larder.recipes.Photo;
import app.larder.recipes.PhotoRepository;
import app.larder.recipes.PictureFile;
import app.larder.recipes.UnusablePhotoException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.image.Image;

/**
 * The photos of recipes on screen, and what people do with them, each with a way to take it back. Used on the JavaFX
 * thread only; reads and decodes elsewhere.
 */
public final class PhotoAlbum {

    private final PhotoRepository photos;
    private final Background background;
    private final Notices notices;
    private final Texts texts;
    private final PhotoCovers covers;
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

    /** The photos of a repository. */
    public PhotoAlbum(PhotoRepository photos, Background background, Notices notices, Texts texts) {
        this.photos = photos;
        this.background = background;
        this.notices = notices;
        this.texts = texts;
        this.covers = new PhotoCovers(photos, background);
    }

    /** The pictures of cards. */
    PhotoCovers covers() {
        return covers;
    }

    /** Photos were added, removed, or came from another computer: what shows them looks again. */
    public void changed() {
        covers.forget();
        changes.set(changes.get() + 1);
    }

    /** Grows with every change. */
    public ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** Hands over the photos of a recipe. */
    void of(UUID recipe, Consumer<List<Photo>> found) {
        background.run(() -> photos.of(recipe), found, this::failed);
    }

    /** Hands over a photo, at most so many pixels a side; empty if it is not here or can't be shown. */
    void picture(Photo photo, int longest, Consumer<Optional<Image>> found) {
        background.run(
                () -> photos.small(photo, longest).map(PhotoAlbum::image),
                found,
                _ -> found.accept(Optional.empty()));
    }

    static Image image(byte[] bytes) {
        return new Image(new ByteArrayInputStream(bytes));
    }

    /** Adds files as photos of a recipe. */
    void addFiles(UUID recipe, List<Path> files) {
        background.run(
                () -> {
                    List<Photo> added = new ArrayList<>();
                    for (Path file : files) {
                        added.add(photos.add(recipe, read(file)));
                    }
                    return added;
                },
                this::added,
                this::refused);
    }

    private static byte[] read(Path file) throws IOException {
        if (Files.size(file) > PictureFile.MOST_BYTES) {
            throw new UnusablePhotoException(UnusablePhotoException.Reason.TOO_LARGE);
        }
        return Files.readAllBytes(file);
    }

    /** Adds a picture as a photo of a recipe. */
    public void add(UUID recipe, Callable<byte[]> picture) {
        background.run(() -> List.of(photos.add(recipe, picture.call())), this::added, this::refused);
    }

    private void added(List<Photo> added) {
        changed();
        notices.undoable(
                texts.get("photo.added", added.size()), texts.get("shell.undo"), () -> removeAgain(added));
    }

    private void removeAgain(List<Photo> added) {
        run(() -> added.forEach(photo -> photos.remove(photo.id())));
    }

    /** Puts a file in a photo's place. */
    void replace(Photo photo, Path file) {
        background.run(
                () -> {
                    // The new one first, so that there is never none; with the old one's time it keeps its place.
                    Photo fresh =
                            photos.add(photo.recipeId(), NewId.at(photo.addedAt()), read(file), photo.addedAt());
                    return new Replaced(take(photo), fresh);
                },
                replaced -> {
                    changed();
                    notices.undoable(
                            texts.get("photo.replaced"),
                            texts.get("shell.undo"),
                            () -> run(() -> {
                                replaced.before().back(photos);
                                photos.remove(replaced.after().id());
                            }));
                },
                this::refused);
    }

    /** Removes a photo. */
    void remove(Photo photo) {
        background.run(
                () -> take(photo),
                removed -> {
                    changed();
                    notices.undoable(
                            texts.get("photo.removed"),
                            texts.get("shell.undo"),
                            () -> run(() -> removed.back(photos)));
                },
                this::failed);
    }

    private Removed take(Photo photo) {
        byte[] bytes = photos.bytes(photo).orElse(new byte[0]);
        photos.remove(photo.id());
        return new Removed(photo, bytes);
    }

    private record Replaced(Removed before, Photo after) {}

    /** A photo with what it takes to bring it back; nothing if its bytes never came to this computer. */
    private static final class Removed {

        private final Photo photo;
        private final byte[] bytes;

        Removed(Photo photo, byte[] bytes) {
            this.photo = photo;
            this.bytes = bytes;
        }

        void back(PhotoRepository photos) {
            if (bytes.length > 0) {
                var _ = photos.add(photo.recipeId(), photo.id(), bytes, photo.addedAt());
            }
        }
    }

    private void run(Runnable work) {
        background.run(
                () -> {
                    work.run();
                    return true;
                },
                _ -> changed(),
                this::failed);
    }

    private void refused(Exception why) {
        // Some of several may have been added before the one that was not.
        changed();
        failed(why);
    }

    private void failed(Exception why) {
        notices.problem(texts.why(why, "photo.failed"));
    }
}

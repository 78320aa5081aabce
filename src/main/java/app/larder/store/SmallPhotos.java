package app.larder.store;

import app.larder.recipes.Photo;
import app.larder.recipes.SmallPicture;
import app.larder.words.FileFailure;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Small copies of photos, made once and kept in files beside the photos; nothing is lost with them, and one that is
 * missing or damaged is made again.
 */
final class SmallPhotos {

    private final @Nullable PhotoFiles kept;

    /** One at a time: the whole of a large photo may be in memory while its copy is made. */
    private final Semaphore making = new Semaphore(1);

    /** {@code kept}: where copies stay; null if they are made each time. */
    SmallPhotos(@Nullable PhotoFiles kept) {
        this.kept = kept;
    }

    /** The copy; empty if the photo is not here or can't be decoded. */
    Optional<byte[]> get(Photo photo, int longest, Supplier<Optional<byte[]>> original) {
        String name = photo.sha256() + "-" + longest;
        Optional<byte[]> before = read(name);
        if (before.isPresent()) {
            return before;
        }
        making.acquireUninterruptibly();
        try {
            return read(name).or(() -> original.get()
                    .flatMap(bytes -> SmallPicture.of(bytes, longest))
                    .map(small -> keep(name, small)));
        } finally {
            making.release();
        }
    }

    private Optional<byte[]> read(String name) {
        // A copy that was cut off while it was written is none: files are whole or not there.
        return kept == null ? Optional.empty() : kept.read(name);
    }

    private byte[] keep(String name, byte[] small) {
        try {
            if (kept != null) {
                kept.write(name, small);
            }
        } catch (FileFailure e) {
            System.getLogger(SmallPhotos.class.getName())
                    .log(System.Logger.Level.DEBUG, "a small photo was not kept", e);
        }
        return small;
    }
}

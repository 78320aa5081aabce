package app.larder.store;

import app.larder.backup.BackupContent;
import java.util.HashSet;
import java.util.Set;

/**
 * The photos of a backup as they are here, by their SHA-256.
 *
 * @param arriving those that are whole in the backup and not here
 * @param refused those that are damaged in the backup and not here either
 */
record BackupPhotos(Set<String> arriving, Set<String> refused) {

    /** For rows that come without any photo's bytes. */
    static final BackupPhotos NONE = new BackupPhotos(Set.of(), Set.of());

    /** Looks which there are; a photo that is damaged here is not here. */
    static BackupPhotos of(BackupContent backup, PhotoShelf shelf) {
        Set<String> arriving = new HashSet<>();
        Set<String> refused = new HashSet<>();
        Set<String> damaged = backup.damagedPhotos();
        for (String sha256 : backup.photos()) {
            if (shelf.get(sha256).isEmpty()) {
                (damaged.contains(sha256) ? refused : arriving).add(sha256);
            }
        }
        return new BackupPhotos(arriving, refused);
    }

    /** Puts the bytes of those that arrive on the shelf, durable when it returns. */
    BackupPhotos put(BackupContent backup, PhotoShelf shelf) {
        if (!arriving.isEmpty()) {
            backup.eachPhoto((sha256, bytes) -> {
                if (arriving.contains(sha256)) {
                    shelf.put(sha256, bytes);
                }
            });
        }
        return this;
    }

    boolean brings(String sha256) {
        return arriving.contains(sha256);
    }

    boolean refuses(String sha256) {
        return refused.contains(sha256);
    }
}

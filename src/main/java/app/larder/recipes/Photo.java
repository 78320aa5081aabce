package app.larder.recipes;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A photo of a recipe, a row of {@code larder.recipe_photos}; its bytes are kept apart from the rows. It never changes.
 *
 * @param id UUIDv7 made by the client
 * @param recipeId whose photo it is
 * @param sha256 of the bytes (FIPS 180-4), 64 lower-case hexadecimal digits
 * @param mediaType {@code image/jpeg}, {@code image/png}, {@code image/gif} or {@code image/webp}, found from the content
 * @param width in pixels, as the file says, before it is turned the right way up
 * @param height in pixels, likewise
 * @param size in bytes
 * @param addedAt UTC, to the microsecond
 */
public record Photo(
        UUID id,
        UUID recipeId,
        String sha256,
        String mediaType,
        int width,
        int height,
        long size,
        Instant addedAt) {

    /** The {@link #sha256} of some bytes. */
    public static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}

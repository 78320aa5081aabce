package app.larder.exchange.output;

import app.larder.recipes.Recipe;
import java.util.List;

/** The photos of the recipes that are written. */
@FunctionalInterface
public interface Photos {

    /** No recipe has a photo. */
    Photos NONE = recipe -> List.of();

    /**
     * A photo.
     *
     * @param mediaType {@code image/jpeg}, {@code image/png}, {@code image/gif} or {@code image/webp}
     * @param bytes as they were added
     */
    @SuppressWarnings("ArrayRecordComponent") // a photo is compared with nothing
    record Shot(String mediaType, byte[] bytes) {

        /** The ending of a file with it. */
        String ending() {
            return switch (mediaType) {
                case "image/png" -> "png";
                case "image/gif" -> "gif";
                case "image/webp" -> "webp";
                default -> "jpg";
            };
        }
    }

    /** The photos of a recipe that are on this computer, the first one first. */
    List<Shot> of(Recipe recipe);
}

package app.larder.sync;

/**
 * What this computer last heard of a row.
 *
 * @param revision the family's count at which the row became so; 0 if the server never had it
 * @param deleted whether it is gone there; then the image is its last one
 * @param image as it came
 */
public record Shadow(long revision, boolean deleted, Image image) {}

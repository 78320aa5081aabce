package app.larder.backup;

/**
 * A restore that was done.
 *
 * @param comparison what was there before, compared with the backup
 * @param undo takes all of it back in one go, except what people have changed since
 */
public record Restored(Comparison comparison, Runnable undo) {}

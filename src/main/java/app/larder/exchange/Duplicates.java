package app.larder.exchange;

/** What to do with a recipe that is already kept. */
public enum Duplicates {
    /** Leave the new one out. */
    SKIP,
    /** Keep both. */
    KEEP,
    /** Fill what the kept one does not say from the new one. */
    MERGE
}

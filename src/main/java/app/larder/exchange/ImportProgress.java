package app.larder.exchange;

/** Told how far an import has come; called on the thread that reads, in order. */
@FunctionalInterface
public interface ImportProgress {

    /** Tells nobody. */
    ImportProgress SILENT = (done, total, current) -> {};

    /**
     * One more source is done.
     *
     * @param done how many are done
     * @param total how many there are
     * @param current the one just done
     */
    void at(int done, int total, String current);
}

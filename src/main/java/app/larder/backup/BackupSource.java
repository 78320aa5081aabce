package app.larder.backup;

import java.util.List;
import java.util.function.Consumer;

/** The rows of one person at one moment. What it says twice, it says in the same words. */
public interface BackupSource {

    /** The version of the tables the rows come from. */
    int schema();

    /** The kinds of rows there are, parents before children; each becomes a file of that name in a backup. */
    List<String> kinds();

    /** Hands out the rows of a kind in the order of their ids, each as one line of JSON. */
    void each(String kind, Consumer<String> line);
}

package app.larder.exchange;

/** One line of an import's report: a recipe that was found, or a source that gave none. */
public sealed interface ImportItem permits ImportedRecipe, ImportFailure {

    /** What was read: a path, a link, the name of a pasted text. */
    String file();
}

package app.larder.exchange.format;

/** Reads one shape of recipe. Never throws on what people or sites write; what it can't read it leaves out. */
interface RecipeReader {

    /** What this reader finds in a page; {@link Draft#EMPTY} if its shape is not there. */
    Draft read(Page page);
}

package app.larder.exchange;

/**
 * A source that gave no recipe.
 *
 * @param file what was tried: a path, a link, the name of a pasted text
 * @param reason why, one plain English sentence
 */
public record ImportFailure(String file, String reason) implements ImportItem {}

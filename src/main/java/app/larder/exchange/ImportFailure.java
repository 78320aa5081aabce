package app.larder.exchange;

import app.larder.exchange.input.Reason;

/**
 * A source that gave no recipe.
 *
 * @param file what was tried: a path, a link, the name of a pasted text
 * @param reason why
 */
public record ImportFailure(String file, Reason reason) implements ImportItem {}

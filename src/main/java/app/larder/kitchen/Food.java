package app.larder.kitchen;

import org.jspecify.annotations.Nullable;

/**
 * A food as names mean it, whatever the language, number and spelling.
 *
 * @param key the food's key: the first name of its group in {@code kitchen/aliases.txt}, in search form, or the name's
 *     own normal form if no group has it; two names with one key are the same thing
 * @param general the key of the thing it is a sort of, where words that no table knows describe it ("Maris Piper
 *     potato": potato); null if it is known by its own name
 */
public record Food(String key, @Nullable String general) {}

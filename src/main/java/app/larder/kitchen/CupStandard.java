package app.larder.kitchen;

/** Whose cups and spoons are meant, where the word alone does not say. */
public enum CupStandard {
    /** US customary: cup 236.5882365 ml, tablespoon 14.79 ml, pint 473 ml. */
    US,
    /** Metric: cup 250 ml, tablespoon 15 ml, teaspoon 5 ml; pints are imperial. */
    METRIC,
    /** British imperial: cup 284 ml (half a pint), tablespoon 15 ml, pint 568 ml. */
    IMPERIAL
}

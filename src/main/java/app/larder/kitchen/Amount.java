package app.larder.kitchen;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much of something, and whether that is exact or about right.
 *
 * @param quantity how many of the unit; an "about" amount is kept as exactly as it was worked out
 * @param unit the unit; null for the thing itself ("2 onions")
 * @param about whether a density or the weight of a piece stands between this amount and the one it comes from
 */
public record Amount(Quantity quantity, @Nullable Unit unit, boolean about) {

    /** An amount that is as exact as it was written. */
    public static Amount exact(Quantity quantity, @Nullable Unit unit) {
        return new Amount(quantity, unit, false);
    }

    /** This amount taken {@code factor} times. */
    public Amount times(Quantity factor) {
        return new Amount(quantity.times(factor), unit, about);
    }

    /**
     * As a cook reads it: "2 cups", "about 240 g", in German "etwa 240 g"; an "about" amount is rounded as {@link
     * Scaling} rounds.
     */
    public String text(Locale locale) {
        Quantity shown = about ? Rounding.nearest(quantity, unit) : quantity;
        String number = Rounding.text(shown, unit, locale);
        String measured = unit == null ? number : number + " " + unit.word(shown, locale);
        if (!about) {
            return measured;
        }
        return about(locale) + measured;
    }

    /** The word before an amount that is about right, with a blank after it. */
    static String about(Locale locale) {
        return locale.getLanguage().equals("de") ? "etwa " : "about ";
    }
}

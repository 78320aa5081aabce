package app.larder.kitchen;

import java.util.Locale;

/**
 * How amounts are shown in this kitchen.
 *
 * @param cups whose cups, spoons and pints are meant
 * @param measures which measures are wanted
 * @param locale language of unit words and of the decimal point
 */
public record Kitchen(CupStandard cups, Measures measures, Locale locale) {

    /** Which measures a cook wants to read. */
    public enum Measures {
        /** As the recipe has them. */
        AS_WRITTEN,
        /** Grams and millilitres; spoons stay spoons. */
        METRIC,
        /** Ounces, pounds and cups; spoons stay spoons. */
        US
    }

    /** Amounts as the recipe has them, with US cups. */
    public static Kitchen asWritten(Locale locale) {
        return new Kitchen(CupStandard.US, Measures.AS_WRITTEN, locale);
    }
}

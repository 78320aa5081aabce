package app.larder.settings;

import app.larder.kitchen.CupStandard;
import app.larder.kitchen.Kitchen;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How this kitchen measures, and what it is never without.
 *
 * @param units how amounts are shown
 * @param cups whose cups, spoons and pints are meant where the word alone does not say
 * @param staples what counts as always at home; null for the usual things
 */
public record Cooking(Units units, CupStandard cups, @Nullable List<String> staples) {

    /** How amounts are shown: as the recipe says, or converted. */
    public enum Units {
        AS_WRITTEN,
        METRIC,
        US
    }

    /** Amounts as written, US cups, the usual staples. */
    public static final Cooking DEFAULTS = new Cooking(Units.AS_WRITTEN, CupStandard.US, null);

    public Cooking {
        staples = staples == null ? null : List.copyOf(staples);
    }

    /** How amounts are read and shown with these choices, in a language. */
    public Kitchen kitchen(Locale language) {
        Kitchen.Measures measures =
                switch (units) {
                    case AS_WRITTEN -> Kitchen.Measures.AS_WRITTEN;
                    case METRIC -> Kitchen.Measures.METRIC;
                    case US -> Kitchen.Measures.US;
                };
        return new Kitchen(cups, measures, language);
    }

    public Cooking withUnits(Units value) {
        return new Cooking(value, cups, staples);
    }

    public Cooking withCups(CupStandard value) {
        return new Cooking(units, value, staples);
    }

    public Cooking withStaples(@Nullable List<String> value) {
        return new Cooking(units, cups, value);
    }

    /** The names in a line as typed, separated by commas, semicolons or line breaks; none for a blank line. */
    public static List<String> names(String typed) {
        return Arrays.stream(typed.split("[,;\\n]", -1)).map(String::strip).filter(s -> !s.isEmpty()).distinct().toList();
    }
}

package app.larder.cook;

import app.larder.kitchen.CupStandard;
import app.larder.kitchen.Foods;
import java.util.List;

/**
 * What a person has chosen about reckoning.
 *
 * @param staples names of what counts as always at home, kinds of it included ("salt": sea salt too)
 * @param cups whose cups and spoons the recipes mean where the word alone does not say
 */
public record CookRules(List<String> staples, CupStandard cups) {

    /** The staples of {@code kitchen/staples.txt}, and US cups. */
    public static final CookRules DEFAULTS = new CookRules(Foods.staples(), CupStandard.US);

    public CookRules {
        staples = List.copyOf(staples);
    }
}

package app.larder.cook;

import app.larder.pantry.HouseholdIngredient;
import app.larder.recipes.Recipe;
import java.time.LocalDate;
import java.util.List;

/** The index behind {@link CookNow} without a database, for measuring. */
public final class CookSpeed {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private final CookIndex index =
            new CookIndex(CookRules.DEFAULTS, new Staples(CookRules.DEFAULTS.staples()), TODAY);
    private List<HouseholdIngredient> rows = List.of();

    /** The index of these recipes, with nothing at home. */
    public CookSpeed(List<Recipe> recipes) {
        for (int from = 0; from < recipes.size(); from += 500) {
            index.put(recipes.subList(from, Math.min(recipes.size(), from + 500)));
        }
    }

    /** Ranks with these rows at home. */
    public Ranking pantry(List<HouseholdIngredient> now) {
        rows = List.copyOf(now);
        index.pantry(rows, TODAY);
        return index.ranking();
    }

    /** Judges and ranks every recipe again, as at the start of a day. */
    public Ranking rankAgain() {
        LocalDate other = index.ranking().count(0) % 2 == 0 ? TODAY.plusDays(1) : TODAY.plusDays(2);
        index.pantry(rows, other);
        index.pantry(rows, TODAY);
        return index.ranking();
    }

    /** Ranks with one recipe changed. */
    public Ranking put(Recipe recipe) {
        index.put(List.of(recipe));
        return index.ranking();
    }
}

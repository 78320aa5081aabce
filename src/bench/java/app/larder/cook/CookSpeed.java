package app.larder.cook;

import app.larder.pantry.HouseholdIngredient;
import app.larder.recipes.Recipe;
import java.time.LocalDate;
import java.util.List;

/** The index behind {@link CookNow} without a database, for measuring. */
public final class CookSpeed {

    private LocalDate today = LocalDate.of(2026, 3, 1);

    private final CookIndex index =
            new CookIndex(CookRules.DEFAULTS, new Staples(CookRules.DEFAULTS.staples()), today);
    private List<HouseholdIngredient> rows = List.of();

    /** The index of these recipes, with nothing at home. */
    public CookSpeed(List<Recipe> recipes) {
        for (int from = 0; from < recipes.size(); from += 500) {
            index.put(recipes.subList(from, Math.min(recipes.size(), from + 500)));
        }
    }

    /** Reads rows: which food each is, how much there is of it, and how long it keeps. */
    public static void read(List<HouseholdIngredient> rows) {
        LocalDate day = LocalDate.of(2026, 3, 1);
        rows.forEach(row -> Row.of(0, row, day));
    }

    /** Ranks with these rows at home. */
    public Ranking pantry(List<HouseholdIngredient> now) {
        rows = List.copyOf(now);
        index.pantry(rows, today);
        return index.ranking();
    }

    /** Adds up and ranks every recipe again, as at the start of a day. */
    public Ranking nextDay() {
        today = today.plusDays(1);
        index.pantry(rows, today);
        return index.ranking();
    }

    /** Ranks with one recipe changed. */
    public Ranking put(Recipe recipe) {
        index.put(List.of(recipe));
        return index.ranking();
    }
}

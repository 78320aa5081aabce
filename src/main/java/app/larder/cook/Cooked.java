package app.larder.cook;

import app.larder.pantry.Change;
import app.larder.pantry.HouseholdIngredient;
import java.util.List;

/**
 * What "Cooked it" did; {@link CookNow#undo} takes all of it back.
 *
 * @param changes what was done, in order
 * @param skipped rows that somebody has changed or removed since the plan was made, and that were left alone
 */
public record Cooked(List<Change> changes, List<HouseholdIngredient> skipped) {

    public Cooked {
        changes = List.copyOf(changes);
        skipped = List.copyOf(skipped);
    }
}

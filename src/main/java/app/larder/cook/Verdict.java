package app.larder.cook;

import app.larder.pantry.HouseholdIngredient;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a recipe can be cooked now, line by line.
 *
 * @param recipe the recipe's id
 * @param name the recipe's name
 * @param minutes from start to table; null if unknown
 * @param tally the lines counted
 * @param lines one for each line of {@link app.larder.recipes.Recipe#ingredients()}, at the same place
 * @param soon the rows it would use that should be used soon
 */
public record Verdict(UUID recipe, String name, @Nullable Integer minutes, Tally tally, List<LineVerdict> lines, List<HouseholdIngredient> soon) {

    public Verdict {
        lines = List.copyOf(lines);
        soon = List.copyOf(soon);
    }

    /** The names of the rows it would use that should be used soon. */
    public List<String> soonNames() {
        return soon.stream().map(HouseholdIngredient::name).toList();
    }
}

package app.larder.cook;

import java.util.List;
import java.util.UUID;

/**
 * What "Cooked it" would do to the pantry; nothing is changed yet.
 *
 * @param recipe the recipe
 * @param name the recipe's name
 * @param subtractions the rows that change, each once
 * @param untaken the lines that change nothing, or less than they ask, staples and optional lines left out
 */
public record CookPlan(UUID recipe, String name, List<Subtraction> subtractions, List<Untaken> untaken) {

    public CookPlan {
        subtractions = List.copyOf(subtractions);
        untaken = List.copyOf(untaken);
    }
}

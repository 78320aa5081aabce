package app.larder.exchange;

import app.larder.exchange.format.Problem;
import app.larder.recipes.Recipe;
import java.util.ArrayList;
import java.util.List;

/**
 * A recipe read in and not yet kept.
 *
 * @param file what it was read from: a path, a link, the name of a pasted text
 * @param recipe the recipe with a fresh id, in no import batch yet
 * @param problems what a person should look at first; may be empty
 */
public record ImportedRecipe(String file, Recipe recipe, List<Problem> problems) implements ImportItem {

    public ImportedRecipe {
        problems = List.copyOf(problems);
    }

    /** The steps in order, section headings as lines of their own. */
    public List<String> steps() {
        return recipe.steps();
    }

    /** Whether it is already kept, or came earlier in the same import. */
    public boolean isKnown() {
        return problems.contains(KnownRecipes.SAME_ADDRESS) || problems.contains(KnownRecipes.SAME_CONTENT);
    }

    ImportedRecipe withProblem(Problem problem) {
        List<Problem> all = new ArrayList<>(problems);
        all.add(problem);
        return new ImportedRecipe(file, recipe, all);
    }
}

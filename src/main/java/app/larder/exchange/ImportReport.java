package app.larder.exchange;

import java.util.List;

/**
 * What came of reading some sources.
 *
 * @param recipes what was found, in the order of the sources
 * @param failures what gave no recipe, in the order of the sources
 * @param skipped files in folders that are of no kind that holds recipes
 * @param cancelled whether reading was stopped before the end
 */
public record ImportReport(
        List<ImportedRecipe> recipes, List<ImportFailure> failures, int skipped, boolean cancelled) {

    public ImportReport {
        recipes = List.copyOf(recipes);
        failures = List.copyOf(failures);
    }

    /** How many recipes have something to look at. */
    public int withProblems() {
        return (int) recipes.stream().filter(r -> !r.problems().isEmpty()).count();
    }
}

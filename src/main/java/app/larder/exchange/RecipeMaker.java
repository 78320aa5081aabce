package app.larder.exchange;

import app.larder.account.NewId;
import app.larder.exchange.format.Draft;
import app.larder.exchange.format.Patience;
import app.larder.exchange.format.Problem;
import app.larder.kitchen.IngredientLineParser;
import app.larder.kitchen.ParsedLine;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDetails;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a recipe of a draft: parses the ingredient lines, names the source, says what is missing. */
final class RecipeMaker {

    private final Clock clock;

    RecipeMaker(Clock clock) {
        this.clock = clock;
    }

    /**
     * Makes the recipe.
     *
     * @param file what the report calls its origin
     * @param place the file's or host's name, not blank, for the source and a missing title
     * @param patience how long it may take
     */
    ImportedRecipe make(String file, String place, Draft draft, List<Problem> noticed, Patience patience) {
        List<Problem> problems = new ArrayList<>(noticed);
        problems.addAll(draft.problems());
        String name = draft.about().name();
        if (name == null) {
            String bare = place.replaceFirst("\\.[A-Za-z]{2,6}$", "");
            name = bare.isBlank() ? place : bare;
            problems.add(Problem.of(Problem.Kind.NO_TITLE, "name"));
        }
        if (draft.ingredients().isEmpty()) {
            problems.add(Problem.of(Problem.Kind.NO_INGREDIENTS, "ingredients"));
        }
        if (draft.steps().isEmpty()) {
            problems.add(Problem.of(Problem.Kind.NO_STEPS, "steps"));
        }
        Draft.Times times = draft.times();
        RecipeDetails details = new RecipeDetails(
                draft.portions().servings(), draft.portions().words(), times.cook(), total(times), draft.about().tags(), null, null);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Recipe recipe = new Recipe(
                NewId.at(now),
                name,
                draft.about().description(),
                ingredients(draft, patience),
                times.prep(),
                draft.steps().isEmpty() ? null : String.join("\n", draft.steps()),
                source(draft.about(), place),
                now,
                details);
        return new ImportedRecipe(file, recipe, problems);
    }

    /** Its own address, else the person who wrote it, else where it was found. */
    private static String source(Draft.About about, String place) {
        return Objects.requireNonNullElse(about.url(), Objects.requireNonNullElse(about.author(), place));
    }

    /** The total as the source says it, else preparation plus cooking; a total of nothing says nothing. */
    private static @Nullable Integer total(Draft.Times times) {
        if (times.total() != null && times.total() > 0) {
            return times.total();
        }
        int sum = (times.prep() == null ? 0 : times.prep()) + (times.cook() == null ? 0 : times.cook());
        return sum == 0 ? null : Integer.valueOf(sum);
    }

    private static List<Ingredient> ingredients(Draft draft, Patience patience) {
        List<Ingredient> ingredients = new ArrayList<>();
        for (Draft.Line line : draft.ingredients()) {
            patience.check();
            ingredients.add(ingredient(line));
        }
        return ingredients;
    }

    private static Ingredient ingredient(Draft.Line line) {
        ParsedLine parsed = IngredientLineParser.parse(line.text());
        return new Ingredient(
                parsed.name(),
                parsed.quantity() == null ? "" : parsed.quantity().toString(),
                parsed.unit(),
                null,
                line.text(),
                parsed.note().isBlank() ? null : parsed.note(),
                line.section(),
                parsed.quantityMax() == null ? null : parsed.quantityMax().toString(),
                parsed.optional(),
                Map.of());
    }
}

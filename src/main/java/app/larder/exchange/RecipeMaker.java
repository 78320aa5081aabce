package app.larder.exchange;

import app.larder.account.NewId;
import app.larder.exchange.format.Draft;
import app.larder.exchange.format.Patience;
import app.larder.exchange.format.Problem;
import app.larder.kitchen.IngredientLineParser;
import app.larder.kitchen.ParsedLine;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Origin;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDetails;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a recipe of a draft: parses the ingredient lines, names the source, says what is missing. */
final class RecipeMaker {

    /** Computers have had no recipes before; an earlier date is a mistake. */
    private static final Instant FIRST = Instant.parse("1970-01-02T00:00:00Z");

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
            // Cooklang calls a recipe after its file.
            boolean odd = draft.extras().origin() == null;
            String bare = place.replaceFirst("\\.[A-Za-z]{2,6}$", "");
            name = bare.isBlank() ? place : bare;
            if (odd) {
                problems.add(Problem.of(Problem.Kind.NO_TITLE, "name"));
            }
        }
        if (draft.ingredients().isEmpty()) {
            problems.add(Problem.of(Problem.Kind.NO_INGREDIENTS, "ingredients"));
        }
        if (draft.steps().isEmpty()) {
            problems.add(Problem.of(Problem.Kind.NO_STEPS, "steps"));
        }
        Draft.Times times = draft.times();
        RecipeDetails details = new RecipeDetails(
                draft.portions().servings(), draft.portions().words(), times.cook(), total(times), draft.about().tags(),
                draft.extras().notes(), null, draft.extras().rating(), draft.extras().origin());
        Instant written = draft.extras().written();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Recipe recipe = new Recipe(
                NewId.at(now),
                name,
                draft.about().description(),
                ingredients(draft, patience),
                times.prep(),
                draft.steps().isEmpty() ? null : String.join("\n", draft.steps()),
                source(draft, place),
                written == null || written.isAfter(now) || written.isBefore(FIRST) ? now : written.truncatedTo(ChronoUnit.MICROS),
                details);
        return new ImportedRecipe(file, recipe, problems);
    }

    /** Its own address, else the person who wrote it, else where it was found; a program's file is no place to look again. */
    private static @Nullable String source(Draft draft, String place) {
        Draft.About about = draft.about();
        Origin origin = draft.extras().origin();
        boolean program = origin != null && (origin.id() != null || !origin.format().equals("json-ld"));
        if (about.url() != null) {
            return about.url();
        }
        return about.author() != null ? about.author() : program ? null : place;
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

    /** A kept recipe with what only a copy of it says. */
    static Recipe merged(Recipe kept, Recipe copy) {
        RecipeDetails here = kept.details();
        RecipeDetails there = copy.details();
        List<String> tags = new ArrayList<>(here.tags());
        there.tags().stream().filter(tag -> here.tags().stream().noneMatch(tag::equalsIgnoreCase)).forEach(tags::add);
        return new Recipe(
                kept.id(),
                kept.name(),
                first(kept.description(), copy.description()),
                kept.ingredients().isEmpty() ? copy.ingredients() : kept.ingredients(),
                first(kept.prepTimeMinutes(), copy.prepTimeMinutes()),
                first(kept.instructions(), copy.instructions()),
                first(kept.source(), copy.source()),
                kept.createdAt(),
                new RecipeDetails(
                        first(here.servings(), there.servings()),
                        first(here.yield(), there.yield()),
                        first(here.cookTimeMinutes(), there.cookTimeMinutes()),
                        first(here.totalTimeMinutes(), there.totalTimeMinutes()),
                        tags,
                        first(here.notes(), there.notes()),
                        here.importBatch(),
                        first(here.rating(), there.rating()),
                        first(here.origin(), there.origin())));
    }

    private static <T> @Nullable T first(@Nullable T here, @Nullable T there) {
        return here == null ? there : here;
    }
}

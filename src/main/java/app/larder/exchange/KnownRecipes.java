package app.larder.exchange;

import app.larder.exchange.format.Problem;
import app.larder.kitchen.SearchForm;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeRepository;
import app.larder.recipes.RecipeSummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Recipes already kept or already read in this import, to tell a second copy: one with the same web address, or the same
 * title with the same ingredients.
 */
final class KnownRecipes {

    /** What is noted at a recipe whose web address is known. */
    static final Problem SAME_ADDRESS = Problem.of(Problem.Kind.SAME_ADDRESS, "source");

    /** What is noted at a recipe whose title and ingredients are known. */
    static final Problem SAME_CONTENT = Problem.of(Problem.Kind.SAME_CONTENT, "name");

    private static final int PAGE = 2_000;

    private final @Nullable RecipeRepository kept;
    private final Set<String> sources = new HashSet<>();
    private final Map<String, List<UUID>> ids = new HashMap<>();
    private final Map<String, Set<List<String>>> ingredients = new HashMap<>();

    private KnownRecipes(@Nullable RecipeRepository kept) {
        this.kept = kept;
    }

    static KnownRecipes none() {
        return new KnownRecipes(null);
    }

    static KnownRecipes of(RecipeRepository kept) {
        KnownRecipes known = new KnownRecipes(kept);
        int offset = 0;
        for (List<UUID> page = kept.ids(RecipeQuery.ALL, 0, PAGE); !page.isEmpty(); page = kept.ids(RecipeQuery.ALL, offset, PAGE)) {
            for (RecipeSummary summary : kept.summaries(page, "")) {
                known.addSource(summary.source());
                known.ids.computeIfAbsent(SearchForm.of(summary.name().text()), k -> new ArrayList<>()).add(summary.id());
            }
            offset += page.size();
        }
        return known;
    }

    /** The recipe, with a problem noted if it is known, and known from now on. */
    ImportedRecipe checked(ImportedRecipe imported) {
        Recipe recipe = imported.recipe();
        String name = SearchForm.of(recipe.name());
        List<String> lines = lines(recipe);
        boolean sameSource = recipe.source() != null && sources.contains(address(recipe.source()));
        boolean same = !sameSource && ofName(name).contains(lines);
        addSource(recipe.source());
        ofName(name).add(lines);
        if (sameSource) {
            return imported.withProblem(SAME_ADDRESS);
        }
        return same
                ? imported.withProblem(SAME_CONTENT)
                : imported;
    }

    /** The ingredients of all recipes of a title, those kept looked up when the title comes up first. */
    private Set<List<String>> ofName(String name) {
        return ingredients.computeIfAbsent(name, k -> {
            Set<List<String>> all = new HashSet<>();
            for (UUID id : ids.getOrDefault(k, List.of())) {
                if (kept != null) {
                    kept.find(id).ifPresent(recipe -> all.add(lines(recipe)));
                }
            }
            return all;
        });
    }

    private static List<String> lines(Recipe recipe) {
        return recipe.ingredients().stream().map(Ingredient::line).map(SearchForm::of).toList();
    }

    private void addSource(@Nullable String source) {
        if (source != null && source.matches("https?://.+")) {
            sources.add(address(source));
        }
    }

    /** An address without what does not change the page: scheme, {@code www}, a last slash, a fragment. */
    private static String address(String source) {
        return source.replaceFirst("^https?://(www\\.)?", "").replaceFirst("#.*$", "").replaceFirst("/$", "");
    }
}

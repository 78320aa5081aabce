package app.larder.exchange;

import app.larder.exchange.format.Problem;
import app.larder.kitchen.SearchForm;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Origin;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recipes already kept or already read in this import, to tell a second copy: one that is the same of the same program,
 * one with the same web address, one with the same title and the same ingredients, or nearly the same text.
 */
final class KnownRecipes {

    /** What is noted at a recipe whose web address is known. */
    static final Problem SAME_ADDRESS = Problem.of(Problem.Kind.SAME_ADDRESS, "source");

    /** What is noted at a recipe whose title and ingredients are known. */
    static final Problem SAME_CONTENT = Problem.of(Problem.Kind.SAME_CONTENT, "name");

    private static final Problem SAME_ORIGIN = Problem.of(Problem.Kind.SAME_ORIGIN, "name");
    private static final Problem NEAR_CONTENT = Problem.of(Problem.Kind.NEAR_CONTENT, "name");

    /** Everything that is noted at a copy. */
    static final Set<Problem> NOTED = Set.of(SAME_ADDRESS, SAME_CONTENT, SAME_ORIGIN, NEAR_CONTENT);

    private static final int PAGE = 2_000;
    private static final int SLICE = 500;

    /** Share of words two texts have in common, of all they have, from which they are nearly the same. */
    private static final double NEAR = 0.8;

    private final @Nullable RecipeRepository kept;
    private final Set<UUID> keptIds = new HashSet<>();
    private final Map<String, UUID> sources = new HashMap<>();
    private final Map<String, List<UUID>> ids = new HashMap<>();
    private final Map<String, List<Text>> texts = new HashMap<>();
    private @Nullable Map<String, UUID> origins;

    /** What a recipe says: its ingredient lines, and all its words. */
    private record Text(UUID id, List<String> lines, Set<String> words) {

        static Text of(Recipe recipe) {
            List<String> lines = recipe.ingredients().stream().map(Ingredient::line).map(SearchForm::of).toList();
            Set<String> words = Stream.concat(lines.stream(), recipe.steps().stream().map(SearchForm::of))
                    .flatMap(line -> Stream.of(line.strip().split("\\s+", -1)))
                    .collect(Collectors.toSet());
            return new Text(recipe.id(), lines, words);
        }

        boolean isNear(Text other) {
            long both = words.stream().filter(other.words::contains).count();
            return both >= NEAR * (words.size() + other.words.size() - both);
        }
    }

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
            known.keptIds.addAll(page);
            for (RecipeSummary summary : kept.summaries(page, "")) {
                known.addSource(summary.source(), summary.id());
                known.ids.computeIfAbsent(SearchForm.of(summary.name().text()), k -> new ArrayList<>()).add(summary.id());
            }
            offset += page.size();
        }
        return known;
    }

    /** The recipe, with a problem noted if it is known, and known from now on. */
    ImportedRecipe checked(ImportedRecipe imported) {
        Recipe recipe = imported.recipe();
        List<Text> named = ofName(SearchForm.of(recipe.name()));
        Text text = Text.of(recipe);
        String origin = origin(recipe);
        UUID sameOrigin = origin == null ? null : origins().putIfAbsent(origin, recipe.id());
        UUID sameSource = addSource(recipe.source(), recipe.id());
        Text same = named.stream().filter(other -> other.lines().equals(text.lines())).findFirst().orElse(null);
        Text near = named.stream().filter(text::isNear).findFirst().orElse(null);
        named.add(text);
        if (sameOrigin != null) {
            return copy(imported, sameOrigin, SAME_ORIGIN);
        }
        if (sameSource != null) {
            return copy(imported, sameSource, SAME_ADDRESS);
        }
        if (same != null) {
            return copy(imported, same.id(), SAME_CONTENT);
        }
        return near == null ? imported : copy(imported, near.id(), NEAR_CONTENT);
    }

    private ImportedRecipe copy(ImportedRecipe imported, UUID of, Problem problem) {
        return imported.copyOf(keptIds.contains(of) ? of : null, problem);
    }

    /** The programs' ids of all kept recipes, looked up when the first recipe with one comes. */
    private Map<String, UUID> origins() {
        if (origins == null) {
            origins = new HashMap<>();
            List<UUID> all = List.copyOf(keptIds);
            for (int from = 0; kept != null && from < all.size(); from += SLICE) {
                for (Recipe recipe : kept.findAll(all.subList(from, Math.min(all.size(), from + SLICE)))) {
                    String origin = origin(recipe);
                    if (origin != null) {
                        origins.putIfAbsent(origin, recipe.id());
                    }
                }
            }
        }
        return origins;
    }

    private static @Nullable String origin(Recipe recipe) {
        Origin origin = recipe.details().origin();
        return origin == null || origin.id() == null ? null : origin.format() + " " + origin.id();
    }

    /** What all recipes of a title say, those kept looked up when the title comes up first. */
    private List<Text> ofName(String name) {
        return texts.computeIfAbsent(name, k -> {
            List<Text> all = new ArrayList<>();
            for (UUID id : ids.getOrDefault(k, List.of())) {
                if (kept != null) {
                    kept.find(id).ifPresent(recipe -> all.add(Text.of(recipe)));
                }
            }
            return all;
        });
    }

    private @Nullable UUID addSource(@Nullable String source, UUID id) {
        return source != null && source.matches("https?://.+") ? sources.putIfAbsent(address(source), id) : null;
    }

    /** An address without what does not change the page: scheme, {@code www}, a last slash, a fragment. */
    private static String address(String source) {
        return source.replaceFirst("^https?://(www\\.)?", "").replaceFirst("#.*$", "").replaceFirst("/$", "");
    }
}

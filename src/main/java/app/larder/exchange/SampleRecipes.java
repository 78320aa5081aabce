package app.larder.exchange;

import app.larder.exchange.format.Draft;
import app.larder.exchange.format.Patience;
import app.larder.exchange.format.TextReader;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The handful of recipes a first start offers, so that the window is not empty; written for Larder. */
public final class SampleRecipes {

    private final Clock clock;

    /** Samples dated by a clock. */
    public SampleRecipes(Clock clock) {
        this.clock = clock;
    }

    /** Knows the samples of all languages again, as Larder brought them; one that somebody has changed is none. */
    public Predicate<Recipe> untouched() {
        Set<List<?>> samples = Stream.of(Locale.ENGLISH, Locale.GERMAN)
                .flatMap(language -> in(language).stream())
                .map(sample -> said(sample.recipe()))
                .collect(Collectors.toSet());
        return recipe -> samples.contains(said(recipe));
    }

    /** What a person reads of a recipe. */
    private static List<?> said(Recipe recipe) {
        return Arrays.asList(
                recipe.name(),
                recipe.description(),
                recipe.ingredients().stream().map(Ingredient::line).toList(),
                recipe.prepTimeMinutes(),
                recipe.instructions(),
                recipe.details().servings(),
                recipe.details().tags(),
                recipe.details().notes());
    }

    /** The samples in a language, English where there are none in it; {@link Importer#commit} keeps them as one batch. */
    public List<ImportedRecipe> in(Locale language) {
        String name = language.getLanguage().equals("de") ? "recipes_de.json" : "recipes_en.json";
        try (InputStream in = Objects.requireNonNull(SampleRecipes.class.getResourceAsStream("/samples/" + name))) {
            List<Draft> drafts = new TextReader().read(new String(in.readAllBytes(), StandardCharsets.UTF_8), null);
            RecipeMaker maker = new RecipeMaker(clock);
            return drafts.stream().map(draft -> maker.make(name, "Larder", draft, List.of(), Patience.ENDLESS)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

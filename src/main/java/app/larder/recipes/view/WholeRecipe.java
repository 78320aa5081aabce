package app.larder.recipes.view;

import app.larder.exchange.ImportProgress;
import app.larder.exchange.ImportReport;
import app.larder.exchange.ImportSource;
import app.larder.exchange.Importer;
import app.larder.fx.Background;
import app.larder.recipes.Recipe;
import java.util.List;
import java.util.function.Consumer;

/** Looks whether a pasted text is a whole recipe, and takes it apart. */
final class WholeRecipe {

    /** Lines from which on a text may be one. */
    private static final int LEAST_LINES = 4;

    private final Importer importer;
    private final Background background;

    WholeRecipe(Importer importer, Background background) {
        this.importer = importer;
        this.background = background;
    }

    /** Tells {@code found} of the recipe if the text is one: with two ingredients and a step at least. */
    void look(String text, Consumer<Recipe> found, Consumer<Exception> failed) {
        if (text.lines().filter(line -> !line.isBlank()).count() >= LEAST_LINES) {
            background.run(() -> read(text), report -> report.recipes().stream()
                    .map(imported -> imported.recipe())
                    .filter(recipe -> report.recipes().size() == 1 && isWhole(recipe))
                    .forEach(found), failed);
        }
    }

    private ImportReport read(String text) {
        return importer.read(
                List.of(new ImportSource.Pasted(text, "")), item -> {}, ImportProgress.SILENT, () -> false);
    }

    private static boolean isWhole(Recipe recipe) {
        return recipe.ingredients().size() >= 2 && !recipe.steps().isEmpty();
    }
}

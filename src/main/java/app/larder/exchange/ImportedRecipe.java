package app.larder.exchange;

import app.larder.exchange.format.Problem;
import app.larder.recipes.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recipe read in and not yet kept.
 *
 * @param file what it was read from: a path, a link, the name of a pasted text
 * @param recipe the recipe with a fresh id, in no import batch yet
 * @param problems what a person should look at first; may be empty
 * @param pictures where its photos are
 * @param twin the kept recipe it is a copy of; null if it is none, or of one that came earlier in the same import
 */
public record ImportedRecipe(
        String file, Recipe recipe, List<Problem> problems, List<PictureSource> pictures, @Nullable UUID twin) implements ImportItem {

    public ImportedRecipe {
        problems = List.copyOf(problems);
        pictures = List.copyOf(pictures);
    }

    ImportedRecipe(String file, Recipe recipe, List<Problem> problems) {
        this(file, recipe, problems, List.of(), null);
    }

    /** The steps in order, section headings as lines of their own. */
    public List<String> steps() {
        return recipe.steps();
    }

    /** Whether it is already kept, or came earlier in the same import. */
    public boolean isKnown() {
        return problems.stream().anyMatch(KnownRecipes.NOTED::contains);
    }

    /** How many photos it brings. */
    public int photos() {
        return pictures.size();
    }

    ImportedRecipe with(List<PictureSource> photos) {
        return new ImportedRecipe(file, recipe, problems, photos, twin);
    }

    ImportedRecipe copyOf(@Nullable UUID kept, Problem problem) {
        List<Problem> all = new ArrayList<>(problems);
        all.add(problem);
        return new ImportedRecipe(file, recipe, all, pictures, kept);
    }
}

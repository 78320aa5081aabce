package app.larder.exchange.output;

import app.larder.recipes.Ingredient;
import app.larder.recipes.Method;
import app.larder.recipes.Recipe;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes an archive of Markdown files (CommonMark), one a recipe, photos beside them. */
final class MarkdownWriter implements RecipeWriter {

    @Override
    public void write(Iterator<Recipe> recipes, Photos photos, OutputStream out) throws IOException {
        FileNames names = new FileNames();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        while (recipes.hasNext()) {
            Recipe recipe = recipes.next();
            String name = names.of(recipe.name());
            List<Photos.Shot> shots = photos.of(recipe);
            zip.putNextEntry(new ZipEntry(name + ".md"));
            zip.write(text(recipe, name, shots).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            for (int i = 0; i < shots.size(); i++) {
                zip.putNextEntry(new ZipEntry(photo(name, i, shots.get(i))));
                zip.write(shots.get(i).bytes());
                zip.closeEntry();
            }
        }
        zip.finish();
    }

    private static String photo(String name, int number, Photos.Shot shot) {
        return name + (number == 0 ? "." : "." + number + ".") + shot.ending();
    }

    private static String text(Recipe recipe, String name, List<Photos.Shot> shots) {
        StringBuilder text = new StringBuilder("# ").append(recipe.name()).append("\n\n");
        for (int i = 0; i < shots.size(); i++) {
            text.append("![](<").append(photo(name, i, shots.get(i))).append(">)\n\n");
        }
        if (recipe.description() != null) {
            text.append(recipe.description()).append("\n\n");
        }
        fact(text, "Servings", Said.portions(recipe));
        fact(text, "Preparation time", minutes(recipe.prepTimeMinutes()));
        fact(text, "Cooking time", minutes(recipe.details().cookTimeMinutes()));
        fact(text, "Total time", minutes(recipe.details().totalTimeMinutes()));
        fact(text, "Tags", String.join(", ", recipe.details().tags()));
        fact(text, "Rating", recipe.details().rating() == null ? "" : "★".repeat(recipe.details().rating()));
        fact(text, "Source", Said.orEmpty(recipe.source()));
        text.append("\n## Ingredients\n\n");
        String section = null;
        for (Ingredient line : recipe.ingredients()) {
            if (line.section() != null && !Objects.equals(section, line.section())) {
                text.append("\n### ").append(line.section()).append("\n\n");
            }
            section = line.section();
            text.append("- ").append(line.line()).append('\n');
        }
        text.append("\n## Method\n\n");
        List<Method.Step> steps = Method.of(recipe);
        for (Method.Step step : steps) {
            if (step.section() != null) {
                text.append("\n### ").append(step.section()).append("\n\n");
            }
            text.append(steps.size() == 1 ? "" : step.number() + ". ").append(step.text()).append('\n');
        }
        if (recipe.details().notes() != null) {
            text.append("\n## Notes\n\n").append(recipe.details().notes()).append('\n');
        }
        return text.toString();
    }

    private static void fact(StringBuilder text, String label, String value) {
        if (!value.isEmpty()) {
            text.append("- ").append(label).append(": ").append(value).append('\n');
        }
    }

    private static String minutes(@Nullable Integer minutes) {
        return minutes == null ? "" : minutes + " min";
    }
}

package app.larder.exchange.output;

import app.larder.exchange.DraftedRecipe;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Method;
import app.larder.recipes.Origin;
import app.larder.recipes.Recipe;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes an archive of Cooklang files, one a recipe, photos beside them. A recipe that came as Cooklang and nobody has
 * changed is written as it came; in others the ingredients come before the steps, because which step takes which is not
 * said.
 */
final class CooklangWriter implements RecipeWriter {

    @Override
    public void write(Iterator<Recipe> recipes, Photos photos, OutputStream out) throws IOException {
        FileNames names = new FileNames();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        while (recipes.hasNext()) {
            Recipe recipe = recipes.next();
            String name = names.of(recipe.name());
            zip.putNextEntry(new ZipEntry(name + ".cook"));
            zip.write(text(recipe).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            List<Photos.Shot> shots = photos.of(recipe);
            for (int i = 0; i < shots.size(); i++) {
                zip.putNextEntry(new ZipEntry(name + (i == 0 ? "." : "." + (i - 1) + ".") + shots.get(i).ending()));
                zip.write(shots.get(i).bytes());
                zip.closeEntry();
            }
        }
        zip.finish();
    }

    static String text(Recipe recipe) {
        Origin origin = recipe.details().origin();
        if (origin != null && origin.format().equals("cooklang") && origin.fields().get("text") instanceof String came) {
            Optional<Recipe> then = new DraftedRecipe().of(recipe);
            if (then.isPresent() && body(then.get()).equals(body(recipe)) && head(then.get(), recipe.name()).equals(head(recipe, recipe.name()))) {
                return came;
            }
        }
        return head(recipe, recipe.name()) + body(recipe);
    }

    private static String head(Recipe recipe, String title) {
        StringBuilder head = new StringBuilder("---\n");
        field(head, "title", title);
        field(head, "description", recipe.description());
        field(head, "servings", Said.portions(recipe));
        field(head, "prep time", minutes(recipe.prepTimeMinutes()));
        field(head, "cook time", minutes(recipe.details().cookTimeMinutes()));
        field(head, "time", minutes(recipe.details().totalTimeMinutes()));
        field(head, "source", recipe.source());
        field(head, "rating", recipe.details().rating() == null ? null : recipe.details().rating().toString());
        if (!recipe.details().tags().isEmpty()) {
            head.append("tags:\n");
            recipe.details().tags().forEach(tag -> head.append("  - ").append(quoted(tag)).append('\n'));
        }
        return head.append("---\n\n").toString();
    }

    private static void field(StringBuilder head, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            head.append(key).append(": ").append(quoted(value)).append('\n');
        }
    }

    private static String quoted(String value) {
        return value.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ,.()/_&?=:-]*") && !value.contains(": ") && !value.endsWith(":")
                ? value
                : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private static String body(Recipe recipe) {
        StringBuilder body = new StringBuilder();
        String section = null;
        for (Ingredient line : recipe.ingredients()) {
            if (line.section() != null && !Objects.equals(section, line.section())) {
                body.append("= ").append(line.section()).append(" =\n\n");
            }
            section = line.section();
            body.append(marked(line)).append("\n\n");
        }
        boolean headed = section != null;
        for (Method.Step step : Method.of(recipe)) {
            if (step.section() != null || headed) {
                body.append("= ").append(step.section() == null ? "" : step.section()).append(" =\n\n");
                headed = false;
            }
            body.append(step.text()).append("\n\n");
        }
        if (recipe.details().notes() != null) {
            recipe.details().notes().lines().forEach(line -> body.append("> ").append(line).append('\n'));
        }
        return body.toString();
    }

    private static String marked(Ingredient line) {
        String amount = line.quantityMax() == null ? line.quantity() : line.quantity() + "-" + line.quantityMax();
        String inside = line.unit().isEmpty() ? amount : amount + "%" + line.unit();
        return "@" + (line.optional() ? "?" : "") + line.name() + "{" + inside + "}" + (line.note() == null ? "" : "(" + line.note() + ")");
    }

    private static @Nullable String minutes(@Nullable Integer minutes) {
        return minutes == null ? null : minutes + " minutes";
    }
}

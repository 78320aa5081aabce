package app.larder.exchange.output;

import app.larder.recipes.Ingredient;
import app.larder.recipes.Method;
import app.larder.recipes.Recipe;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes the archive that Mealie's migration "Mealie Alpha" and its own export have: one folder a recipe. */
final class MealieWriter implements RecipeWriter {

    @Override
    public void write(Iterator<Recipe> recipes, Photos photos, OutputStream out) throws IOException {
        FileNames names = new FileNames();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        while (recipes.hasNext()) {
            Recipe recipe = recipes.next();
            String slug = names.slug(recipe.name());
            Map<String, Object> fields =
                    JsonFields.of(recipe, "mealie", each -> ours(each, slug));
            zip.putNextEntry(new ZipEntry("recipes/" + slug + "/" + slug + ".json"));
            zip.write(JsonFields.prettyBytes(fields));
            zip.closeEntry();
            List<Photos.Shot> shots = photos.of(recipe);
            if (!shots.isEmpty()) {
                zip.putNextEntry(new ZipEntry("recipes/" + slug + "/images/original." + shots.getFirst().ending()));
                zip.write(shots.getFirst().bytes());
                zip.closeEntry();
            }
        }
        zip.finish();
    }

    private static Map<String, Object> ours(Recipe recipe, String slug) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", recipe.id().toString());
        fields.put("name", recipe.name());
        fields.put("slug", slug);
        fields.put("image", slug);
        fields.put("description", Said.orEmpty(recipe.description()));
        fields.put("recipe_category", List.of());
        fields.put("tags", recipe.details().tags());
        fields.put("tools", List.of());
        fields.put("rating", recipe.details().rating());
        fields.put("date_added", LocalDate.ofInstant(recipe.createdAt(), ZoneOffset.UTC).toString());
        fields.put("created_at", recipe.createdAt().toString());
        fields.put("recipe_yield", Said.orEmpty(recipe.details().yield()));
        fields.put("recipe_servings", recipe.details().servings());
        fields.put("recipe_ingredient", ingredients(recipe));
        fields.put("recipe_instructions", steps(recipe));
        fields.put("prep_time", minutes(recipe.prepTimeMinutes()));
        fields.put("cook_time", minutes(recipe.details().cookTimeMinutes()));
        fields.put("total_time", minutes(recipe.details().totalTimeMinutes()));
        fields.put("notes", recipe.details().notes() == null ? List.of() : List.of(Map.of("title", "", "text", recipe.details().notes())));
        fields.put("org_url", Said.link(recipe));
        fields.put("settings", Map.of("public", true, "disable_amount", true));
        fields.put("assets", List.of());
        fields.put("extras", Map.of());
        fields.put("comments", List.of());
        return fields;
    }

    private static List<Map<String, Object>> ingredients(Recipe recipe) {
        List<Map<String, Object>> lines = new ArrayList<>();
        String section = null;
        for (Ingredient line : recipe.ingredients()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("title", Objects.equals(section, line.section()) ? null : line.section());
            section = line.section();
            object.put("note", line.line());
            object.put("unit", null);
            object.put("food", null);
            object.put("disable_amount", true);
            object.put("quantity", 1);
            lines.add(object);
        }
        return lines;
    }

    private static List<Map<String, Object>> steps(Recipe recipe) {
        List<Map<String, Object>> steps = new ArrayList<>();
        for (Method.Step step : Method.of(recipe)) {
            steps.add(Map.of("title", step.section() == null ? "" : step.section(), "text", step.text()));
        }
        return steps;
    }

    private static @Nullable String minutes(@Nullable Integer minutes) {
        return minutes == null ? null : minutes + " minutes";
    }
}

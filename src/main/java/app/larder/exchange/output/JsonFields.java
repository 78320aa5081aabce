package app.larder.exchange.output;

import app.larder.exchange.DraftedRecipe;
import app.larder.recipes.Origin;
import app.larder.recipes.Recipe;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON object of a recipe, with all that the program it came from said and nobody has changed since. */
final class JsonFields {

    private static final JsonMapper JSON = new JsonMapper();

    private JsonFields() {}

    /**
     * The fields to write.
     *
     * @param format whose recipes keep what they came with
     * @param ours what this program would write of a recipe
     */
    static Map<String, Object> of(Recipe recipe, String format, Function<Recipe, Map<String, Object>> ours) {
        Map<String, Object> now = ours.apply(recipe);
        Origin origin = recipe.details().origin();
        if (origin == null || !origin.format().equals(format)) {
            return now;
        }
        Optional<Recipe> came = new DraftedRecipe().of(recipe);
        if (came.isEmpty()) {
            return now;
        }
        Map<String, Object> then = ours.apply(came.get());
        Map<String, Object> fields = new LinkedHashMap<>(origin.fields());
        now.forEach((key, value) -> {
            if (!Objects.equals(tree(value), tree(then.get(key)))) {
                fields.put(key, value);
            }
        });
        return fields;
    }

    private static JsonNode tree(@Nullable Object value) {
        return JSON.valueToTree(value);
    }

    static byte[] bytes(Map<String, Object> fields) {
        return JSON.writeValueAsBytes(fields);
    }

    static byte[] prettyBytes(Map<String, Object> fields) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(fields);
    }
}

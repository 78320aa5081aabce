package app.larder.exchange.output;

import app.larder.recipes.Recipe;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes schema.org recipes in one JSON-LD file, photos inside as data URLs (RFC 2397). */
final class JsonLdWriter implements RecipeWriter {

    @Override
    public void write(Iterator<Recipe> recipes, Photos photos, OutputStream out) throws IOException {
        out.write("[".getBytes(StandardCharsets.UTF_8));
        String between = "\n";
        while (recipes.hasNext()) {
            Recipe recipe = recipes.next();
            out.write(between.getBytes(StandardCharsets.UTF_8));
            out.write(JsonFields.prettyBytes(fields(recipe, photos)));
            between = ",\n";
        }
        out.write("\n]\n".getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> fields(Recipe recipe, Photos photos) {
        Map<String, Object> fields = new LinkedHashMap<>(JsonFields.of(recipe, "json-ld", JsonLdWriter::ours));
        List<String> images = new ArrayList<>();
        for (Photos.Shot shot : photos.of(recipe)) {
            images.add("data:" + shot.mediaType() + ";base64," + Base64.getEncoder().encodeToString(shot.bytes()));
        }
        Object before = fields.get("image");
        if (before instanceof String address) {
            images.add(address);
        } else if (before instanceof List<?> list) {
            list.stream().filter(String.class::isInstance).map(String.class::cast).forEach(images::add);
        }
        if (!photos.of(recipe).isEmpty()) {
            fields.put("image", images);
        }
        return fields;
    }

    private static Map<String, Object> ours(Recipe recipe) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("@context", "https://schema.org");
        fields.put("@type", "Recipe");
        fields.put("identifier", recipe.id().toString());
        fields.put("name", recipe.name());
        put(fields, "description", recipe.description());
        put(fields, "url", Said.link(recipe));
        if (recipe.source() != null && Said.link(recipe) == null) {
            fields.put("author", Map.of("@type", "Person", "name", recipe.source()));
        }
        put(fields, "prepTime", duration(recipe.prepTimeMinutes()));
        put(fields, "cookTime", duration(recipe.details().cookTimeMinutes()));
        put(fields, "totalTime", duration(recipe.details().totalTimeMinutes()));
        List<String> yields = new ArrayList<>();
        if (recipe.details().servings() != null) {
            yields.add(recipe.details().servings().toString());
        }
        if (recipe.details().yield() != null) {
            yields.add(recipe.details().yield());
        }
        fields.put("recipeYield", yields);
        fields.put("keywords", String.join(", ", recipe.details().tags()));
        fields.put("recipeIngredient", Said.ingredients(recipe, "## ", ""));
        fields.put("recipeInstructions", Said.steps(recipe));
        if (recipe.details().rating() != null) {
            fields.put("aggregateRating", Map.of(
                    "@type", "AggregateRating", "ratingValue", recipe.details().rating().toString(),
                    "ratingCount", "1", "bestRating", "5", "worstRating", "1"));
        }
        if (recipe.details().notes() != null) {
            fields.put("comment", List.of(Map.of("@type", "Comment", "name", "Author Notes", "text", recipe.details().notes())));
        }
        fields.put("dateCreated", recipe.createdAt().toString());
        return fields;
    }

    private static void put(Map<String, Object> fields, String key, @Nullable String value) {
        if (value != null) {
            fields.put(key, value);
        }
    }

    /** ISO 8601. */
    static @Nullable String duration(@Nullable Integer minutes) {
        return minutes == null ? null : "PT" + minutes + "M";
    }
}

package app.larder.exchange.format;

import app.larder.recipes.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the schema.org recipe in a program's file says beyond one on a page: RecipeSage's notes and rating, Nextcloud
 * Cookbook's photo beside the file, Larder's own inside it. All is kept as it came.
 */
final class SchemaExtras {

    private static final List<String> PHOTOS = List.of("full.jpg", "full.jpeg", "full.png", "full.webp");

    private SchemaExtras() {}

    static Draft.Extras of(JsonNode recipe) {
        List<Draft.Picture> pictures = new ArrayList<>();
        boolean inline = false;
        for (JsonNode image : Nodes.each(recipe.get("image"))) {
            String text = Nodes.text(image);
            if (text != null && text.startsWith("data:")) {
                pictures.add(new Draft.Picture.Inline(text));
                inline = true;
            }
        }
        if (!inline) {
            pictures.add(new Draft.Picture.Beside(PHOTOS));
        }
        return new Draft.Extras(
                notes(recipe),
                rating(recipe.get("aggregateRating")),
                Told.moment(recipe.get("dateCreated")),
                new Origin("json-ld", id(recipe), fields(recipe, inline)),
                pictures);
    }

    private static Map<String, Object> fields(JsonNode recipe, boolean inline) {
        return OriginFields.of(recipe, inline ? Set.of("image") : Set.of());
    }

    private static @Nullable String id(JsonNode recipe) {
        JsonNode identifier = Nodes.first(recipe, "identifier", "id");
        String id = Nodes.text(identifier == null ? recipe.get("@id") : identifier);
        // Nextcloud counts its recipes, on every server from one on.
        return id == null || id.matches("\\d+") ? null : id;
    }

    /** A site's rating is the average of many, a program's is the person's own. */
    private static @Nullable Integer rating(@Nullable JsonNode rating) {
        if (rating == null || !rating.isObject()) {
            return null;
        }
        String count = Nodes.text(Nodes.first(rating, "ratingCount", "reviewCount"));
        return count == null || count.equals("1") ? Told.stars(rating.get("ratingValue")) : null;
    }

    private static @Nullable String notes(JsonNode recipe) {
        List<String> notes = new ArrayList<>();
        for (JsonNode comment : Nodes.each(recipe.get("comment"))) {
            String text = comment.isObject() && "Author Notes".equals(Told.line(comment.get("name")))
                    ? Told.paragraph(comment.get("text"))
                    : null;
            if (text != null) {
                notes.add(text);
            }
        }
        return notes.isEmpty() ? null : String.join("\n", notes);
    }
}

package app.larder.exchange.format;

import app.larder.recipes.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a recipe of Paprika Recipe Manager 3: one JSON object of plain texts. Any key may be missing. */
final class PaprikaReader implements ProgramReader {

    /** Kept as photos, not as text. */
    private static final Set<String> PICTURES = Set.of("photo_data", "photo_large", "photos");

    @Override
    public boolean knows(JsonNode value) {
        return value.isObject()
                && !value.has("@type")
                && value.has("name")
                && isText(value, "ingredients")
                && isText(value, "directions")
                && (value.has("uid") || value.has("directions"));
    }

    private static boolean isText(JsonNode value, String key) {
        JsonNode field = value.get(key);
        return field == null || field.isNull() || field.isString();
    }

    @Override
    public List<Draft> read(JsonNode recipe, Patience patience) {
        List<Problem> problems = new ArrayList<>();
        IngredientLines lines = new IngredientLines();
        text(recipe, "ingredients").forEach(lines::add);
        Draft.Times times = new Draft.Times(
                Told.minutes(recipe.get("prep_time"), Problem.Kind.NO_PREP_TIME, problems),
                Told.minutes(recipe.get("cook_time"), Problem.Kind.NO_COOK_TIME, problems),
                Told.minutes(recipe.get("total_time"), Problem.Kind.NO_TOTAL_TIME, problems));
        String servings = Told.line(recipe.get("servings"));
        return List.of(new Draft(
                new Draft.About(
                        Told.line(recipe.get("name")),
                        Told.paragraph(recipe.get("description")),
                        Told.names(recipe.get("categories")),
                        Told.line(recipe.get("source")),
                        Told.address(recipe.get("source_url"))),
                lines.lines(),
                Numbering.removed(text(recipe, "directions")),
                times,
                servings == null ? Draft.Portions.NONE : Servings.of(List.of(servings)),
                problems,
                new Draft.Extras(
                        Told.paragraph(recipe.get("notes")),
                        Told.stars(recipe.get("rating")),
                        Told.moment(recipe.get("created")),
                        new Origin(
                                "paprika", Nodes.text(recipe.get("uid")), OriginFields.of(recipe, PICTURES)),
                        pictures(recipe))));
    }

    private static List<String> text(JsonNode recipe, String key) {
        String text = Nodes.text(recipe.get(key));
        return text == null ? List.of() : CleanText.lines(text);
    }

    private static List<Draft.Picture> pictures(JsonNode recipe) {
        List<Draft.Picture> pictures = new ArrayList<>();
        add(pictures, recipe.get("photo_large"));
        if (pictures.isEmpty()) {
            add(pictures, recipe.get("photo_data"));
        }
        for (JsonNode photo : Nodes.each(recipe.get("photos"))) {
            add(pictures, photo.isObject() ? photo.get("data") : photo);
        }
        return pictures;
    }

    private static void add(List<Draft.Picture> pictures, @Nullable JsonNode data) {
        String text = Nodes.text(data);
        // Programs have written a file's name there.
        if (text != null && !text.matches("[^/+=]{1,200}\\.\\w{3,4}")) {
            pictures.add(new Draft.Picture.Inline(text));
        }
    }
}

package app.larder.exchange.format;

import app.larder.recipes.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a recipe as Mealie exports it, its keys in snake case (files) or camel case (its API), of any version since 0.5. */
final class MealieReader implements ProgramReader {

    @Override
    public boolean knows(JsonNode value) {
        JsonNode lines = Nodes.first(value, "recipe_ingredient", "recipeIngredient");
        return value.isObject()
                && !value.has("@type")
                && value.has("name")
                && (value.has("recipe_ingredient") || value.has("recipeIngredient") || value.has("recipe_instructions"))
                && value.has("slug")
                && (lines == null || lines.isArray());
    }

    @Override
    public List<Draft> read(JsonNode recipe, Patience patience) {
        return List.of(draft(recipe, List.of("images/original.webp", "images/original.jpg", "images/original.png",
                "images/original.jpeg", "images/min-original.webp")));
    }

    /** The recipe, its photo in one of some places. */
    Draft draft(JsonNode recipe, List<String> photoPlaces) {
        List<Problem> problems = new ArrayList<>();
        List<Draft.Line> lines = new ArrayList<>();
        String section = null;
        for (JsonNode each : Nodes.each(get(recipe, "recipe_ingredient", "recipeIngredient"))) {
            String title = each.isObject() ? Told.line(each.get("title")) : null;
            section = title == null ? section : title;
            String line = each.isObject() ? line(each) : Told.line(each);
            if (line != null) {
                lines.add(new Draft.Line(line, section));
            }
        }
        Draft.Times times = new Draft.Times(
                Told.minutes(get(recipe, "prep_time", "prepTime"), Problem.Kind.NO_PREP_TIME, problems),
                Told.minutes(cooking(recipe), Problem.Kind.NO_COOK_TIME, problems),
                Told.minutes(get(recipe, "total_time", "totalTime"), Problem.Kind.NO_TOTAL_TIME, problems));
        return new Draft(
                new Draft.About(
                        Told.line(recipe.get("name")),
                        Told.paragraph(recipe.get("description")),
                        Stream.concat(
                                        Told.names(get(recipe, "recipe_category", "recipeCategory")).stream(),
                                        Told.names(recipe.get("tags")).stream())
                                .distinct()
                                .toList(),
                        null,
                        Told.address(get(recipe, "org_url", "orgURL"))),
                lines,
                steps(recipe),
                times,
                portions(recipe),
                problems,
                new Draft.Extras(
                        notes(recipe),
                        Told.stars(recipe.get("rating")),
                        Told.moment(Nodes.first(recipe, "created_at", "createdAt", "date_added", "dateAdded")),
                        new Origin("mealie", id(recipe), OriginFields.of(recipe, Set.of())),
                        List.of(new Draft.Picture.Beside(photoPlaces))));
    }

    private static @Nullable JsonNode cooking(JsonNode recipe) {
        JsonNode cook = get(recipe, "cook_time", "cookTime");
        return Nodes.text(cook) == null ? get(recipe, "perform_time", "performTime") : cook;
    }

    /** Either spelling. */
    static @Nullable JsonNode get(JsonNode recipe, String snake, String camel) {
        JsonNode value = recipe.get(snake);
        return value == null ? recipe.get(camel) : value;
    }

    private static @Nullable String id(JsonNode recipe) {
        String id = Nodes.text(recipe.get("id"));
        // The ids of the first versions count from one on every server.
        return id == null || id.length() < 32 ? Nodes.text(recipe.get("slug")) : id.replace("-", "");
    }

    /** The line as it was typed; else put together. Without a food the whole line is the note, and the amount means nothing. */
    private static @Nullable String line(JsonNode each) {
        String typed = Told.line(get(each, "original_text", "originalText"));
        if (typed != null) {
            return typed;
        }
        String food = name(each.get("food"));
        String note = Told.line(each.get("note"));
        JsonNode bare = get(each, "disable_amount", "disableAmount");
        if (food == null || (bare != null && bare.asBoolean(false))) {
            return note == null ? food : food == null ? note : food + ", " + note;
        }
        String unit = name(each.get("unit"));
        String line = Stream.of(Told.amount(each.get("quantity")), unit == null ? "" : unit, food)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return note == null ? line : line + ", " + note;
    }

    private static @Nullable String name(@Nullable JsonNode named) {
        return named == null ? null : Told.line(named.isObject() ? named.get("name") : named);
    }

    private static List<String> steps(JsonNode recipe) {
        List<String> steps = new ArrayList<>();
        for (JsonNode each : Nodes.each(get(recipe, "recipe_instructions", "recipeInstructions"))) {
            String title = each.isObject() ? Told.line(each.get("title")) : null;
            if (title != null) {
                steps.add(title.endsWith(":") ? title : title + ":");
            }
            String text = Nodes.text(each.isObject() ? each.get("text") : each);
            if (text != null) {
                steps.addAll(CleanText.lines(text));
            }
        }
        return Numbering.removed(steps);
    }

    private static @Nullable String notes(JsonNode recipe) {
        List<String> notes = new ArrayList<>();
        for (JsonNode each : Nodes.each(recipe.get("notes"))) {
            Stream.of(Told.line(each.get("title")), Told.paragraph(each.get("text")))
                    .flatMap(Stream::ofNullable)
                    .forEach(notes::add);
        }
        return notes.isEmpty() ? null : String.join("\n", notes);
    }

    private static Draft.Portions portions(JsonNode recipe) {
        String words = Told.line(get(recipe, "recipe_yield", "recipeYield"));
        String people = Told.amount(get(recipe, "recipe_servings", "recipeServings"));
        Draft.Portions said = words == null ? Draft.Portions.NONE : Servings.of(List.of(words));
        return people.matches("[1-9]\\d{0,4}") ? new Draft.Portions(Integer.valueOf(people), said.words()) : said;
    }
}

package app.larder.exchange.format;

import app.larder.recipes.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a recipe of Tandoor's "Default" export: ingredients hang on the steps that use them. */
final class TandoorReader implements ProgramReader {

    private static final List<String> PHOTOS =
            List.of("image.jpeg", "image.jpg", "image.png", "image.webp", "image.gif");

    @Override
    public boolean knows(JsonNode value) {
        JsonNode steps = value.get("steps");
        return value.isObject()
                && !value.has("@type")
                && value.has("name")
                && steps != null
                && steps.isArray()
                && (value.has("working_time") || (!steps.isEmpty() && steps.get(0).has("instruction")));
    }

    @Override
    public List<Draft> read(JsonNode recipe, Patience patience) {
        List<Draft.Line> lines = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        boolean one = recipe.get("steps").size() == 1;
        for (JsonNode step : Nodes.each(recipe.get("steps"))) {
            String heading = Told.line(step.get("name"));
            String section = one ? null : heading;
            for (JsonNode each : Nodes.each(step.get("ingredients"))) {
                String line = line(each);
                if (each.path("is_header").asBoolean(false)) {
                    section = Told.line(each.get("note"));
                } else if (line != null) {
                    lines.add(new Draft.Line(line, section));
                }
            }
            if (heading != null) {
                steps.add(heading.endsWith(":") ? heading : heading + ":");
            }
            String text = Nodes.text(step.get("instruction"));
            if (text != null) {
                steps.addAll(CleanText.lines(text));
            }
        }
        return List.of(new Draft(
                new Draft.About(
                        Told.line(recipe.get("name")),
                        Told.paragraph(recipe.get("description")),
                        Told.names(recipe.get("keywords")),
                        null,
                        Told.address(recipe.get("source_url"))),
                lines,
                Numbering.removed(steps),
                new Draft.Times(minutes(recipe, "working_time"), minutes(recipe, "waiting_time"), null),
                portions(recipe),
                List.of(),
                new Draft.Extras(
                        null,
                        Told.stars(recipe.get("rating")),
                        Told.moment(recipe.get("created_at")),
                        new Origin("tandoor", null, OriginFields.of(recipe, Set.of())),
                        List.of(new Draft.Picture.Beside(PHOTOS)))));
    }

    /** In Tandoor 0 minutes mean that nobody said. */
    private static @Nullable Integer minutes(JsonNode recipe, String key) {
        int minutes = recipe.path(key).asInt(0);
        return minutes > 0 ? Integer.valueOf(minutes) : null;
    }

    private static @Nullable String line(JsonNode each) {
        String food = name(each.get("food"));
        String note = Told.line(each.get("note"));
        if (food == null) {
            return note;
        }
        boolean bare = each.path("no_amount").asBoolean(false);
        String unit = name(each.get("unit"));
        String line = Stream.of(bare ? "" : Told.amount(each.get("amount")), bare || unit == null ? "" : unit, food)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return note == null ? line : line + " (" + note + ")";
    }

    private static @Nullable String name(@Nullable JsonNode named) {
        return named == null ? null : Told.line(named.isObject() ? named.get("name") : named);
    }

    private static Draft.Portions portions(JsonNode recipe) {
        int people = recipe.path("servings").asInt(0);
        String words = Told.line(recipe.get("servings_text"));
        return new Draft.Portions(people > 0 ? people : null, words == null ? null : people + " " + words);
    }
}

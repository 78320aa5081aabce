package app.larder.exchange.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one schema.org Recipe object, whichever way it was written down, into a draft. */
final class SchemaRecipe {

    private static final int LONGEST_TAG = 60;
    private static final int LONGEST_SHOWN = 80;
    private static final int MOST_PROBLEMS = 6;

    private final Nodes nodes;
    private final HeadingWords words;
    private final List<Problem> problems = new ArrayList<>();

    SchemaRecipe(Nodes nodes, HeadingWords words) {
        this.nodes = nodes;
        this.words = words;
    }

    Draft read(JsonNode recipe) {
        Draft.About about = new Draft.About(
                line(recipe, "name", "headline"),
                description(recipe),
                tags(recipe),
                person(recipe),
                address(recipe));
        Draft.Times times =
                new Draft.Times(
                        minutes(recipe, Problem.Kind.NO_PREP_TIME, "prepTime"),
                        minutes(recipe, Problem.Kind.NO_COOK_TIME, "cookTime", "performTime"),
                        minutes(recipe, Problem.Kind.NO_TOTAL_TIME, "totalTime"));
        List<Draft.Line> ingredients =
                new IngredientLines().addAll(Nodes.first(recipe, "recipeIngredient", "ingredients", "ingredient")).lines();
        List<String> steps = new Steps(nodes, words).read(Nodes.first(recipe, "recipeInstructions", "instructions", "step"));
        return new Draft(about, ingredients, steps, times, portions(recipe), problems);
    }

    private @Nullable String line(JsonNode recipe, String... names) {
        for (JsonNode each : Nodes.each(Nodes.first(recipe, names))) {
            String text = Nodes.text(each.isObject() ? Nodes.first(each, "@value", "name") : each);
            String clean = text == null ? "" : CleanText.line(text);
            if (!clean.isEmpty()) {
                return clean;
            }
        }
        return null;
    }

    private @Nullable String description(JsonNode recipe) {
        for (JsonNode each : Nodes.each(Nodes.first(recipe, "description"))) {
            String text = Nodes.text(each);
            if (text != null) {
                List<String> lines = CleanText.lines(text);
                return lines.isEmpty() ? null : String.join("\n", lines);
            }
        }
        return null;
    }

    private static List<String> tags(JsonNode recipe) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String field : List.of("recipeCategory", "recipeCuisine", "keywords")) {
            for (JsonNode each : Nodes.each(Nodes.first(recipe, field))) {
                String text = Nodes.text(each.isObject() ? Nodes.first(each, "name", "@value") : each);
                for (String tag : text == null ? new String[0] : CleanText.line(text).split("[,;]", -1)) {
                    String clean = tag.strip();
                    if (!clean.isEmpty() && clean.length() <= LONGEST_TAG) {
                        tags.putIfAbsent(clean.toLowerCase(Locale.ROOT), clean);
                    }
                }
            }
        }
        return List.copyOf(tags.values());
    }

    private @Nullable String person(JsonNode recipe) {
        for (JsonNode each : Nodes.each(Nodes.first(recipe, "author", "creator", "creditText"))) {
            JsonNode person = nodes.resolved(each);
            String text = Nodes.text(person.isObject() ? Nodes.first(person, "name") : person);
            if (text != null && !text.startsWith("http")) {
                return CleanText.line(text);
            }
        }
        return null;
    }

    private @Nullable String address(JsonNode recipe) {
        for (String field : List.of("url", "isBasedOn", "mainEntityOfPage", "@id")) {
            for (JsonNode each : Nodes.each(Nodes.first(recipe, field))) {
                String text = Nodes.text(each.isObject() ? Nodes.first(each, "@id", "url") : each);
                if (text != null && text.matches("https?://\\S+")) {
                    return text;
                }
            }
        }
        return null;
    }

    private @Nullable Integer minutes(JsonNode recipe, Problem.Kind kind, String... fields) {
        for (JsonNode each : Nodes.each(Nodes.first(recipe, fields))) {
            JsonNode value = each.isObject() ? Nodes.first(each, "maxValue", "value", "@value", "minValue", "name") : each;
            String text = Nodes.text(value);
            if (text == null) {
                continue;
            }
            Minutes.Reading reading = Minutes.of(text);
            if (reading.refused() && problems.size() < MOST_PROBLEMS) {
                problems.add(Problem.of(kind, fields[0], text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…"));
            }
            if (reading.minutes() != null) {
                return reading.minutes();
            }
        }
        return null;
    }

    private static Draft.Portions portions(JsonNode recipe) {
        List<String> yields = new ArrayList<>();
        for (JsonNode each : Nodes.each(Nodes.first(recipe, "recipeYield", "yield", "yields"))) {
            if (each.isObject()) {
                String value = Nodes.text(Nodes.first(each, "value", "maxValue", "@value", "minValue", "name"));
                String unit = Nodes.text(Nodes.first(each, "unitText", "unitCode", "description"));
                if (value != null) {
                    yields.add(unit == null ? value : value + " " + unit);
                }
            } else {
                String text = Nodes.text(each);
                if (text != null) {
                    yields.add(text);
                }
            }
        }
        return Servings.of(yields);
    }
}

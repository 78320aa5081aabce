package app.larder.cli;

import app.larder.kitchen.IngredientLineParser;
import app.larder.kitchen.ParsedLine;
import app.larder.kitchen.Quantity;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDetails;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A recipe as the commands print and read it: {@code name, ingredients[{text,quantity,unit,name}], steps[],
 * prepMinutes, totalMinutes, servings, source}, and of a stored one {@code id} before and {@code cookMinutes, yield,
 * description, tags[], notes, rating, createdAt} behind, with {@code quantityMax, note, optional} of a line that has them. When read,
 * keys that are left out keep the value a recipe has; null clears it, except for id and date, which every recipe has.
 */
final class RecipeJson {

    private static final String AN_ID = "an id as in 01890a5d-ac96-774b-bcce-b302099a8057";
    private static final String A_DATE = "a date and time as in 2026-03-01T18:30:00Z";

    /** The years a date may have, as both databases keep them alike. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private RecipeJson() {}

    /** A stored recipe. */
    static Map<String, @Nullable Object> of(Recipe recipe) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", recipe.id().toString());
        json.putAll(content(recipe));
        json.put("ingredients", recipe.ingredients().stream().map(RecipeJson::wholeLine).toList());
        json.put("cookMinutes", recipe.details().cookTimeMinutes());
        json.put("yield", recipe.details().yield());
        json.put("description", recipe.description());
        json.put("tags", recipe.details().tags());
        json.put("notes", recipe.details().notes());
        json.put("rating", recipe.details().rating());
        json.put("createdAt", recipe.createdAt().toString());
        return json;
    }

    /** What a recipe says, stored or not. */
    static Map<String, @Nullable Object> content(Recipe recipe) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", recipe.name());
        json.put("ingredients", recipe.ingredients().stream().map(RecipeJson::line).toList());
        json.put("steps", recipe.steps());
        json.put("prepMinutes", recipe.prepTimeMinutes());
        json.put("totalMinutes", recipe.minutes());
        json.put("servings", recipe.details().servings());
        json.put("source", recipe.source());
        return json;
    }

    private static Map<String, @Nullable Object> line(Ingredient ingredient) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("text", ingredient.line());
        line.put("quantity", ingredient.quantity());
        line.put("unit", ingredient.unit());
        line.put("name", ingredient.name());
        putGiven(line, "section", ingredient.section());
        return line;
    }

    private static Map<String, @Nullable Object> wholeLine(Ingredient ingredient) {
        Map<String, @Nullable Object> line = line(ingredient);
        putGiven(line, "quantityMax", ingredient.quantityMax());
        putGiven(line, "note", ingredient.note());
        if (ingredient.optional()) {
            line.put("optional", true);
        }
        return line;
    }

    private static void putGiven(Map<String, @Nullable Object> line, String key, @Nullable String value) {
        if (value != null) {
            line.put(key, value);
        }
    }

    /**
     * The recipe {@code before} with what the JSON object says.
     *
     * @throws CommandFailure with a sentence that names the key, if a value is of the wrong kind
     */
    static Recipe read(JsonNode json, Recipe before) {
        RecipeDetails details = before.details();
        return new Recipe(
                id(json, before.id()),
                json.has("name") ? String.valueOf(text(json, "name", "")) : before.name(),
                text(json, "description", before.description()),
                json.has("ingredients") ? ingredients(json.get("ingredients"), before) : before.ingredients(),
                number(json, "prepMinutes", before.prepTimeMinutes()),
                json.has("steps") ? steps(json.get("steps")) : before.instructions(),
                text(json, "source", before.source()),
                date(json, "createdAt", before.createdAt()),
                new RecipeDetails(
                        number(json, "servings", details.servings()),
                        text(json, "yield", details.yield()),
                        number(json, "cookMinutes", details.cookTimeMinutes()),
                        total(json, before),
                        json.has("tags") ? strings(json.get("tags"), "tags") : details.tags(),
                        text(json, "notes", details.notes()),
                        details.importBatch(),
                        number(json, "rating", details.rating()),
                        details.origin()));
    }

    /** What is printed as the total may be a sum of the parts; reading it back must not turn it into a total of its own. */
    private static @Nullable Integer total(JsonNode json, Recipe before) {
        Integer said = number(json, "totalMinutes", before.minutes());
        return said != null && said.equals(before.minutes()) ? before.details().totalTimeMinutes() : said;
    }

    private static List<Ingredient> ingredients(JsonNode list, Recipe before) {
        List<Ingredient> lines = new ArrayList<>();
        List<Ingredient> stored = new ArrayList<>(before.ingredients());
        for (JsonNode item : array(list, "ingredients")) {
            if (item.isString()) {
                lines.add(parsed(item.asString(), null));
            } else if (item.isObject()) {
                lines.add(ingredient(item, stored));
            } else {
                throw wrong("ingredients", "a list of lines or of {text, quantity, unit, name}");
            }
        }
        return lines;
    }

    /**
     * A line that says what a stored line says keeps that line's id, note and foreign keys, and takes it from
     * {@code stored}, so that an equal line gets the next one.
     */
    private static Ingredient ingredient(JsonNode item, List<Ingredient> stored) {
        String text = text(item, "text", null);
        for (Ingredient known : stored) {
            if (known.line().equals(text)
                    && known.name().equals(text(item, "name", known.name()))
                    && known.quantity().equals(text(item, "quantity", known.quantity()))
                    && known.unit().equals(text(item, "unit", known.unit()))
                    && Objects.equals(known.quantityMax(), text(item, "quantityMax", known.quantityMax()))
                    && Objects.equals(known.note(), text(item, "note", known.note()))
                    && known.optional() == flag(item, "optional", known.optional())) {
                stored.remove(known);
                return known.withSection(text(item, "section", known.section()));
            }
        }
        String name = text(item, "name", null);
        if (name == null && text != null) {
            return parsed(text, text(item, "section", null));
        }
        Ingredient plain = Ingredient.of(
                name == null ? "" : name, orEmpty(text(item, "quantity", "")), orEmpty(text(item, "unit", "")));
        return new Ingredient(
                plain.name(), plain.quantity(), plain.unit(), null, text, text(item, "note", null),
                text(item, "section", null), text(item, "quantityMax", null), flag(item, "optional", false), Map.of());
    }

    private static Ingredient parsed(String line, @Nullable String section) {
        ParsedLine said = IngredientLineParser.parse(line);
        return new Ingredient(
                said.name(),
                amount(said.quantity()),
                said.unit(),
                null,
                line,
                said.note().isEmpty() ? null : said.note(),
                section,
                said.quantityMax() == null ? null : said.quantityMax().toString(),
                said.optional(),
                Map.of());
    }

    private static String amount(@Nullable Quantity quantity) {
        return quantity == null ? "" : quantity.toString();
    }

    private static @Nullable String steps(JsonNode list) {
        List<String> steps = strings(list, "steps");
        return steps.isEmpty() ? null : String.join("\n", steps);
    }

    private static List<String> strings(JsonNode list, String key) {
        List<String> all = new ArrayList<>();
        for (JsonNode item : array(list, key)) {
            if (!item.isString()) {
                throw wrong(key, "a list of texts");
            }
            all.add(item.asString());
        }
        return all;
    }

    private static Iterable<JsonNode> array(JsonNode list, String key) {
        if (!list.isArray() && !list.isNull()) {
            throw wrong(key, "a list");
        }
        return list;
    }

    /** The id an object names, {@code otherwise} if none. */
    static UUID id(JsonNode json, UUID otherwise) {
        if (!json.hasNonNull("id")) {
            return otherwise;
        }
        String said = json.get("id").asString("");
        try {
            UUID id = UUID.fromString(said);
            // UUID also takes ids with digits left out, which are more likely a slip than an id.
            if (id.toString().equalsIgnoreCase(said)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw wrong("id", AN_ID, e);
        }
        throw wrong("id", AN_ID);
    }

    /** The moment (ISO 8601, with its offset from UTC) an object names, {@code otherwise} if none. */
    static Instant date(JsonNode json, String key, Instant otherwise) {
        if (!json.hasNonNull(key)) {
            return otherwise;
        }
        if (!json.get(key).isString()) {
            throw wrong(key, A_DATE);
        }
        try {
            Instant date = Instant.parse(json.get(key).asString());
            if (date.isBefore(FIRST) || !date.isBefore(END)) {
                throw wrong(key, A_DATE);
            }
            return date;
        } catch (DateTimeParseException e) {
            throw wrong(key, A_DATE, e);
        }
    }

    static @Nullable String text(JsonNode json, String key, @Nullable String otherwise) {
        JsonNode value = json.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value.isNull()) {
            return null;
        }
        if (!value.isString() && !value.isNumber()) {
            throw wrong(key, "a text");
        }
        return value.asString();
    }

    private static @Nullable Integer number(JsonNode json, String key, @Nullable Integer otherwise) {
        JsonNode value = json.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value.isNull()) {
            return null;
        }
        if (!value.canConvertToInt() || !value.isIntegralNumber() || value.asInt() < 0) {
            throw wrong(key, "a whole number, 0 or more");
        }
        return value.asInt();
    }

    private static boolean flag(JsonNode json, String key, boolean otherwise) {
        JsonNode value = json.get(key);
        if (value == null) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw wrong(key, "true or false");
        }
        return value.asBoolean();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static CommandFailure wrong(String key, String expected) {
        return new CommandFailure(Exit.USAGE, "\"" + key + "\" must be " + expected + ".");
    }

    private static CommandFailure wrong(String key, String expected, Exception cause) {
        return new CommandFailure(Exit.USAGE, "\"" + key + "\" must be " + expected + ".", cause);
    }
}

package app.larder.exchange.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@code database.json} of a full Mealie backup: its tables, put together to recipes as Mealie exports them. */
final class MealieBackupReader implements ProgramReader {

    private final MealieReader recipes = new MealieReader();

    @Override
    public boolean knows(JsonNode value) {
        return value.isObject() && isRows(value, "recipes") && isRows(value, "recipes_ingredients");
    }

    private static boolean isRows(JsonNode value, String table) {
        JsonNode rows = value.get(table);
        return rows != null && rows.isArray();
    }

    @Override
    public List<Draft> read(JsonNode backup, Patience patience) {
        Map<String, JsonNode> foods = byId(backup, "ingredient_foods");
        Map<String, JsonNode> units = byId(backup, "ingredient_units");
        Map<String, List<JsonNode>> lines = byRecipe(backup, "recipes_ingredients");
        Map<String, List<JsonNode>> steps = byRecipe(backup, "recipe_instructions");
        Map<String, List<JsonNode>> notes = byRecipe(backup, "notes");
        Map<String, List<JsonNode>> nutrition = byRecipe(backup, "recipe_nutrition");
        Map<String, List<JsonNode>> comments = byRecipe(backup, "recipe_comments");
        Map<String, List<JsonNode>> tags = linked(backup, "recipes_to_tags", "tag_id", "tags");
        Map<String, List<JsonNode>> categories = linked(backup, "recipes_to_categories", "category_id", "categories");
        Map<String, List<JsonNode>> tools = linked(backup, "recipes_to_tools", "tool_id", "tools");
        List<Draft> drafts = new ArrayList<>();
        for (JsonNode row : Nodes.each(backup.get("recipes"))) {
            patience.check();
            String id = id(row.get("id"));
            if (id == null || !(row instanceof ObjectNode known)) {
                continue;
            }
            ObjectNode recipe = known.deepCopy();
            ArrayNode list = recipe.putArray("recipe_ingredient");
            for (JsonNode line : lines.getOrDefault(id, List.of())) {
                list.add(whole(line, foods, units));
            }
            recipe.putArray("recipe_instructions").addAll(steps.getOrDefault(id, List.of()));
            recipe.putArray("notes").addAll(notes.getOrDefault(id, List.of()));
            recipe.putArray("tags").addAll(tags.getOrDefault(id, List.of()));
            recipe.putArray("recipe_category").addAll(categories.getOrDefault(id, List.of()));
            recipe.putArray("tools").addAll(tools.getOrDefault(id, List.of()));
            recipe.putArray("comments").addAll(comments.getOrDefault(id, List.of()));
            nutrition.getOrDefault(id, List.of()).stream().findFirst().ifPresent(facts -> recipe.set("nutrition", facts));
            drafts.add(recipes.draft(recipe, photos(id)));
        }
        return drafts;
    }

    private static ObjectNode whole(JsonNode line, Map<String, JsonNode> foods, Map<String, JsonNode> units) {
        ObjectNode whole = (ObjectNode) line.deepCopy();
        String food = id(line.get("food_id"));
        String unit = id(line.get("unit_id"));
        whole.set("food", food == null ? null : foods.get(food));
        whole.set("unit", unit == null ? null : units.get(unit));
        return whole;
    }

    private static List<String> photos(String id) {
        String dashed = id.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
        return List.of(
                "data/recipes/" + dashed + "/images/original.webp", "data/recipes/" + dashed + "/images/original.jpg",
                "data/recipes/" + id + "/images/original.webp");
    }

    private static Map<String, JsonNode> byId(JsonNode backup, String table) {
        Map<String, JsonNode> rows = new HashMap<>();
        for (JsonNode row : Nodes.each(backup.get(table))) {
            String id = id(row.get("id"));
            if (id != null) {
                rows.put(id, row);
            }
        }
        return rows;
    }

    private static Map<String, List<JsonNode>> byRecipe(JsonNode backup, String table) {
        Map<String, List<JsonNode>> rows = new HashMap<>();
        for (JsonNode row : Nodes.each(backup.get(table))) {
            String recipe = id(row.get("recipe_id"));
            if (recipe != null && row.isObject()) {
                rows.computeIfAbsent(recipe, k -> new ArrayList<>()).add(row);
            }
        }
        rows.values().forEach(list -> list.sort(Comparator.comparingInt(row -> row.path("position").asInt(0))));
        return rows;
    }

    private static Map<String, List<JsonNode>> linked(JsonNode backup, String links, String key, String table) {
        Map<String, JsonNode> named = byId(backup, table);
        Map<String, List<JsonNode>> rows = new HashMap<>();
        for (JsonNode link : Nodes.each(backup.get(links))) {
            String recipe = id(link.get("recipe_id"));
            String other = id(link.get(key));
            JsonNode row = other == null ? null : named.get(other);
            if (recipe != null && row != null) {
                rows.computeIfAbsent(recipe, k -> new ArrayList<>()).add(row);
            }
        }
        return rows;
    }

    private static @Nullable String id(@Nullable JsonNode value) {
        String id = Nodes.text(value);
        return id == null ? null : id.replace("-", "");
    }
}

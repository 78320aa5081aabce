package app.larder.cli;

import app.larder.pantry.HouseholdIngredient;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something at home as the commands print and read it: {@code id, name, quantity, unit, category, addedAt}. When read,
 * keys that are left out keep the value a thing has; null clears it, except for id and date, which every thing has.
 */
final class PantryJson {

    private PantryJson() {}

    static Map<String, @Nullable Object> of(HouseholdIngredient item) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", item.id().toString());
        json.put("name", item.name());
        json.put("quantity", item.quantity());
        json.put("unit", item.unit());
        json.put("category", item.category());
        json.put("addedAt", item.addedAt().toString());
        return json;
    }

    /**
     * The thing {@code before} with what the JSON object says.
     *
     * @throws CommandFailure with a sentence that names the key, if a value is of the wrong kind
     */
    static HouseholdIngredient read(JsonNode json, HouseholdIngredient before) {
        String name = RecipeJson.text(json, "name", before.name());
        return new HouseholdIngredient(
                RecipeJson.id(json, before.id()),
                name == null ? "" : name,
                RecipeJson.text(json, "quantity", before.quantity()),
                RecipeJson.text(json, "unit", before.unit()),
                RecipeJson.text(json, "category", before.category()),
                RecipeJson.date(json, "addedAt", before.addedAt()));
    }
}

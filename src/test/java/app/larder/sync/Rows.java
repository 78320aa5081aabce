package app.larder.sync;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows to try sync with. */
public final class Rows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TIME = "\"2026-11-23T18:00:00.000001+00:00\"";

    private Rows() {}

    /** An id that sorts as its number. */
    public static UUID id(int number) {
        return new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
    }

    public static RowKey key(Entity entity, int number) {
        return new RowKey(entity, id(number));
    }

    /** An image of JSON, quotes written as apostrophes. */
    public static Image image(String json) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        JSON.readTree(json.replace('\'', '"')).forEachEntry(fields::put);
        return new Image(fields);
    }

    public static JsonNode text(String value) {
        return JSON.valueToTree(value);
    }

    public static Image recipe(String name) {
        return image("{'description': null, 'ingredients': [{'name': 'leek', 'quantity': '2', 'unit': ''}],"
                        + " 'prep_time_minutes': 20, 'instructions': 'Cut. Cook.', 'source': null, 'created_at': "
                        + TIME + "}")
                .with("name", text(name));
    }

    public static Image details(String notes) {
        return image("{'servings': 4, 'yield_text': null, 'cook_time_minutes': null, 'total_time_minutes': 40,"
                        + " 'tags': ['soup'], 'import_batch': null, 'rating': null, 'origin': null}")
                .with("notes", text(notes));
    }

    public static Image chat(String title) {
        return image("{'created_at': " + TIME + ", 'updated_at': " + TIME + "}").with("title", text(title));
    }

    public static Image message(UUID chat, String content) {
        return image("{'role': 'user', 'created_at': " + TIME + "}")
                .with("session_id", text(chat.toString()))
                .with("content", text(content));
    }

    public static Image messageDetails() {
        return image("{'status': 'complete', 'model': 'm', 'replaces': null, 'extra': {}}");
    }

    public static Image item(String name, String quantity) {
        return image("{'unit': 'g', 'category': null, 'added_at': " + TIME + "}")
                .with("name", text(name))
                .with("quantity", text(quantity));
    }

    public static Image move(UUID item, String delta) {
        return image("{'unit': 'g', 'at': " + TIME + "}")
                .with("item_id", text(item.toString()))
                .with("delta", text(delta));
    }

    public static Image trash(String name) {
        return image("{'entity': 'recipe', 'image': {}, 'deleted_at': " + TIME + "}").with("name", text(name));
    }
}

package app.larder.store;

import app.larder.recipes.Ingredient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The shape of JSON columns. What other programs wrote is read as far as it makes sense and never refused: a missing or
 * null amount is an empty one, a number is its digits, a bare string is a line. What makes no sense to Larder stays in
 * {@link Ingredient#others} and is written back as it came.
 */
final class Json {

    private Json() {}

    /** A mapper that knows ingredient lines; immutable and thread-safe. */
    static JsonMapper mapper() {
        SimpleModule lines = new SimpleModule("larder");
        lines.addSerializer(Ingredient.class, new LineWriter());
        lines.addDeserializer(Ingredient.class, new LineReader());
        return JsonMapper.builder()
                .addModule(lines)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .build();
    }

    private static final class LineWriter extends ValueSerializer<Ingredient> {

        @Override
        public void serialize(Ingredient line, JsonGenerator out, SerializationContext context) {
            Map<String, Object> fields = new LinkedHashMap<>();
            promised(fields, "name", line.name(), line);
            promised(fields, "quantity", line.quantity(), line);
            promised(fields, "unit", line.unit(), line);
            own(fields, "id", line.id());
            own(fields, "text", line.text());
            own(fields, "note", line.note());
            own(fields, "section", line.section());
            own(fields, "quantityMax", line.quantityMax());
            own(fields, "optional", line.optional() ? Boolean.TRUE : null);
            line.others().forEach(fields::putIfAbsent);
            context.writeValue(out, fields);
        }

        /** Always written; another program's value that is no text stands where Larder has nothing to say. */
        private static void promised(Map<String, Object> fields, String key, String value, Ingredient line) {
            Object foreign = line.others().get(key);
            fields.put(key, value.isEmpty() && foreign != null ? foreign : value);
        }

        private static void own(Map<String, Object> fields, String key, @Nullable Object value) {
            if (value != null) {
                fields.put(key, value);
            }
        }
    }

    private static final class LineReader extends ValueDeserializer<Ingredient> {

        private static final Set<String> TEXTS =
                Set.of("name", "quantity", "unit", "id", "text", "note", "section", "quantityMax");

        @Override
        public Ingredient deserialize(JsonParser in, DeserializationContext context) {
            JsonNode node = context.readTree(in);
            if (!node.isObject()) {
                String text = node.isValueNode() && !node.isNull() ? node.asString() : node.toString();
                return new Ingredient(text, "", "", null, text, null, null, null, false, Map.of());
            }
            Map<String, String> texts = new LinkedHashMap<>();
            Map<String, Object> others = new LinkedHashMap<>();
            boolean optional = false;
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                String key = field.getKey();
                JsonNode value = field.getValue();
                if (TEXTS.contains(key) && (value.isString() || value.isNumber())) {
                    texts.put(key, value.asString());
                } else if (key.equals("optional") && value.isBoolean()) {
                    optional = value.booleanValue();
                } else if (!TEXTS.contains(key) || !value.isNull()) {
                    others.put(key, context.readTreeAsValue(value, Object.class));
                }
            }
            return new Ingredient(
                    texts.getOrDefault("name", ""),
                    texts.getOrDefault("quantity", ""),
                    texts.getOrDefault("unit", ""),
                    texts.get("id"),
                    texts.get("text"),
                    texts.get("note"),
                    texts.get("section"),
                    texts.get("quantityMax"),
                    optional,
                    others);
        }
    }
}

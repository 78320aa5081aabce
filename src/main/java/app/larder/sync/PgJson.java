package app.larder.sync;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** JSON as Postgres writes a {@code jsonb} value as text, character by character (jsonb.c, json.c: escape_json). */
final class PgJson {

    /** Keys by their length in bytes, then byte by byte (jsonb_util.c: lengthCompareJsonbString). */
    private static final Comparator<String> KEYS = Comparator.comparing(
            (String key) -> key.getBytes(StandardCharsets.UTF_8),
            Comparator.<byte[]>comparingInt(bytes -> bytes.length).thenComparing(Arrays::compareUnsigned));

    private PgJson() {}

    static String text(Image image) {
        StringBuilder text = new StringBuilder();
        object(image.fields(), text);
        return text.toString();
    }

    private static void write(JsonNode value, StringBuilder text) {
        if (value.isObject()) {
            Map<String, JsonNode> fields = new TreeMap<>(KEYS);
            value.forEachEntry(fields::put);
            object(fields, text);
        } else if (value.isArray()) {
            text.append('[');
            String separator = "";
            for (JsonNode inner : value) {
                text.append(separator);
                write(inner, text);
                separator = ", ";
            }
            text.append(']');
        } else if (value.isString()) {
            quote(value.stringValue(), text);
        } else if (value.isNumber()) {
            text.append(value.decimalValue().toPlainString());
        } else {
            text.append(value);
        }
    }

    private static void object(Map<String, JsonNode> fields, StringBuilder text) {
        Map<String, JsonNode> sorted = new TreeMap<>(KEYS);
        sorted.putAll(fields);
        text.append('{');
        String separator = "";
        for (Map.Entry<String, JsonNode> field : sorted.entrySet()) {
            text.append(separator);
            quote(field.getKey(), text);
            text.append(": ");
            write(field.getValue(), text);
            separator = ", ";
        }
        text.append('}');
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ') {
                        text.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}

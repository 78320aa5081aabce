package app.larder.sync;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** One way of writing a JSON value, so that equal values are equal texts. */
final class Canonical {

    private Canonical() {}

    static boolean same(JsonNode a, JsonNode b) {
        if (a.isString() && b.isString()) {
            String left = a.stringValue();
            String right = b.stringValue();
            return left.equals(right) || nfc(left).equals(nfc(right));
        }
        return a.equals(b) || text(a).equals(text(b));
    }

    private static String nfc(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** A value with sorted keys, numbers by value and texts in NFC; not JSON that anybody should parse. */
    static String text(JsonNode value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(JsonNode value, StringBuilder text) {
        if (value.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            value.forEachEntry(sorted::put);
            text.append('{');
            sorted.forEach((key, inner) -> {
                quote(key, text);
                text.append(':');
                write(inner, text);
                text.append(',');
            });
            text.append('}');
        } else if (value.isArray()) {
            text.append('[');
            value.forEach(inner -> {
                write(inner, text);
                text.append(',');
            });
            text.append(']');
        } else if (value.isString()) {
            quote(value.stringValue(), text);
        } else if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            text.append(number.signum() == 0 ? "0" : number.stripTrailingZeros().toString());
        } else {
            text.append(value);
        }
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"').append(nfc(value).replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
}

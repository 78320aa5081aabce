package app.larder.sync;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * What a row holds: its fields as the server's {@code to_jsonb} shows them in UTC, without key and owner. Two images are
 * equal if their fields are the same in canonical form: keys sorted, numbers by value, texts in NFC; so that one program's
 * way of writing the same thing is no change. A field that is missing counts as null.
 */
public final class Image {

    /** An image without a field. */
    public static final Image EMPTY = new Image(Map.of());

    private final Map<String, JsonNode> fields;

    /** An image of those fields; nodes are not to be changed afterwards. */
    public Image(Map<String, JsonNode> fields) {
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The fields, in the order they came. */
    public Map<String, JsonNode> fields() {
        return fields;
    }

    /** A field's value; JSON null if it is missing. */
    public JsonNode get(String field) {
        JsonNode value = fields.get(field);
        return value == null ? NullNode.getInstance() : value;
    }

    /** This image with a field changed. */
    public Image with(String field, JsonNode value) {
        Map<String, JsonNode> changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return new Image(changed);
    }

    /** This image with some fields changed. */
    public Image with(Map<String, JsonNode> changes) {
        Map<String, JsonNode> changed = new LinkedHashMap<>(fields);
        changed.putAll(changes);
        return new Image(changed);
    }

    /** Whether a field is the same in both. */
    public boolean same(Image other, String field) {
        return Canonical.same(get(field), other.get(field));
    }

    /** The fields in which this image differs from another. */
    public Set<String> differences(Image other) {
        Set<String> all = new HashSet<>(fields.keySet());
        all.addAll(other.fields.keySet());
        all.removeIf(field -> same(other, field));
        return all;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || (other instanceof Image image && differences(image).isEmpty());
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (Map.Entry<String, JsonNode> field : fields.entrySet()) {
            if (!field.getValue().isNull()) {
                hash += Objects.hash(field.getKey(), Canonical.text(field.getValue()));
            }
        }
        return hash;
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}

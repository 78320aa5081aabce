package app.larder.recipes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The program or file a recipe was brought from, and what that said which has no place of its own here; kept as it came,
 * for the way back out.
 *
 * @param format the format's name, as {@code larder export --format} takes it ("paprika")
 * @param id the recipe's id there; null if the format has none
 * @param fields the fields that have no place here, by the format's own names, as JSON values
 */
public record Origin(String format, @Nullable String id, Map<String, Object> fields) {

    public Origin {
        Objects.requireNonNull(format);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}

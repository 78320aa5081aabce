package app.larder.recipes;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The closed set of fields recipes can be sorted by: every column of {@code recipes}. Text sorts by its search form
 * (case and accents ignored), ingredients by their number; rows without a value come last either way, and ties are
 * broken by id, so pages never overlap.
 */
public enum RecipeSort {
    NAME,
    CREATED_AT,
    PREP_TIME_MINUTES,
    SOURCE,
    DESCRIPTION,
    INSTRUCTIONS,
    INGREDIENTS,
    ID;

    /** The column's name, as the command line and the database write it. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field of that column name, in any case, or empty if there is none. */
    public static Optional<RecipeSort> of(String column) {
        return Arrays.stream(values()).filter(s -> s.column().equalsIgnoreCase(column)).findFirst();
    }

    /** All column names, for a message: "name, created_at, ...". */
    public static String columns() {
        return Arrays.stream(values()).map(RecipeSort::column).collect(Collectors.joining(", "));
    }
}

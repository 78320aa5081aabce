package app.larder.store;

import app.larder.recipes.RecipeSort;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * The order of a list, for the database and for rows already read: missing values last either way, ties by id in the
 * list's own direction.
 *
 * @param field the field of {@code RecipeSearchRow s}
 * @param mayBeMissing whether it can be null
 * @param ascending smallest first
 */
record RecipeOrder(String field, boolean mayBeMissing, boolean ascending) {

    /** No key sorts after this one in H2, which compares UTF-16. */
    private static final String LAST_KEY = "\uFFFF".repeat(2 * SearchKeys.KEY_LENGTH + 1);

    /** The order of a query. */
    static RecipeOrder of(RecipeSort sort, boolean ascending) {
        return switch (sort) {
            case NAME -> new RecipeOrder("s.nameKey", false, ascending);
            case CREATED_AT -> new RecipeOrder("s.createdAt", false, ascending);
            case PREP_TIME_MINUTES -> new RecipeOrder("s.prepTimeMinutes", true, ascending);
            case SOURCE -> new RecipeOrder("s.sourceKey", true, ascending);
            case DESCRIPTION -> new RecipeOrder("s.descriptionKey", true, ascending);
            case INSTRUCTIONS -> new RecipeOrder("s.instructionsKey", true, ascending);
            case INGREDIENTS -> new RecipeOrder("s.ingredientCount", false, ascending);
            case ID -> new RecipeOrder("s.recipeId", false, ascending);
        };
    }

    /** Whether the database's own order of nulls, the greatest, is the wrong one. */
    boolean inTwoParts() {
        return mayBeMissing && !ascending;
    }

    /**
     * Only what has a value, for H2: it begins reading an index at such a bound, where it would pass by every missing
     * value to find the first that is not null.
     */
    RecipeFilter upToLast(RecipeFilter filter) {
        return filter.and(field + " <= :last").with("last", field.endsWith("Key") ? LAST_KEY : Integer.MAX_VALUE);
    }

    /**
     * The columns to order by. H2 reads an index for that only if the first column is its first, and backwards only if
     * every column is asked for backwards.
     */
    String columns() {
        String direction = ascending ? "" : " desc";
        String own = field.equals("s.recipeId") ? "" : ", " + field + direction;
        return " order by s.userId" + direction + own + ", s.recipeId" + direction;
    }

    /** The same order for rows of {@code s.recipeId} and {@link #field}. */
    Comparator<Object[]> rows() {
        Comparator<Object[]> byKey = Comparator.comparing(row -> row[1], Comparator.nullsLast(byValue()));
        Comparator<Object[]> byId = Comparator.comparing(row -> row[0], byValue());
        return byKey.thenComparing(byId);
    }

    private Comparator<Object> byValue() {
        Comparator<Object> up = RecipeOrder::compare;
        return ascending ? up : up.reversed();
    }

    private static int compare(Object left, Object right) {
        return switch (left) {
            case String text -> text.compareTo((String) right);
            case Instant time -> time.compareTo((Instant) right);
            case Integer number -> number.compareTo((Integer) right);
            case UUID id -> compareIds(id, (UUID) right);
            default -> throw new IllegalArgumentException("nothing sorts by " + left.getClass());
        };
    }

    /** As databases do: by the bytes, which Java's own order of UUIDs does not. */
    private static int compareIds(UUID left, UUID right) {
        int high = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
    }
}

package app.larder.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Merges what two computers made of one row, field by field against what both began with. Pure: the same three images
 * and times always give the same row.
 */
final class Merge {

    /** How far an edit's time may lie beyond the server's clock and still count. */
    static final Duration PLAUSIBLE = Duration.ofMinutes(5);

    /** Fields of which the earlier value counts. */
    private static final Set<String> EARLIER = Set.of("created_at", "added_at", "made_at", "at", "deleted_at");

    /** Fields of which the later value counts. */
    private static final Set<String> LATER = Set.of("updated_at", "settled_at");

    private Merge() {}

    /**
     * One side of a merge.
     *
     * @param image what it made of the row
     * @param edited when each field was changed, by the server's clock; a field of another program is missing
     */
    record Side(Image image, Map<String, Instant> edited) {

        @Nullable Instant at(String field) {
            return edited.get(field);
        }
    }

    /**
     * A value that gave way.
     *
     * @param field whose
     * @param kept what stands
     * @param other what gave way
     * @param otherMine whether that was this computer's
     */
    record Lost(String field, JsonNode kept, JsonNode other, boolean otherMine) {}

    /** What came of it. */
    record Merged(Image image, List<Lost> lost) {}

    /**
     * Merges.
     *
     * @param base what both began with; null if nobody knows
     * @param stock the moves of a pantry row, if it is one
     * @param server the server's time, beyond which no edit is believed
     */
    static Merged of(
            RowKey key, @Nullable Image base, Side mine, Side theirs, Stock stock, Instant server) {
        List<Lost> lost = new ArrayList<>();
        Image merged = theirs.image();
        Set<String> fields = new LinkedHashSet<>(key.entity().fields());
        if (key.entity() == Entity.HOUSEHOLD_INGREDIENTS) {
            fields.removeAll(Set.of("quantity", "unit"));
        }
        for (String field : fields) {
            JsonNode m = mine.image().get(field);
            JsonNode t = theirs.image().get(field);
            if (Canonical.same(m, t) || (base != null && mine.image().same(base, field))) {
                continue;
            }
            if (base != null && theirs.image().same(base, field)) {
                merged = merged.with(field, m);
                continue;
            }
            if (isTime(field)) {
                merged = merged.with(field, Times.pick(m, t, LATER.contains(field)));
                continue;
            }
            boolean mineLater = later(mine.at(field), theirs.at(field), server);
            if (key.entity() == Entity.RECIPES && field.equals("ingredients")) {
                IngredientLists lists = new IngredientLists(key.id(), mineLater);
                IngredientLists.Result result = lists.merge(base == null ? null : base.get(field), m, t);
                merged = merged.with(field, result.lines());
                lost.addAll(result.lost());
            } else if (key.entity() == Entity.RECIPE_DETAILS && field.equals("tags")) {
                merged = merged.with(field, TagSets.merge(base == null ? null : base.get(field), m, t));
            } else {
                merged = merged.with(field, mineLater ? m : t);
                lost.add(new Lost(field, mineLater ? m : t, mineLater ? t : m, !mineLater));
            }
        }
        Merged fieldwise = new Merged(merged, lost);
        return key.entity() == Entity.HOUSEHOLD_INGREDIENTS
                ? stock.into(fieldwise, base, mine, theirs, server)
                : fieldwise;
    }

    /** Whether a field is a time that no conflict is made about. */
    static boolean isTime(String field) {
        return EARLIER.contains(field) || LATER.contains(field);
    }

    /** Whether this computer's edit is the later one; the server's value stands where that can't be said. */
    static boolean later(@Nullable Instant mine, @Nullable Instant theirs, Instant server) {
        if (mine == null || mine.isAfter(server.plus(PLAUSIBLE))) {
            return false;
        }
        return theirs != null && mine.isAfter(theirs);
    }
}

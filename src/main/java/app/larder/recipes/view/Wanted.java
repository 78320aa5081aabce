package app.larder.recipes.view;

import app.larder.cook.Ranking;
import app.larder.recipes.RecipeQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the list shows: what the database is asked, and what of that is wanted with a look into the pantry.
 *
 * @param query what the database is asked; its direction goes for the order by what is at home too
 * @param byHome whether the order is by what is at home, most of it first where the query says descending
 * @param mostMissing at most so many lines missing at home, 0 or more; null for any number
 */
record Wanted(RecipeQuery query, boolean byHome, @Nullable Integer mostMissing) {

    /** Everything, newest first. */
    static final Wanted ALL = new Wanted(RecipeQuery.ALL, false, null);

    Wanted with(RecipeQuery changed) {
        return new Wanted(changed, byHome, mostMissing);
    }

    /** Whether anything narrows the list down. */
    boolean narrows() {
        return query.narrows() || mostMissing != null;
    }

    /** Whether the database alone cannot answer. */
    boolean needsRanking() {
        return byHome || mostMissing != null;
    }

    /** Of recipes in the database's order, those that are wanted, in the order that is wanted. */
    List<UUID> of(List<UUID> found, Ranking ranking) {
        List<UUID> ranked = ranking.inOrder(found, mostMissing == null ? Ranking.ANY : mostMissing);
        Set<UUID> known = new HashSet<>(ranked);
        if (!byHome) {
            return found.stream().filter(known::contains).toList();
        }
        List<UUID> ordered = new ArrayList<>(query.ascending() ? ranked.reversed() : ranked);
        if (mostMissing == null) {
            // Nothing can be said of a recipe without ingredients: it comes last, either way.
            found.stream().filter(id -> !known.contains(id)).forEach(ordered::add);
        }
        return ordered;
    }
}

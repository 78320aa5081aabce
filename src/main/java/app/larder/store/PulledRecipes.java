package app.larder.store;

import app.larder.recipes.Recipe;
import app.larder.store.IngredientTerms.Term;
import app.larder.sync.Entity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The recipes one transaction of sync changes, and what has to follow them: search tables and search index. */
final class PulledRecipes {

    /** More recipes than that at once, and the search index is made anew in the background. */
    static final int FEW = 100;

    private final StatelessSession session;
    private final UUID userId;
    private final IngredientTerms known;
    private final Set<UUID> fresh = new LinkedHashSet<>();
    private final Set<UUID> changed = new LinkedHashSet<>();
    private final Set<UUID> detailed = new LinkedHashSet<>();
    private final Set<UUID> gone = new HashSet<>();
    private final List<Recipe> few = new ArrayList<>();
    private final List<Term> added = new ArrayList<>();

    PulledRecipes(StatelessSession session, UUID userId, IngredientTerms known) {
        this.session = session;
        this.userId = userId;
        this.known = known;
    }

    void put(Entity entity, List<UUID> ids, boolean inserted) {
        if (entity == Entity.RECIPES) {
            gone.removeAll(new HashSet<>(ids));
            (inserted ? fresh : changed).addAll(ids);
        } else if (entity == Entity.RECIPE_DETAILS) {
            detailed.addAll(ids);
        }
    }

    void delete(Entity entity, List<UUID> ids) {
        if (entity == Entity.RECIPES) {
            ids.forEach(fresh::remove);
            ids.forEach(changed::remove);
            ids.forEach(detailed::remove);
            gone.addAll(ids);
        } else if (entity == Entity.RECIPE_DETAILS) {
            put(entity, ids, false);
        }
    }

    boolean isEmpty() {
        return fresh.isEmpty() && changed.isEmpty() && detailed.isEmpty() && gone.isEmpty();
    }

    boolean areFew() {
        return fresh.size() + changed.size() + detailed.size() + gone.size() <= FEW;
    }

    /** Brings the search tables up to date, in the same transaction. */
    void index(Runnable breathe) {
        changed.removeAll(fresh);
        detailed.removeAll(fresh);
        detailed.removeAll(changed);
        slices(fresh, breathe, recipes -> added.addAll(SearchRows.add(session, userId, recipes, known, added)));
        slices(changed, breathe, recipes -> {
            SearchRows.remove(session, recipes.stream().map(Recipe::id).toList());
            added.addAll(SearchRows.add(session, userId, recipes, known, added));
        });
        slices(detailed, breathe, recipes -> SearchRows.retime(session, recipes));
    }

    private void slices(Set<UUID> ids, Runnable breathe, Consumer<List<Recipe>> work) {
        List<UUID> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += FEW) {
            List<Recipe> recipes = RecipeRows.load(session, all.subList(from, Math.min(all.size(), from + FEW)));
            work.accept(recipes);
            if (areFew()) {
                few.addAll(recipes);
            }
            breathe.run();
        }
    }

    /** To be called once it is stored, before anybody else writes. */
    void stored(@Nullable TextKeeper text, long stamp) {
        known.added(added);
        if (text != null) {
            text.pulled(areFew() ? few : null, gone, stamp);
        }
    }
}

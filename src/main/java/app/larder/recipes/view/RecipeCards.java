package app.larder.recipes.view;

import app.larder.recipes.RecipeSummary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * What a query found, as a list of any length: the ids in order, and the cards of the pages looked at lately. A place
 * whose card is not loaded is an empty {@link RecipeCard}; loading is the view-model's work.
 */
final class RecipeCards extends ObservableListBase<RecipeCard> {

    /** Cards loaded in one go. */
    static final int PAGE = 60;

    /** Pages kept; a screen shows parts of two. */
    private static final int PAGES_KEPT = 24;

    private static final RecipeCard UNKNOWN = new RecipeCard(null, null);

    private final List<UUID> ids;
    private final Map<Integer, Map<UUID, RecipeSummary>> pages = new LinkedHashMap<>(32, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Map<UUID, RecipeSummary>> eldest) {
            return size() > PAGES_KEPT;
        }
    };
    private final Set<Integer> underWay = new HashSet<>();
    private int size;

    /** A list of {@code size} recipes of which the first page is known. */
    RecipeCards(int size, List<UUID> firstIds, List<RecipeSummary> firstCards) {
        this.ids = new ArrayList<>(firstIds);
        this.size = Math.max(size, firstIds.size());
        pages.put(0, byId(firstCards));
    }

    @Override
    public RecipeCard get(int index) {
        if (index >= ids.size()) {
            return UNKNOWN;
        }
        UUID id = ids.get(index);
        Map<UUID, RecipeSummary> page = pages.get(index / PAGE);
        return new RecipeCard(id, page == null ? null : page.get(id));
    }

    @Override
    public int size() {
        return size;
    }

    /** Whether some ids are still to come. */
    boolean incomplete() {
        return ids.size() < size;
    }

    /** Takes the ids after the first page; the list then has exactly the length they make. */
    void complete(List<UUID> rest) {
        int known = ids.size();
        int before = size;
        ids.addAll(rest);
        size = ids.size();
        beginChange();
        for (int i = known; i < Math.min(before, size); i++) {
            nextUpdate(i);
        }
        if (size > before) {
            nextAdd(before, size);
        } else if (size < before) {
            nextRemove(size, Collections.nCopies(before - size, UNKNOWN));
        }
        endChange();
    }

    /** Begins loading a page and returns its ids; empty if its cards are here, under way, or nobody knows the ids yet. */
    List<UUID> begin(int page) {
        int from = page * PAGE;
        if (pages.containsKey(page) || from >= ids.size() || !underWay.add(page)) {
            return List.of();
        }
        return List.copyOf(ids.subList(from, Math.min(from + PAGE, ids.size())));
    }

    /** Takes the cards of a page. */
    void loaded(int page, List<RecipeSummary> cards) {
        underWay.remove(page);
        pages.put(page, byId(cards));
        beginChange();
        for (int i = page * PAGE; i < Math.min((page + 1) * PAGE, size); i++) {
            nextUpdate(i);
        }
        endChange();
    }

    /** The place of a recipe, or -1. */
    int indexOf(@Nullable UUID id) {
        return id == null ? -1 : ids.indexOf(id);
    }

    /** The recipe that should be shown when that one goes: the one after it, else the one before; null if none. */
    @Nullable UUID neighbour(UUID id) {
        int index = ids.indexOf(id);
        if (index < 0 || ids.size() < 2) {
            return null;
        }
        return ids.get(index + 1 < ids.size() ? index + 1 : index - 1);
    }

    private static Map<UUID, RecipeSummary> byId(List<RecipeSummary> cards) {
        Map<UUID, RecipeSummary> map = HashMap.newHashMap(cards.size());
        cards.forEach(card -> map.put(card.id(), card));
        return map;
    }
}

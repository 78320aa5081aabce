package app.larder.cook;

import app.larder.pantry.HouseholdIngredient;
import app.larder.recipes.Recipe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Recipes and pantry in memory, so that a change is reckoned again only where it matters. Each line is judged as if
 * it had everything for itself; a recipe adds that up unless its lines together want more of a row than there is. One thread
 * at a time.
 */
final class CookIndex {

    private final FoodKeys keys = new FoodKeys();
    private final NeedReader reader;
    private final Map<UUID, Integer> recipeSlots = new HashMap<>();
    private final List<@Nullable Entry> recipes = new ArrayList<>();
    private final Lines lines = new Lines();
    private final Shelves shelves;
    private final RankOrder order = new RankOrder();
    private final Offers offers;
    private Allotment allotment;
    private @Nullable Map<UUID, Integer> published;

    CookIndex(CookRules rules, Staples staples, LocalDate today) {
        this.reader = new NeedReader(keys::number, staples);
        this.shelves = new Shelves(keys, today);
        this.offers = new Offers(shelves.stock(), rules.cups());
        this.allotment = new Allotment(offers);
    }

    FoodKeys keys() {
        return keys;
    }

    Stock stock() {
        return shelves.stock();
    }

    /** Puts recipes in, each in the place of the one with its id. */
    void put(List<Recipe> fresh) {
        BitSet changed = new BitSet();
        for (Recipe recipe : fresh) {
            Integer known = recipeSlots.get(recipe.id());
            int slot = known == null ? recipes.size() : known;
            if (known == null) {
                recipeSlots.put(recipe.id(), slot);
                recipes.add(null);
                published = null;
            } else {
                forget(slot);
            }
            List<Need> needs = recipe.ingredients().stream().map(reader::read).toList();
            recipes.set(slot, new Entry(slot, recipe, lines.add(slot, needs, allotment)));
            changed.set(slot);
        }
        judge(changed);
    }

    /** Takes recipes out; unknown ids are passed over. */
    void remove(Iterable<UUID> ids) {
        BitSet changed = new BitSet();
        for (UUID id : ids) {
            Integer slot = recipeSlots.remove(id);
            if (slot != null) {
                forget(slot);
                recipes.set(slot, null);
                changed.set(slot);
                published = null;
            }
        }
        judge(changed);
    }

    /** Replaces the pantry by these rows; what did not change costs nothing. */
    void pantry(List<HouseholdIngredient> rows, LocalDate today) {
        Set<Integer> touched = new HashSet<>();
        boolean weights = shelves.change(rows, today, touched);
        if (touched.isEmpty() && !weights) {
            return;
        }
        offers.change(shelves.stock());
        allotment = new Allotment(offers);
        BitSet changed = new BitSet();
        if (weights) {
            recipeSlots.values().forEach(changed::set);
        }
        lines.judge(touched, allotment, shelves.wereReweighed(), changed);
        judge(changed);
    }

    /** How things stand. */
    Ranking ranking() {
        Map<UUID, Integer> slots = published;
        if (slots == null) {
            slots = Map.copyOf(recipeSlots);
            published = slots;
        }
        return order.ranking(slots, shelves.soon());
    }

    private void forget(int slot) {
        Entry before = recipes.get(slot);
        if (before != null) {
            lines.remove(before.lines());
        }
    }

    private void judge(BitSet changed) {
        Totals totals = new Totals(lines, allotment, shelves.stock());
        List<Place> places = new ArrayList<>(changed.cardinality());
        Ints gone = new Ints();
        for (int slot = changed.nextSetBit(0); slot >= 0; slot = changed.nextSetBit(slot + 1)) {
            Entry entry = recipes.get(slot);
            if (entry == null) {
                gone.add(slot);
                continue;
            }
            Place place = totals.place(entry);
            Place before = order.place(slot);
            if (before == null || !place.sameAs(before)) {
                places.add(place);
            }
        }
        order.change(places, gone, recipes.size());
    }
}

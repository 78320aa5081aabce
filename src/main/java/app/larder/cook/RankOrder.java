package app.larder.cook;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the recipes in order; a change sorts only what changed and merges it in. One thread at a time. */
final class RankOrder {

    private Place[] ranked = {};
    private int[] rankedSlots = {};
    private @Nullable Place[] bySlot = {};

    /** The place of the recipe at a slot; null if there is none. */
    @Nullable Place place(int slot) {
        return slot < bySlot.length ? bySlot[slot] : null;
    }

    /** Replaces the places of recipes, of which {@code fresh} has the slots in its entries; those at {@code gone} go. */
    void change(List<Place> fresh, Ints gone, int size) {
        if (fresh.isEmpty() && gone.count() == 0) {
            return;
        }
        @Nullable Place[] places = Arrays.copyOf(bySlot, size);
        BitSet leaving = new BitSet(size);
        for (int i = 0; i < gone.count(); i++) {
            places[gone.get(i)] = null;
            leaving.set(gone.get(i));
        }
        for (Place place : fresh) {
            places[place.slot()] = place;
            leaving.set(place.slot());
        }
        bySlot = places;
        Place[] added = fresh.stream().filter(place -> place.tally().total() > 0).toArray(Place[]::new);
        Place.sort(added);
        merge(leaving, added);
    }

    Ranking ranking(Map<UUID, Integer> slots, List<Row> soon) {
        return new Ranking(ranked, slots, bySlot, soon);
    }

    /** Looks only at places that are asked for by the search for where the new ones belong: most stay as they are. */
    private void merge(BitSet leaving, Place[] added) {
        Place[] all = new Place[ranked.length + added.length];
        int[] slots = new int[all.length];
        int count = 0;
        int from = 0;
        for (int next = 0; next <= added.length; next++) {
            int to = next < added.length ? before(added[next]) : ranked.length;
            for (; from < to; from++) {
                if (!leaving.get(rankedSlots[from])) {
                    slots[count] = rankedSlots[from];
                    all[count++] = ranked[from];
                }
            }
            if (next < added.length) {
                slots[count] = added[next].slot();
                all[count++] = added[next];
            }
        }
        ranked = Arrays.copyOf(all, count);
        rankedSlots = slots;
    }

    /** How many ranked places come before one. */
    private int before(Place place) {
        int found = Arrays.binarySearch(ranked, place, Place.ORDER);
        return found < 0 ? ~found : found;
    }
}

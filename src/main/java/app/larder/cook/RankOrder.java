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
    private @Nullable Place[] bySlot = {};

    /** Replaces the places of the recipes in {@code changed}; those without a place in {@code fresh} are gone. */
    void change(BitSet changed, List<Place> fresh, Map<UUID, Integer> slots, int size) {
        @Nullable Place[] places = Arrays.copyOf(bySlot, size);
        @Nullable Place[] before = bySlot;
        int[] gone = changed.stream().toArray();
        for (int slot : gone) {
            places[slot] = null;
        }
        for (Place place : fresh) {
            Integer slot = slots.get(place.entry().id());
            if (slot != null) {
                places[slot] = place;
            }
        }
        bySlot = places;
        Place[] added = fresh.stream()
                .filter(place -> place.tally().total() > 0)
                .sorted(Place.ORDER)
                .toArray(Place[]::new);
        Place[] kept = without(before, gone);
        ranked = merged(kept, added);
    }

    Ranking ranking(Map<UUID, Integer> slots, List<Row> soon) {
        return new Ranking(ranked, slots, bySlot, soon);
    }

    private Place[] without(@Nullable Place[] before, int[] gone) {
        java.util.Set<Place> leaving = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        for (int slot : gone) {
            Place place = slot < before.length ? before[slot] : null;
            if (place != null) {
                leaving.add(place);
            }
        }
        if (leaving.isEmpty()) {
            return ranked;
        }
        Place[] kept = new Place[ranked.length];
        int count = 0;
        for (Place place : ranked) {
            if (!leaving.contains(place)) {
                kept[count++] = place;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static Place[] merged(Place[] kept, Place[] added) {
        if (added.length == 0) {
            return kept;
        }
        Place[] all = new Place[kept.length + added.length];
        int i = 0;
        int j = 0;
        for (int at = 0; at < all.length; at++) {
            boolean old = j == added.length || (i < kept.length && Place.ORDER.compare(kept[i], added[j]) <= 0);
            all[at] = old ? kept[i++] : added[j++];
        }
        return all;
    }
}

package app.larder.cook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How all recipes stood against the pantry at one moment. Immutable, and cheap to ask on any thread.
 *
 * <p>The order: fewest missing lines, then fewest partly, then what uses most of what should be used soon, then the
 * quickest (unknown times last), then by name. Recipes without a line that counts have no rank.
 */
public final class Ranking {

    /** Nothing is known yet. */
    public static final Ranking EMPTY = new Ranking(new Place[0], Map.of(), new Place[0], List.of());

    /** Any number of missing lines, for the methods that take a limit. */
    public static final int ANY = Integer.MAX_VALUE;

    private static final int MOST_RECIPES = 20;

    private final Place[] ranked;
    private final Map<UUID, Integer> slots;
    private final @Nullable Place[] bySlot;
    private final List<Row> soon;

    /** The arrays are not copied and must not change any more. */
    Ranking(Place[] ranked, Map<UUID, Integer> slots, @Nullable Place[] bySlot, List<Row> soon) {
        this.ranked = ranked;
        this.slots = slots;
        this.bySlot = bySlot;
        this.soon = List.copyOf(soon);
    }

    /** How much of a recipe is at home ("7 of 9"); empty for a recipe that is not known or has no line that counts. */
    public Optional<Tally> tally(UUID recipe) {
        Place place = place(recipe);
        return place == null || place.tally().total() == 0 ? Optional.empty() : Optional.of(place.tally());
    }

    /**
     * The best recipes first.
     *
     * @param maxMissing at most that many lines missing; {@link #ANY} for no limit
     * @param offset how many to pass over
     * @param limit at most that many
     */
    public List<UUID> ids(int maxMissing, int offset, int limit) {
        int end = count(maxMissing);
        List<UUID> ids = new ArrayList<>();
        for (int i = Math.min(offset, end); i < end && ids.size() < limit; i++) {
            ids.add(ranked[i].entry().id());
        }
        return ids;
    }

    /** As {@link #ids}, only recipes that use something that should be used soon, those that use most of it first. */
    public List<UUID> usingSoon(int maxMissing, int offset, int limit) {
        List<Place> using = new ArrayList<>();
        int end = count(maxMissing);
        for (int i = 0; i < end; i++) {
            if (ranked[i].tally().soon() > 0) {
                using.add(ranked[i]);
            }
        }
        using.sort(Comparator.comparingInt((Place p) -> p.tally().missing())
                .thenComparing(Comparator.comparingInt((Place p) -> p.tally().soon()).reversed()));
        return using.stream().skip(offset).limit(limit).map(p -> p.entry().id()).toList();
    }

    /** How many recipes have at most that many lines missing. */
    public int count(int maxMissing) {
        int low = 0;
        int high = ranked.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranked[middle].tally().missing() <= maxMissing) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Some recipes, such as a search found, in the order of this ranking; those it has no rank for are left out. */
    public List<UUID> inOrder(Collection<UUID> recipes, int maxMissing) {
        return recipes.stream()
                .map(this::place)
                .filter(Objects::nonNull)
                .filter(place -> place.tally().total() > 0 && place.tally().missing() <= maxMissing)
                .sorted(Place.ORDER)
                .map(place -> place.entry().id())
                .toList();
    }

    /** What should be used soon, the most pressing first, with the best recipes that use it. */
    public List<SoonItem> soon() {
        List<SoonItem> items = new ArrayList<>();
        for (Row row : soon) {
            List<UUID> recipes = new ArrayList<>();
            for (int i = 0; i < ranked.length && recipes.size() < MOST_RECIPES; i++) {
                for (int slot : ranked[i].soonRows()) {
                    if (slot == row.slot()) {
                        recipes.add(ranked[i].entry().id());
                        break;
                    }
                }
            }
            items.add(new SoonItem(row.item(), row.daysLeft(), row.soon(), recipes));
        }
        return items;
    }

    /** Every recipe it knows. */
    Set<UUID> recipes() {
        return new HashSet<>(slots.keySet());
    }

    private @Nullable Place place(UUID recipe) {
        Integer slot = slots.get(recipe);
        return slot == null ? null : bySlot[slot];
    }
}

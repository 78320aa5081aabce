package app.larder.cook;

import app.larder.pantry.HouseholdIngredient;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the pantry, each at a slot of its own that it keeps while it changes. One thread at a time.
 *
 * <p>What should be used soon: a row has come home on the day of its {@code added_at} and keeps for as long as {@code
 * kitchen/keeping.txt} says. In the last third of that time, but at most its last fourteen days and at least its last
 * two, it should be used: weight 1 on the first of those days, 9 on the last, 10 when the time is over.
 */
final class Shelves {

    private static final int LONGEST_WINDOW = 14;
    private static final int SHORTEST_WINDOW = 2;
    private static final int MOST = 10;

    private final FoodKeys keys;
    private final Map<UUID, Integer> slots = new HashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private Stock stock = Stock.EMPTY;
    private LocalDate today;
    private List<Row> soon = List.of();
    private boolean reweighed;

    Shelves(FoodKeys keys, LocalDate today) {
        this.keys = keys;
        this.today = today;
    }

    Stock stock() {
        return stock;
    }

    /** Whether a row that stayed at the last change weighs something else since. */
    boolean wereReweighed() {
        return reweighed;
    }

    /** The rows to use soon, the most pressing first. */
    List<Row> soon() {
        return soon;
    }

    /**
     * Makes the rows these; {@code touched} is given the foods for which something changed.
     *
     * @return whether it is another day, so that every row may weigh something else
     */
    boolean change(List<HouseholdIngredient> rows, LocalDate day, Set<Integer> touched) {
        boolean newDay = !day.equals(today);
        if (newDay) {
            today = day;
            stock = stock.on(day);
        }
        reweighed = false;
        List<Integer> places = new ArrayList<>();
        List<@Nullable Row> fresh = new ArrayList<>();
        boolean pressed = newDay;
        int known = slots.size();
        int stayed = 0;
        int next = stock.slots();
        for (HouseholdIngredient item : rows) {
            Integer slot = slots.get(item.id());
            Row before = slot == null ? null : stock.row(slot);
            stayed += before == null ? 0 : 1;
            if (before != null && before.item().equals(item)) {
                continue;
            }
            if (slot == null) {
                Integer empty = free.poll();
                slot = empty == null ? next++ : empty;
                slots.put(item.id(), slot);
            }
            Row after = Row.of(slot, item, today);
            reweighed |= before != null && before.soon() != after.soon();
            pressed |= after.soon() > 0 || (before != null && before.soon() > 0);
            places.add(slot);
            fresh.add(after);
        }
        if (stayed < known) {
            Set<UUID> gone = new HashSet<>(slots.keySet());
            rows.forEach(item -> gone.remove(item.id()));
            for (UUID id : gone) {
                Integer slot = slots.remove(id);
                if (slot != null) {
                    Row before = stock.row(slot);
                    pressed |= before != null && before.soon() > 0;
                    places.add(slot);
                    fresh.add(null);
                    free.add(slot);
                }
            }
        }
        if (!places.isEmpty()) {
            stock = stock.with(
                    places.stream().mapToInt(Integer::intValue).toArray(), fresh.toArray(Row[]::new), keys, touched);
        }
        if (pressed) {
            soon = pressing();
        }
        return newDay;
    }

    private List<Row> pressing() {
        List<Row> pressing = new ArrayList<>();
        for (int slot = 0; slot < stock.slots(); slot++) {
            Row row = stock.row(slot);
            if (row != null && row.soon() > 0) {
                pressing.add(row);
            }
        }
        pressing.sort(Comparator.comparingInt(Row::daysLeft)
                .thenComparing(row -> row.item().name())
                .thenComparing(row -> row.item().id()));
        return List.copyOf(pressing);
    }

    /** How pressing it is to use what keeps {@code keeps} days and has {@code left} of them left, 0 to 10. */
    static int weight(int left, int keeps) {
        int window = Math.clamp(keeps / 3, SHORTEST_WINDOW, LONGEST_WINDOW);
        if (left <= 0) {
            return MOST;
        }
        return left > window ? 0 : 1 + (MOST - 2) * (window - left) / Math.max(1, window - 1);
    }
}

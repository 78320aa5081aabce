package app.larder.cook;

import app.larder.kitchen.FoodMatch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is at home, by what it answers. Immutable; a change makes another one that shares all that stays. */
final class Stock {

    /** Best match first, and of equals what came home first. */
    private static final Comparator<Holder> ORDER = Comparator.comparing(Holder::match)
            .thenComparing(holder -> holder.row().item().addedAt())
            .thenComparing(holder -> holder.row().item().id());

    static final Stock EMPTY = new Stock(new Row[0], new Holder[0][]);

    private static final Holder[] NOBODY = {};

    private final @Nullable Row[] rows;
    private final Holder[][] byKey;

    private Stock(@Nullable Row[] rows, Holder[][] byKey) {
        this.rows = rows;
        this.byKey = byKey;
    }

    /** A row that answers a key. */
    record Holder(Row row, FoodMatch match) {}

    /** The places of rows, some of which may be empty. */
    int slots() {
        return rows.length;
    }

    @Nullable Row row(int slot) {
        return rows[slot];
    }

    /** How pressing it is to use the row of each slot, 0 to 10. */
    int[] soon() {
        int[] soon = new int[rows.length];
        for (int slot = 0; slot < soon.length; slot++) {
            Row row = rows[slot];
            soon[slot] = row == null ? 0 : row.soon();
        }
        return soon;
    }

    /** The rows that answer an ask, best first; those that only answer what it is a sort of come last, as stand-ins. */
    List<Holder> holders(Need.Ask ask) {
        Holder[] direct = holders(ask.key());
        if (ask.general() < 0) {
            return Arrays.asList(direct);
        }
        List<Holder> all = new ArrayList<>(Arrays.asList(direct));
        for (Holder holder : holders(ask.general())) {
            if (!has(direct, holder.row())) {
                all.add(new Holder(holder.row(), FoodMatch.INSTEAD));
            }
        }
        return all;
    }

    private static boolean has(Holder[] holders, Row row) {
        for (Holder holder : holders) {
            if (holder.row().slot() == row.slot()) {
                return true;
            }
        }
        return false;
    }

    private Holder[] holders(int key) {
        return key < 0 || key >= byKey.length ? NOBODY : byKey[key];
    }

    /** The same stock on another day; the rows that {@link #holders} gives keep their old day. */
    Stock on(LocalDate today) {
        @Nullable Row[] aged = Arrays.copyOf(rows, rows.length);
        for (int slot = 0; slot < aged.length; slot++) {
            Row row = aged[slot];
            aged[slot] = row == null ? null : row.on(today);
        }
        return new Stock(aged, byKey);
    }

    /**
     * The stock after some rows were replaced, added (at slots past the end, too) or taken away.
     *
     * @param fresh the new row of each slot in {@code slots}, at the same place; null where it is empty now
     * @param touched is given the keys that some replaced row answered or answers
     */
    Stock with(int[] slots, @Nullable Row[] fresh, FoodKeys keys, Set<Integer> touched) {
        int most = rows.length;
        Set<Integer> changed = new HashSet<>();
        for (int slot : slots) {
            most = Math.max(most, slot + 1);
            changed.add(slot);
        }
        @Nullable Row[] newRows = Arrays.copyOf(rows, most);
        for (int i = 0; i < slots.length; i++) {
            Row before = newRows[slots[i]];
            if (before != null) {
                before.answers().keySet().forEach(key -> touched.add(keys.number(key)));
            }
            newRows[slots[i]] = fresh[i];
            Row after = fresh[i];
            if (after != null) {
                after.answers().keySet().forEach(key -> touched.add(keys.number(key)));
            }
        }
        int length = touched.stream().mapToInt(key -> key + 1).max().orElse(0);
        Holder[][] newByKey = Arrays.copyOf(byKey, Math.max(byKey.length, length));
        Arrays.fill(newByKey, byKey.length, newByKey.length, NOBODY);
        for (int key : touched) {
            newByKey[key] = Arrays.stream(newByKey[key])
                    .filter(holder -> !changed.contains(holder.row().slot()))
                    .toArray(Holder[]::new);
        }
        for (Row row : fresh) {
            if (row != null) {
                for (Map.Entry<String, FoodMatch> answer : row.answers().entrySet()) {
                    int key = keys.number(answer.getKey());
                    Holder[] holders = Arrays.copyOf(newByKey[key], newByKey[key].length + 1);
                    holders[holders.length - 1] = new Holder(row, answer.getValue());
                    newByKey[key] = holders;
                }
            }
        }
        for (int key : touched) {
            Arrays.sort(newByKey[key], ORDER);
        }
        return new Stock(newRows, newByKey);
    }
}

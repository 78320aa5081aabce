package app.larder.cook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All lines of all recipes, and how each does that has the whole pantry for itself: kept in columns and by {@link Group},
 * as a change of the pantry may reach thousands of them. One thread at a time.
 */
final class Lines {

    private static final Reason[] REASONS = Reason.values();
    private static final int ALONE = -1;
    private static final int NO_ROW = -1;

    private final Map<Need.Group, Integer> numbers = new HashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private final Map<Integer, Ints> byKey = new HashMap<>();
    private final Ints freeLines = new Ints();
    private final Ints freeGroups = new Ints();
    private final BitSet entangled = new BitSet();
    private int count;
    private int[] recipe = new int[1024];
    private int[] group = new int[1024];
    private double[] needed = new double[1024];
    private byte[] reason = new byte[1024];
    private int[] used = new int[1024];
    private int[] row = new int[1024];
    private double[] last = new double[1024];

    /** Puts a recipe's lines in and judges them; gives their numbers, in the same order. */
    int[] add(int recipeSlot, List<Need> needs, Allotment allotment) {
        int[] added = new int[needs.size()];
        for (int i = 0; i < added.length; i++) {
            added[i] = add(recipeSlot, needs.get(i), allotment);
        }
        return added;
    }

    private int add(int recipeSlot, Need need, Allotment allotment) {
        int line = freeLines.count() > 0 ? freeLines.take() : count++;
        makeRoom();
        recipe[line] = recipeSlot;
        needed[line] = need.needed();
        Reason uncounted = need.uncounted();
        group[line] = uncounted == null ? group(need) : ALONE;
        if (uncounted != null) {
            set(line, uncounted, 0, NO_ROW, 0);
        } else {
            Group home = groups.get(group[line]);
            home.lines().add(line);
            if (!home.isShared()) {
                judgeAlone(line, home, allotment);
            } else {
                home.answeredBy(allotment.offers(need));
                judge(line, home.work(), allotment);
            }
        }
        return line;
    }

    /** Takes lines out. */
    void remove(int[] lines) {
        for (int line : lines) {
            freeLines.add(line);
            if (group[line] != ALONE) {
                Group home = groups.get(group[line]);
                home.lines().remove(line);
                if (home.lines().count() == 0) {
                    forget(group[line], home);
                }
            }
        }
    }

    Reason reason(int line) {
        return REASONS[reason[line]];
    }

    /** What it is judged with; null for a line that is not counted. */
    @Nullable Group group(int line) {
        return group[line] == ALONE ? null : groups.get(group[line]);
    }

    /** Goes through the rows it uses, each with the share of it that is taken; 0 where nothing is measured. */
    void rows(int line, Rows sink) {
        int rows = used[line];
        if (rows == 1 || rows == ~0) {
            sink.use(row[line], last[line]);
        } else if (rows != 0) {
            Group asked = groups.get(group[line]);
            int known = rows < 0 ? ~rows : rows;
            for (int i = 0; i < known; i++) {
                sink.use(asked.row(i), i == known - 1 ? last[line] : asked.share(i));
            }
            if (rows < 0) {
                sink.use(asked.spare(), 0);
            }
        }
    }

    /** How much it takes matters to another line of its recipe: both want the same rows. */
    void entangle(int line) {
        entangled.set(line);
    }

    /** How much it takes matters to no other line, as far as is known. */
    void disentangle(int line) {
        entangled.clear(line);
    }

    /** What is done with the rows a line uses. */
    interface Rows {
        void use(int slot, double share);
    }

    /** A line with nothing taken yet. */
    LineWork work(int line, Allotment allotment) {
        Group asked = group(line);
        if (asked == null) {
            return new LineWork(Need.uncounted(reason(line)));
        }
        if (!asked.isShared()) {
            return allotment.begun(asked.need());
        }
        AskWork work = asked.work();
        work.begin(needed[line]);
        return new LineWork(asked.need(), work);
    }

    /**
     * Judges again what asks one of these foods, or a sort of one.
     *
     * @param everything whether to mark the recipes of lines that do the same as before, too
     * @param changed is given the recipes to add up again
     */
    void judge(Set<Integer> keys, Allotment allotment, boolean everything, BitSet changed) {
        BitSet asking = new BitSet(groups.size());
        for (int key : keys) {
            Ints found = byKey.get(key);
            for (int i = 0; found != null && i < found.count(); i++) {
                asking.set(found.get(i));
            }
        }
        for (int number = asking.nextSetBit(0); number >= 0; number = asking.nextSetBit(number + 1)) {
            Group asked = groups.get(number);
            if (!asked.isShared()) {
                int line = asked.lines().get(0);
                judgeAlone(line, asked, allotment);
                changed.set(recipe[line]);
                continue;
            }
            int spare = asked.spare();
            int first = asked.answeredBy(allotment.offers(asked.need()));
            int same = everything ? -1 : first;
            AskWork work = asked.work();
            Ints lines = asked.lines();
            for (int i = 0; i < lines.count(); i++) {
                int line = lines.get(i);
                int before = used[line];
                byte was = reason[line];
                judge(line, work, allotment);
                boolean stays = was == reason[line]
                        && before == used[line]
                        && (before >= 0 ? before <= same : ~before <= same && spare == asked.spare());
                if (!stays || entangled.get(line)) {
                    changed.set(recipe[line]);
                }
            }
        }
    }

    private void judge(int line, AskWork work, Allotment allotment) {
        work.begin(needed[line]);
        allotment.alone(work);
        int known = work.used();
        set(line, work.reason(), work.usesSpare() ? ~known : known, work.first(), work.last());
    }

    private void judgeAlone(int line, Group home, Allotment allotment) {
        LineWork work = allotment.alone(home.need());
        home.answeredBy(work, allotment.candidates(home.need()));
        int rows = home.rows();
        set(line, work.reason(), rows, rows == 0 ? NO_ROW : home.row(0), rows == 0 ? 0 : home.share(rows - 1));
    }

    @SuppressWarnings("EnumOrdinal") // A column of bytes in memory; nothing of it is kept.
    private void set(int line, Reason why, int rows, int first, double ofLast) {
        reason[line] = (byte) why.ordinal();
        used[line] = rows;
        row[line] = first;
        last[line] = ofLast;
    }

    private int group(Need need) {
        Need.Group common = need.group();
        Integer known = common == null ? null : numbers.get(common);
        if (known != null) {
            return known;
        }
        Group fresh = new Group(need, common);
        int number = freeGroups.count() > 0 ? freeGroups.take() : groups.size();
        if (number == groups.size()) {
            groups.add(fresh);
        } else {
            groups.set(number, fresh);
        }
        if (common != null) {
            numbers.put(common, number);
        }
        for (int key : need.keys()) {
            byKey.computeIfAbsent(key, _ -> new Ints()).add(number);
        }
        return number;
    }

    private void forget(int number, Group empty) {
        for (int key : empty.need().keys()) {
            Ints asking = byKey.get(key);
            if (asking != null) {
                asking.remove(number);
            }
        }
        if (empty.common() != null) {
            numbers.remove(empty.common());
        }
        freeGroups.add(number);
    }

    private void makeRoom() {
        if (count > recipe.length) {
            int room = count + (count >> 1);
            recipe = Arrays.copyOf(recipe, room);
            group = Arrays.copyOf(group, room);
            needed = Arrays.copyOf(needed, room);
            reason = Arrays.copyOf(reason, room);
            used = Arrays.copyOf(used, room);
            row = Arrays.copyOf(row, room);
            last = Arrays.copyOf(last, room);
        }
    }
}

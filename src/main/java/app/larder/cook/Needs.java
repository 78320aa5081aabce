package app.larder.cook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All different needs of all recipes, each with its judgement and the recipes that have it. Needs that ask one food in one
 * unit stand in a group, which asks the rows once for all of them. One thread at a time.
 */
final class Needs {

    private final Map<Need, Integer> numbers = new HashMap<>();
    private final List<Need> needs = new ArrayList<>();
    private final List<Judgement> judgements = new ArrayList<>();
    private final List<Ints> users = new ArrayList<>();
    private final Map<Need.Group, Integer> groupNumbers = new HashMap<>();
    private final List<Ints> groups = new ArrayList<>();
    private final Map<Integer, Ints> byKey = new HashMap<>();

    /** The number of a need; a new one is judged at once. */
    int number(Need need, Allotment allotment) {
        Integer known = numbers.get(need);
        if (known != null) {
            return known;
        }
        int number = needs.size();
        numbers.put(need, number);
        needs.add(need);
        users.add(new Ints());
        judgements.add(new Judgement(allotment.alone(need)));
        groups.get(group(need)).add(number);
        return number;
    }

    private int group(Need need) {
        Need.Group group = need.group();
        Integer known = group == null ? null : groupNumbers.get(group);
        if (known != null) {
            return known;
        }
        int number = groups.size();
        groups.add(new Ints());
        if (group != null) {
            groupNumbers.put(group, number);
        }
        for (List<Need.Ask> option : need.options()) {
            for (Need.Ask ask : option) {
                byKey.computeIfAbsent(ask.key(), _ -> new Ints()).add(number);
                if (ask.general() >= 0) {
                    byKey.computeIfAbsent(ask.general(), _ -> new Ints()).add(number);
                }
            }
        }
        return number;
    }

    Need need(int number) {
        return needs.get(number);
    }

    Judgement judgement(int number) {
        return judgements.get(number);
    }

    /**
     * Judges again what asks one of these foods, or a sort of one.
     *
     * @param everything whether to mark the recipes of needs whose judgement stays the same, too
     * @param tight recipes to mark even so, as their lines compete for rows
     * @param changed is given the recipes to add up again
     */
    void judge(Set<Integer> keys, Allotment allotment, boolean everything, BitSet tight, BitSet changed) {
        BitSet asking = new BitSet(groups.size());
        for (int key : keys) {
            Ints found = byKey.get(key);
            for (int i = 0; found != null && i < found.count(); i++) {
                asking.set(found.get(i));
            }
        }
        for (int group = asking.nextSetBit(0); group >= 0; group = asking.nextSetBit(group + 1)) {
            Ints members = groups.get(group);
            Offer @Nullable [] offers = null;
            for (int i = 0; i < members.count(); i++) {
                int number = members.get(i);
                Need need = needs.get(number);
                if (need.group() != null && offers == null) {
                    offers = allotment.offers(need);
                }
                Judgement fresh =
                        new Judgement(offers == null ? allotment.alone(need) : allotment.alone(need, offers));
                boolean same = !everything && fresh.sameAs(judgements.get(number));
                judgements.set(number, fresh);
                mark(users.get(number), same ? tight : null, changed);
            }
        }
    }

    /** Marks recipes, of some only those that are in {@code only}. */
    private static void mark(Ints recipes, @Nullable BitSet only, BitSet changed) {
        for (int i = 0; i < recipes.count(); i++) {
            if (only == null || only.get(recipes.get(i))) {
                changed.set(recipes.get(i));
            }
        }
    }

    void use(int[] lines, int recipe) {
        for (int line : lines) {
            users.get(line).add(recipe);
        }
    }

    void unuse(int[] lines, int recipe) {
        for (int line : lines) {
            users.get(line).remove(recipe);
        }
    }
}

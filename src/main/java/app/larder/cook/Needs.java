package app.larder.cook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All different needs of all recipes, each with its judgement and the recipes that have it. One thread at a time. */
final class Needs {

    private final Map<Need, Integer> numbers = new HashMap<>();
    private final List<Need> needs = new ArrayList<>();
    private final List<Judgement> judgements = new ArrayList<>();
    private final List<Ints> users = new ArrayList<>();
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

    void judge(int number, Allotment allotment) {
        judgements.set(number, new Judgement(allotment.alone(needs.get(number))));
    }

    /** The needs that ask one of these foods, or a sort of one. */
    int[] asking(Set<Integer> keys) {
        BitSet found = new BitSet(needs.size());
        for (int key : keys) {
            Ints asking = byKey.get(key);
            for (int i = 0; asking != null && i < asking.count(); i++) {
                found.set(asking.get(i));
            }
        }
        return found.stream().toArray();
    }

    /** Marks the recipes that have a need. */
    void users(int number, BitSet recipes) {
        Ints using = users.get(number);
        for (int i = 0; i < using.count(); i++) {
            recipes.set(using.get(i));
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

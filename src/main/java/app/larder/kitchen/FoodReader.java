package app.larder.kitchen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the name of one food. */
final class FoodReader {

    private static final int SHORTEST_COMPOUND_HEAD = 3;

    private FoodReader() {}

    /** The food a name means; its key is empty if the name has no word. */
    static Food food(String name) {
        String whole = FoodNames.ALL.key(FoodNames.normal(name));
        if (whole != null) {
            return new Food(whole, null);
        }
        int comma = name.indexOf(',');
        List<String> words = FoodNames.words(comma > 0 ? name.substring(0, comma) : name);
        List<String> changes = new ArrayList<>();
        if (comma > 0) {
            addChanges(FoodNames.words(name.substring(comma + 1)), changes);
        }
        return read(words, changes);
    }

    private static Food read(List<String> written, List<String> changes) {
        List<String> words = new ArrayList<>(written);
        for (int i = 1; i < words.size(); i++) {
            if (FoodWords.ALL.ends(words.get(i))) {
                addChanges(words.subList(i, words.size()), changes);
                words = words.subList(0, i);
            }
        }
        for (int i = 1; i < words.size() - 1; i++) {
            if (FoodWords.ALL.isOf(words.get(i))) {
                List<String> turned = new ArrayList<>(words.subList(i + 1, words.size()));
                turned.addAll(words.subList(0, i));
                words = turned;
                break;
            }
        }
        List<String> ones = words.stream().map(Lemmas.ALL::one).toList();
        String key = FoodNames.ALL.key(String.join(" ", ones));
        if (key != null && changes.isEmpty()) {
            return new Food(key, null);
        }
        return described(ones, changes);
    }

    private static Food described(List<String> ones, List<String> changes) {
        List<String> rest = new ArrayList<>(changes);
        for (String word : ones) {
            String change = FoodWords.ALL.change(word);
            if (!change.isEmpty()) {
                rest.add(change);
            } else if (!FoodWords.ALL.describes(word) && !FoodWords.ALL.isOf(word)) {
                rest.add(word);
            }
        }
        List<String> distinct = rest.stream().distinct().collect(Collectors.toCollection(ArrayList::new));
        if (distinct.isEmpty()) {
            return new Food(String.join(" ", ones), null);
        }
        Food known = known(distinct);
        while (known == null && distinct.size() > 1 && FoodWords.ALL.isPart(distinct.getLast())) {
            distinct.removeLast();
            known = known(distinct);
        }
        while (known == null && distinct.size() > 1 && FoodWords.ALL.isPart(distinct.getFirst())) {
            distinct.removeFirst();
            known = known(distinct);
        }
        return known != null ? known : byHead(distinct);
    }

    private static @Nullable Food known(List<String> words) {
        String key = FoodNames.ALL.key(String.join(" ", words));
        return key == null ? null : new Food(key, null);
    }

    private static void addChanges(List<String> words, List<String> changes) {
        for (String word : words) {
            String change = FoodWords.ALL.change(word);
            if (!change.isEmpty()) {
                changes.add(change);
            }
        }
    }

    /** The longest known end of the name is its head; what stands before decides whether it is a sort of that. */
    private static Food byHead(List<String> words) {
        String whole = String.join(" ", words);
        for (int from = 1; from < words.size(); from++) {
            String head = FoodNames.ALL.key(String.join(" ", words.subList(from, words.size())));
            if (head != null) {
                boolean sort = !FoodWords.ALL.isUnsure(head)
                        && words.subList(0, from).stream().noneMatch(FoodReader::makesAnother);
                return new Food(whole, sort ? head : null);
            }
        }
        String last = words.getLast();
        for (int from = 2; from <= last.length() - SHORTEST_COMPOUND_HEAD; from++) {
            String head = FoodNames.ALL.key(last.substring(from));
            if (head != null && FoodWords.ALL.joins(last.substring(0, from))) {
                return new Food(whole, head);
            }
        }
        return new Food(whole, null);
    }

    /** Whether a word before the head makes another food of it: it is a food itself, or known to change things. */
    private static boolean makesAnother(String word) {
        return FoodNames.ALL.key(word) != null || !FoodWords.ALL.change(word).isEmpty();
    }
}

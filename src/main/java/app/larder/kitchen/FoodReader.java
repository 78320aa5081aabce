package app.larder.kitchen;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the name of one food. */
final class FoodReader {

    private static final int SHORTEST_COMPOUND_HEAD = 3;

    private FoodReader() {}

    /** The food a name means; its key is empty if the name has no word. */
    static Food food(String name) {
        String whole = FoodNames.ALL.find(name);
        if (whole != null) {
            return new Food(whole, null);
        }
        int comma = name.indexOf(',');
        while (comma > 0 && onlyDescribes(name.substring(0, comma)) && comma + 1 < name.length()) {
            comma = name.indexOf(',', comma + 1);
        }
        List<String> words = FoodNames.words(comma > 0 ? name.substring(0, comma) : name);
        List<String> changes = new ArrayList<>();
        if (comma > 0) {
            // "Beef, minced" is minced beef.
            String turned = FoodNames.ALL.find(name.substring(comma + 1) + " " + name.substring(0, comma));
            if (turned != null) {
                return new Food(turned, null);
            }
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
        List<String> ones = words.stream().map(FoodNames::one).toList();
        String key = FoodNames.ALL.key(String.join(" ", ones));
        if (key == null && ones.size() == 2) {
            // "Weizen mehl", where a page parts its long words.
            key = FoodNames.ALL.key(String.join("", ones));
        }
        if (key != null && changes.isEmpty()) {
            return new Food(key, null);
        }
        return described(ones, changes);
    }

    /** Whether all words of a text only describe, so that the food is still to come. */
    static boolean onlyDescribes(String text) {
        return FoodNames.words(text).stream()
                .map(FoodNames::one)
                .allMatch(word -> FoodWords.ALL.describes(word)
                        || FoodWords.ALL.mayDescribe(word)
                        || !FoodWords.ALL.change(word).isEmpty());
    }

    private static Food described(List<String> ones, List<String> changes) {
        List<String> rest = new ArrayList<>(changes);
        ones.stream().map(FoodWords.ALL::change).filter(change -> !change.isEmpty()).forEach(rest::add);
        for (String word : ones) {
            if (FoodWords.ALL.change(word).isEmpty() && !FoodWords.ALL.describes(word) && !FoodWords.ALL.isOf(word)) {
                rest.add(word);
            }
        }
        List<String> distinct = rest.stream().distinct().toList();
        if (distinct.isEmpty()) {
            return new Food(String.join(" ", ones), null);
        }
        List<String> bare = distinct.stream().filter(word -> !FoodWords.ALL.mayDescribe(word)).toList();
        Food found = tableFood(distinct);
        if (found == null && !bare.isEmpty()) {
            found = tableFood(bare);
        }
        return found == null ? new Food(String.join(" ", bare.isEmpty() ? distinct : bare), null) : found;
    }

    /** The food the tables have for these words, or a sort of one they have; null if none. */
    private static @Nullable Food tableFood(List<String> words) {
        Food known = partly(words);
        return known == null ? byHead(words) : known;
    }

    /** The food the words name, pieces of it before or after left out; null if no table has it. */
    private static @Nullable Food partly(List<String> words) {
        Food known = known(words);
        int from = 0;
        int to = words.size();
        while (known == null && to - from > 1 && FoodWords.ALL.isPart(words.get(to - 1))) {
            to--;
            known = known(words.subList(from, to));
        }
        while (known == null && to - from > 1 && FoodWords.ALL.isPart(words.get(from))) {
            from++;
            known = known(words.subList(from, to));
        }
        return known;
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

    /**
     * The longest known end of the name is its head; what stands before decides whether it is that, a sort of it, or
     * another food. Null if no end is known, or if it is another food.
     */
    private static @Nullable Food byHead(List<String> words) {
        for (int from = 1; from < words.size(); from++) {
            String head = FoodNames.ALL.key(String.join(" ", words.subList(from, words.size())));
            if (head != null) {
                List<String> before = words.subList(0, from);
                if (before.stream().allMatch(w -> FoodWords.ALL.mayDescribe(w) || isGeneral(w, head))) {
                    return new Food(head, null);
                }
                boolean sort =
                        !FoodWords.ALL.isUnsure(head) && before.stream().noneMatch(w -> makesAnother(w, head));
                return sort ? new Food(String.join(" ", words), head) : null;
            }
        }
        String last = words.getLast();
        for (int from = 2; from <= last.length() - SHORTEST_COMPOUND_HEAD; from++) {
            String head = FoodNames.ALL.key(last.substring(from));
            if (head != null && FoodWords.ALL.joins(last.substring(0, from))) {
                return new Food(head, null);
            }
        }
        return null;
    }

    /** Whether a word only says what the head is a kind of ("pasta penne"). */
    private static boolean isGeneral(String word, String head) {
        String key = FoodNames.ALL.key(word);
        return key != null && FoodNames.ALL.answers(head).get(key) == FoodMatch.KIND;
    }

    /** Whether a word before the head makes another food of it: it is a food itself, or known to change things. */
    private static boolean makesAnother(String word, String head) {
        return !FoodWords.ALL.mayDescribe(word)
                && !isGeneral(word, head)
                && (FoodNames.ALL.key(word) != null
                        || FoodWords.ALL.isAnother(word)
                        || !FoodWords.ALL.change(word).isEmpty());
    }
}

package app.larder.kitchen;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables of foods, read once. A file that says two things about one name fails here, when it is first read. */
final class FoodNames {

    static final FoodNames ALL = new FoodNames();

    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, Set<String>> names = new HashMap<>();
    private final Map<String, Set<String>> parents = new HashMap<>();
    private final Map<String, Set<String>> children = new HashMap<>();
    private final Set<String> interchangeable = new HashSet<>();
    private final Map<String, Set<String>> madeOf = new HashMap<>();
    private final Map<String, Set<String>> insteadOf = new HashMap<>();
    private final Map<String, Set<String>> strangers = new HashMap<>();
    private final Map<String, Map<String, FoodMatch>> answers = new HashMap<>();

    private FoodNames() {
        WordFile.sections("aliases.txt").values().forEach(lines -> lines.forEach(this::addGroup));
        Map<String, List<String>> kinds = WordFile.sections("kinds.txt");
        kinds.getOrDefault("kinds", List.of()).forEach(this::addKinds);
        kinds.getOrDefault("made from", List.of()).forEach(line -> addPair(line, madeOf, false));
        kinds.getOrDefault("instead", List.of()).forEach(line -> addPair(line, insteadOf, false));
        WordFile.sections("false-friends.txt").values().forEach(lines -> lines.forEach(l -> addPair(l, strangers, true)));
        Set<String> all = new HashSet<>(keys.values());
        all.forEach(key -> answers.put(key, answersOf(key)));
    }

    /** The normal form a name stands under: folded, in the singular, single spaces, no marks. */
    static String normal(String name) {
        StringBuilder normal = new StringBuilder(name.length());
        for (String word : words(name)) {
            normal.append(normal.isEmpty() ? "" : " ").append(Lemmas.ALL.one(word));
        }
        return normal.toString();
    }

    /** The folded words of a name. */
    static List<String> words(String name) {
        String folded = Lemmas.folded(name).replaceAll("['’`´]", "");
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            boolean inside = i < folded.length() && (Character.isLetterOrDigit(folded.charAt(i)) || folded.charAt(i) == '%');
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(folded.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    /** The key of a normal form; null if no table has it. */
    @Nullable String key(String normal) {
        return keys.get(normal);
    }

    /** What a food answers, itself not included; nothing for a key that no table has. */
    Map<String, FoodMatch> answers(String key) {
        return answers.getOrDefault(key, Map.of());
    }

    /** The names of a food, its key first. */
    List<String> names(String key) {
        Set<String> all = new LinkedHashSet<>();
        all.add(key);
        all.addAll(names.getOrDefault(key, Set.of()));
        return List.copyOf(all);
    }

    /** Every key a table has. */
    Collection<String> keys() {
        return Set.copyOf(keys.values());
    }

    private void addGroup(String line) {
        String key = "";
        for (String side : line.split("\\|", -1)) {
            for (String name : WordFile.words(side)) {
                String normal = normal(name);
                key = key.isEmpty() ? normal : key;
                String before = keys.putIfAbsent(normal, key);
                if (before != null && !before.equals(key)) {
                    throw new IllegalStateException(
                            "kitchen/aliases.txt: \"" + name + "\" is both " + before + " and " + key);
                }
                names.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(SearchForm.of(name));
            }
        }
    }

    /** "onion ~: red onion, white onion"; the mark says that each can stand in for the others. */
    private void addKinds(String line) {
        int colon = line.indexOf(':');
        String head = line.substring(0, colon).strip();
        boolean alike = head.endsWith("~");
        String parent = known(alike ? head.substring(0, head.length() - 1) : head);
        if (alike) {
            interchangeable.add(parent);
        }
        for (String name : WordFile.words(line.substring(colon + 1))) {
            String child = known(name);
            put(parents, child, parent);
            put(children, parent, child);
        }
    }

    /** "lemon juice < lemon, bottled lemon juice"; with {@code both}, "egg | eggplant, egg noodle". */
    private void addPair(String line, Map<String, Set<String>> to, boolean both) {
        String[] sides = line.split(both ? "\\|" : "<", 2);
        String left = known(sides[0]);
        for (String name : WordFile.words(sides[1])) {
            String right = known(name);
            put(to, right, left);
            if (both) {
                put(to, left, right);
            }
        }
    }

    private static void put(Map<String, Set<String>> map, String key, String value) {
        map.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(value);
    }

    private String known(String name) {
        String normal = normal(name);
        String key = keys.get(normal);
        if (key == null) {
            keys.put(normal, normal);
            names.computeIfAbsent(normal, _ -> new LinkedHashSet<>()).add(SearchForm.of(name.strip()));
            return normal;
        }
        return key;
    }

    private Map<String, FoodMatch> answersOf(String key) {
        Map<String, FoodMatch> found = new LinkedHashMap<>();
        found.put(key, FoodMatch.SAME);
        Set<String> selfAndAbove = above(key);
        selfAndAbove.forEach(k -> found.putIfAbsent(k, FoodMatch.KIND));
        for (String k : selfAndAbove) {
            madeOf.getOrDefault(k, Set.of()).forEach(made -> found.putIfAbsent(made, FoodMatch.MADE_FROM));
        }
        for (String k : selfAndAbove) {
            insteadOf.getOrDefault(k, Set.of()).forEach(other -> found.putIfAbsent(other, FoodMatch.INSTEAD));
        }
        for (String parent : parents.getOrDefault(key, Set.of())) {
            if (interchangeable.contains(parent)) {
                children.getOrDefault(parent, Set.of()).forEach(other -> found.putIfAbsent(other, FoodMatch.INSTEAD));
            }
        }
        if (interchangeable.contains(key)) {
            children.getOrDefault(key, Set.of()).forEach(kind -> found.putIfAbsent(kind, FoodMatch.INSTEAD));
        }
        strangers.getOrDefault(key, Set.of()).forEach(found::remove);
        return Map.copyOf(found);
    }

    private Set<String> above(String key) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(key));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next)) {
                open.addAll(parents.getOrDefault(next, Set.of()));
            }
        }
        return seen;
    }
}

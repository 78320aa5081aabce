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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tables of foods, read once. Where they say two things about one name, the first counts; a test finds such lines. */
final class FoodNames {

    private static final Pattern APOSTROPHES = Pattern.compile("['’`´]");

    /** Marks names that count only in exactly their letters. */
    private static final String EXACTLY = "=";

    static final FoodNames ALL = new FoodNames();

    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, Set<String>> names = new HashMap<>();
    private final Map<String, Set<String>> parents = new HashMap<>();
    private final Map<String, Set<String>> alike = new HashMap<>();
    private final Map<String, String> byPiece = new HashMap<>();
    private final List<String> contradictions = new ArrayList<>();
    private final Map<String, Set<String>> madeOf = new HashMap<>();
    private final Map<String, Set<String>> insteadOf = new HashMap<>();
    private final Map<String, Set<String>> strangers = new HashMap<>();
    private final Map<String, Map<String, FoodMatch>> answers = new HashMap<>();

    private FoodNames() {
        WordFile.sections("aliases.txt").values().forEach(lines -> lines.forEach(this::addGroup));
        Map<String, List<String>> kinds = WordFile.sections("kinds.txt");
        kinds.getOrDefault("kinds", List.of()).forEach(this::addKinds);
        kinds.getOrDefault("by the piece", List.of()).forEach(line -> {
            int colon = line.indexOf(':');
            byPiece.put(known(line.substring(0, colon)), known(line.substring(colon + 1)));
        });
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
            normal.append(normal.isEmpty() ? "" : " ").append(one(word));
        }
        return normal.toString();
    }

    /** A folded word in the singular, a German adjective without its ending. */
    static String one(String word) {
        String stem = FoodWords.ALL.stem(word);
        return stem.equals(word) ? Lemmas.ALL.one(word) : stem;
    }

    /** The folded words of a name. */
    static List<String> words(String name) {
        String folded = APOSTROPHES.matcher(Lemmas.folded(name)).replaceAll("");
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

    /** The key of a whole name, in exactly its letters or in its normal form; null if no table has it. */
    @Nullable String find(String name) {
        String exact = keys.get(EXACTLY + String.join(" ", words(name)));
        return exact == null ? keys.get(normal(name)) : exact;
    }

    /** What a food's name means where the food is counted by the piece; the key itself for most. */
    String byPiece(String key) {
        return byPiece.getOrDefault(key, key);
    }

    /** Where the tables contradict themselves; for tests, as they should not. */
    List<String> contradictions() {
        return List.copyOf(contradictions);
    }

    /** The pairs that only look alike. */
    Map<String, Set<String>> strangers() {
        return Map.copyOf(strangers);
    }

    /** Whether a table has the key. */
    boolean has(String key) {
        return answers.containsKey(key);
    }

    /** Whether two foods only look alike. */
    boolean areStrangers(String key, String other) {
        return strangers.getOrDefault(key, Set.of()).contains(other);
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
                String normal = form(name);
                key = key.isEmpty() ? normal : key;
                String before = keys.putIfAbsent(normal, key);
                if (before != null && !before.equals(key)) {
                    contradictions.add("\"" + name + "\" is both " + before + " and " + key);
                }
                keys.putIfAbsent(changesFirst(normal), key);
                names.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(SearchForm.of(name.replace("\"", "")));
            }
        }
    }

    /** Words that change the thing put first, in one language: "tomate getrocknet" is "dried tomate". */
    static String changesFirst(String normal) {
        List<String> changes = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String word : normal.split(" ", -1)) {
            String change = FoodWords.ALL.change(word);
            (change.isEmpty() ? others : changes).add(change.isEmpty() ? word : change);
        }
        changes.addAll(others);
        return String.join(" ", changes);
    }

    /** A name in quotes stands for exactly its letters, others for their normal form. */
    private static String form(String name) {
        String bare = name.strip();
        return bare.startsWith("\"") ? EXACTLY + String.join(" ", words(bare)) : normal(bare);
    }

    /** "onion ~: red onion, white onion"; the mark says that each can stand in for the others. */
    private void addKinds(String line) {
        int colon = line.indexOf(':');
        String head = line.substring(0, colon).strip();
        boolean alike = head.endsWith("~");
        String parent = known(alike ? head.substring(0, head.length() - 1) : head);
        List<String> kinds =
                WordFile.words(line.substring(colon + 1)).stream().map(this::known).toList();
        for (String kind : kinds) {
            put(parents, kind, parent);
            if (alike) {
                put(this.alike, parent, kind);
                kinds.stream().filter(other -> !other.equals(kind)).forEach(other -> put(this.alike, kind, other));
            }
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
        String normal = form(name);
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
        // Salmon is a fish, but what a fish stands in for, salmon need not: only kinds that are as good as each other inherit.
        List<String> selfAndAlike = selfAndAbove.stream()
                .filter(k -> k.equals(key) || alike.getOrDefault(k, Set.of()).contains(key))
                .toList();
        for (String k : selfAndAlike) {
            insteadOf.getOrDefault(k, Set.of()).forEach(other -> found.putIfAbsent(other, FoodMatch.INSTEAD));
        }
        alike.getOrDefault(key, Set.of()).forEach(other -> found.putIfAbsent(other, FoodMatch.INSTEAD));
        for (String stranger : strangers.getOrDefault(key, Set.of())) {
            if (found.remove(stranger) != null) {
                contradictions.add(key + " and " + stranger);
            }
        }
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

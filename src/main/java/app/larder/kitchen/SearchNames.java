package app.larder.kitchen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All forms under which a typed term is looked for: {@link Names#variants}, and where it is a food of {@code
 * kitchen/aliases.txt} that food's other names ("aubergine": eggplant, Melanzani). A name that would find something else
 * inside a longer one, as "pepper" would find bell peppers for "Pfeffer", is left out; the term itself never is. Pure
 * functions.
 */
public final class SearchNames {

    private static final int MOST = 8;
    private static final int SHORTEST = 4;
    private static final SearchNames TABLE = new SearchNames();

    /** Every name of every food between line ends, and the food of each. */
    private final String all;

    private final int[] starts;
    private final String[] keys;

    private SearchNames() {
        StringBuilder text = new StringBuilder("\n");
        List<Integer> places = new ArrayList<>();
        List<String> foods = new ArrayList<>();
        for (String key : new LinkedHashSet<>(FoodNames.ALL.keys())) {
            for (String name : FoodNames.ALL.names(key)) {
                places.add(text.length());
                foods.add(key);
                text.append(name).append('\n');
            }
        }
        all = text.toString();
        starts = places.stream().mapToInt(Integer::intValue).toArray();
        keys = foods.toArray(String[]::new);
    }

    /** The search forms of a term, itself first: one and many of it, and of at most eight other names; 48 at most. */
    public static Set<String> variants(String term) {
        Set<String> forms = new LinkedHashSet<>(Names.variants(term));
        for (String other : TABLE.others(term, forms)) {
            int last = other.lastIndexOf(' ') + 1;
            for (String word : Names.variants(other.substring(last))) {
                forms.add(other.substring(0, last) + word);
            }
        }
        return forms;
    }

    /** Those of the variants that a search for parts of names needs: the ones that contain no other one. */
    public static Set<String> parts(String term) {
        return Names.shortest(variants(term));
    }

    /** The other names of the food a term names, as far as they find nothing else; none if it names no food. */
    private List<String> others(String term, Set<String> own) {
        String key = own.isEmpty() ? null : FoodNames.ALL.find(term);
        if (key == null) {
            return List.of();
        }
        List<String> others = new ArrayList<>();
        for (String name : FoodNames.ALL.names(key)) {
            boolean found = own.stream().anyMatch(name::contains) || others.stream().anyMatch(name::contains);
            if (!found && name.length() >= SHORTEST && others.size() < MOST && !misleads(name, key, own)) {
                others.add(name);
            }
        }
        return others;
    }

    /** Whether a name is part of another food's name that the term itself, in whatever language, is no part of. */
    private boolean misleads(String name, String key, Set<String> own) {
        for (int at = all.indexOf(name); at >= 0; at = all.indexOf(name, at + 1)) {
            String other = keys[line(at)];
            if (!other.equals(key) && isMistaken(at, name.length(), other, key) && !isPartOf(own, other)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a name found inside another food's name says that it is that food. At the end of a false friend it does
     * ("pepper" in "bell pepper"); before another word or as a part of a German one it does not ("tomato paste" is made from
     * tomatoes, "Kokosmilch" is found by "Milch" as well). A short one that goes on may be any run of letters.
     */
    private boolean isMistaken(int at, int length, String other, String key) {
        @Nullable FoodMatch match = FoodNames.ALL.answers(other).get(key);
        if (match != null && match.compareTo(FoodMatch.KIND) <= 0) {
            return false;
        }
        char after = all.charAt(at + length);
        return (after == '\n' && all.charAt(at - 1) == ' ' && FoodNames.ALL.areStrangers(key, other))
                || (length <= SHORTEST && Character.isLetter(after) && after != 's');
    }

    private static boolean isPartOf(Set<String> own, String other) {
        return FoodNames.ALL.names(other).stream().anyMatch(name -> own.stream().anyMatch(name::contains));
    }

    private int line(int at) {
        int found = Arrays.binarySearch(starts, at);
        return found < 0 ? ~found - 1 : found;
    }
}

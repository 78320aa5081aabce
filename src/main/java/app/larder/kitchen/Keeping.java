package app.larder.kitchen;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long foods keep at home, in days ({@code kitchen/keeping.txt}): by the food where it is known, else by the shelf. */
public final class Keeping {

    private static final Keeping TABLE = new Keeping();

    private static final int OTHERWISE = 365;

    private final Map<String, Integer> foods = new HashMap<>();
    private final Map<String, Integer> shelves = new HashMap<>();

    private Keeping() {
        WordFile.sections("keeping.txt").forEach((section, lines) -> {
            for (String line : lines) {
                int equals = line.indexOf('=');
                int days = Integer.parseInt(line.substring(equals + 1).strip());
                for (String name : WordFile.words(line.substring(0, equals))) {
                    if (section.equals("shelves")) {
                        shelves.put(name.toUpperCase(Locale.ROOT), days);
                    } else {
                        foods.put(Foods.of(name).key(), days);
                    }
                }
            }
        });
    }

    /**
     * How many days something usually keeps from the day it came home, opened or not.
     *
     * @param name what it is called
     * @param food what that means
     * @param unit its unit's word; may be empty
     * @param shelf the shelf it stands on, as a key of {@link Category}; null or a person's own words count as unknown
     */
    public static int days(String name, Food food, String unit, @Nullable String shelf) {
        Optional<Category> said = shelf == null ? Optional.empty() : Category.ofKey(shelf);
        Category category = said.orElseGet(() -> Category.guess(name, unit));
        if (category != Category.FROZEN) {
            for (String key : List.of(food.key(), food.general() == null ? "" : food.general())) {
                Integer days = TABLE.days(key);
                if (days != null) {
                    return days;
                }
            }
        }
        return TABLE.shelves.getOrDefault(category.name(), OTHERWISE);
    }

    private @Nullable Integer days(String key) {
        Integer own = foods.get(key);
        if (own != null) {
            return own;
        }
        Integer shortest = null;
        for (Map.Entry<String, FoodMatch> answer : FoodNames.ALL.answers(key).entrySet()) {
            Integer days = answer.getValue() == FoodMatch.KIND ? foods.get(answer.getKey()) : null;
            shortest = days != null && (shortest == null || days < shortest) ? days : shortest;
        }
        return shortest;
    }
}

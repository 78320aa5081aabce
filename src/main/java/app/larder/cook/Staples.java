package app.larder.cook;

import app.larder.kitchen.Food;
import app.larder.kitchen.FoodMatch;
import app.larder.kitchen.Foods;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What counts as always at home: the foods named, and kinds of them. */
final class Staples {

    private final Set<String> keys = new HashSet<>();

    Staples(List<String> names) {
        names.forEach(name -> keys.add(Foods.of(name).key()));
    }

    boolean has(Food food) {
        for (Map.Entry<String, FoodMatch> answer : Foods.answers(food).entrySet()) {
            if (answer.getValue().compareTo(FoodMatch.KIND) <= 0 && keys.contains(answer.getKey())) {
                return true;
            }
        }
        return false;
    }
}

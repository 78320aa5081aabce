package app.larder.bench;

import app.larder.kitchen.Food;
import app.larder.kitchen.Foods;
import app.larder.pantry.HouseholdIngredient;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The yardstick: every line of every recipe against every row, names read once, amounts not looked at. */
final class NaiveCook {

    private NaiveCook() {}

    /** How many lines have something at home that answers them. */
    static int covered(List<Recipe> recipes, List<HouseholdIngredient> rows) {
        Map<String, Food> read = new HashMap<>();
        List<Map<String, ?>> answers =
                rows.stream().<Map<String, ?>>map(row -> Foods.answers(Foods.of(row.name()))).toList();
        int covered = 0;
        for (Recipe recipe : recipes) {
            for (Ingredient line : recipe.ingredients()) {
                Food asked = read.computeIfAbsent(line.name(), Foods::of);
                for (Map<String, ?> answer : answers) {
                    if (answer.containsKey(asked.key())) {
                        covered++;
                        break;
                    }
                }
            }
        }
        return covered;
    }
}

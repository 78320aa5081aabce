package app.larder.kitchen;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads names of food as ingredient lines write them: alternatives, "of" phrases, describing words, heads. */
final class FoodPhrases {

    private static final int LONGEST = 300;
    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)|\\[([^\\[\\]]*)]");
    private static final Pattern OR =
            Pattern.compile("(?iu)(?:^|[\\s,(])(?:and/or|und/oder|or|oder|bzw\\.?|ou|of else)\\s+|(?<=\\p{L})\\s*/\\s*(?=\\p{L})");
    private static final Pattern AND = Pattern.compile("(?iu)\\s+(?:and|und|plus|sowie|et)\\s+|\\s*[&+]\\s*");

    private FoodPhrases() {}

    static List<List<Food>> read(String name) {
        String text = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        String key = FoodNames.ALL.key(FoodNames.normal(text));
        if (key != null) {
            return List.of(List.of(new Food(key, null)));
        }
        List<List<Food>> options = new ArrayList<>();
        String[] sides = OR.split(BRACKETS.matcher(text).replaceAll(m -> bracket(m.group(1), m.group(2))), -1);
        for (int i = 0; i < sides.length; i++) {
            List<Food> foods = together(shared(sides, i));
            if (!foods.isEmpty()) {
                options.add(foods);
            }
        }
        return options.isEmpty() ? List.of(List.of(new Food(FoodNames.normal(text), null))) : List.copyOf(options);
    }

    /** A bracket is a remark unless it names another thing that will do. */
    private static String bracket(@Nullable String round, @Nullable String square) {
        String inside = (round == null ? square == null ? "" : square : round).strip();
        return OR.matcher(" " + inside).lookingAt() ? java.util.regex.Matcher.quoteReplacement(" " + inside) : " ";
    }

    /** "chicken or vegetable stock": the last word belongs to both where that makes a food the tables know. */
    private static String shared(String[] sides, int i) {
        String side = sides[i].strip();
        String last = sides[sides.length - 1].strip();
        if (i == sides.length - 1 || side.isEmpty()) {
            return side;
        }
        if (side.endsWith("-")) {
            return compound(side.substring(0, side.length() - 1), last);
        }
        List<String> words = FoodNames.words(last);
        for (int from = 1; from < words.size(); from++) {
            String whole = side + " " + String.join(" ", words.subList(from, words.size()));
            if (FoodNames.ALL.key(FoodNames.normal(whole)) != null) {
                return whole;
            }
        }
        return side;
    }

    /** "Gemüse- oder Hühnerbrühe": the end of the second word belongs to the first as well. */
    private static String compound(String first, String second) {
        for (int from = 1; from < second.length() - 2; from++) {
            String whole = first + second.substring(from);
            if (FoodNames.ALL.key(FoodNames.normal(whole)) != null) {
                return whole;
            }
        }
        return first;
    }

    private static List<Food> together(String side) {
        List<Food> foods = new ArrayList<>();
        if (FoodNames.ALL.key(FoodNames.normal(side)) != null) {
            return List.of(FoodReader.food(side));
        }
        for (String part : AND.split(side, -1)) {
            Food food = FoodReader.food(part);
            if (!food.key().isEmpty()) {
                foods.add(food);
            }
        }
        return List.copyOf(foods);
    }
}

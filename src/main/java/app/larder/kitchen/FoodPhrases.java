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
    private static final Pattern WITH = Pattern.compile("(?iu)\\s(?:with|mit|avec)\\s");
    private static final Pattern AND = Pattern.compile("(?iu)\\s+(?:and|und|plus|sowie|et)\\s+|\\s*[&+]\\s*");

    private FoodPhrases() {}

    static List<List<Food>> read(String name) {
        String text = withoutAmount(name.length() > LONGEST ? name.substring(0, LONGEST) : name);
        String key = FoodNames.ALL.find(text);
        if (key != null) {
            return List.of(List.of(new Food(key, null)));
        }
        List<List<Food>> options = new ArrayList<>();
        List<String> sides = sides(BRACKETS.matcher(text).replaceAll(m -> bracket(m.group(1), m.group(2))));
        for (int i = 0; i < sides.size(); i++) {
            List<Food> foods = together(shared(sides, i));
            if (!foods.isEmpty()) {
                options.add(foods);
            }
        }
        return options.isEmpty() ? List.of(List.of(new Food(FoodNames.normal(text), null))) : List.copyOf(options);
    }

    /** "1 cup of white sugar", left in a name by a line with two amounts, is white sugar. */
    private static String withoutAmount(String name) {
        if (name.isEmpty() || !Character.isDigit(name.charAt(0))) {
            return name;
        }
        ParsedLine line = IngredientLineParser.parse(name);
        return line.unit().isEmpty() || line.name().isEmpty() ? name : line.name();
    }

    /** A bracket is a remark unless it names another thing that will do. */
    private static String bracket(@Nullable String round, @Nullable String square) {
        String inside = (round == null ? square == null ? "" : square : round).strip();
        return OR.matcher(" " + inside).lookingAt() ? java.util.regex.Matcher.quoteReplacement(" " + inside) : " ";
    }

    /** The alternatives; where there is an "or", commas part them too ("red, yellow or orange pepper"). */
    private static List<String> sides(String text) {
        String[] parts = OR.split(text, -1);
        List<String> sides = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            for (String side : i == parts.length - 1 ? new String[] {parts[i]} : parts[i].split(",", -1)) {
                if (!side.isBlank()) {
                    sides.add(side.strip());
                }
            }
        }
        return sides;
    }

    /**
     * "chicken or vegetable stock": the last word belongs to both where that makes a food the tables know, or where the
     * first word alone says nothing; "chicken breasts or thighs": so does the first.
     */
    private static String shared(List<String> sides, int i) {
        String side = sides.get(i);
        String last = sides.getLast();
        if (i > 0 && FoodNames.ALL.find(side) == null) {
            String whole = known(FoodNames.words(sides.getFirst()), side);
            if (whole != null) {
                return whole;
            }
        }
        if (i == sides.size() - 1) {
            return side;
        }
        if (side.endsWith("-")) {
            return compound(side.substring(0, side.length() - 1), last);
        }
        List<String> words = FoodNames.words(last);
        for (int from = 1; from < words.size(); from++) {
            String whole = side + " " + String.join(" ", words.subList(from, words.size()));
            if (FoodNames.ALL.find(whole) != null) {
                return whole;
            }
        }
        int from = 0;
        while (from < words.size() - 1 && FoodReader.onlyDescribes(words.get(from))) {
            from++;
        }
        return FoodReader.onlyDescribes(side) ? side + " " + String.join(" ", words.subList(from, words.size())) : side;
    }

    /** The side with the words before the last of the first side, where that is a food the tables know; else null. */
    private static @Nullable String known(List<String> first, String side) {
        for (int from = 0; from < first.size() - 1; from++) {
            String whole = String.join(" ", first.subList(from, first.size() - 1)) + " " + side;
            if (FoodNames.ALL.find(whole) != null) {
                return whole;
            }
        }
        return null;
    }

    /** "Gemüse- oder Hühnerbrühe": the end of the second word belongs to the first as well. */
    private static String compound(String first, String second) {
        for (int from = 1; from < second.length() - 2; from++) {
            String whole = first + second.substring(from);
            if (FoodNames.ALL.find(whole) != null) {
                return whole;
            }
        }
        return first;
    }

    private static List<Food> together(String side) {
        List<Food> foods = new ArrayList<>();
        if (FoodNames.ALL.find(side) != null) {
            return List.of(FoodReader.food(side));
        }
        for (String part : AND.split(WITH.split(side, 2)[0], -1)) {
            Food food = FoodReader.food(part);
            if (!food.key().isEmpty()) {
                foods.add(food);
            }
        }
        return List.copyOf(foods);
    }
}

package app.larder.kitchen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which names mean which food, and what can take the place of what. The tables are files a cook can read and edit:
 * {@code kitchen/aliases.txt} (names of one food), {@code kitchen/kinds.txt} (what is a kind of what, what is made from
 * what, what can stand in), {@code kitchen/false-friends.txt} (what only looks alike), {@code kitchen/food-words.txt}
 * (words that describe a food, and words that make another one of it).
 *
 * <p>A name no table has is taken apart: words that only describe are dropped, and of the rest the longest known end is
 * the head ("Maris Piper potato" is a sort of potato) unless a word before it is a food itself ("almond butter") or is
 * known to change the thing ("smoked trout"); then it is a food of its own. Pure functions; nothing here is stored.
 */
public final class Foods {

    private Foods() {}

    /** The food a name means; of several ("butter or margarine") the first. Never fails. */
    public static Food of(String name) {
        return asked(name).getFirst().getFirst();
    }

    /**
     * What a line of a recipe asks for: one of the alternatives, each of which may be several foods together ("salt and
     * pepper"). Never empty, nor is an alternative; a name without a word is one food with an empty key.
     */
    public static List<List<Food>> asked(String name) {
        return FoodPhrases.read(name);
    }

    /**
     * As {@link #asked(String)}, where the thing is counted ("2 Paprika") or weighed by the hundred grams: some names mean
     * another food then.
     */
    public static List<List<Food>> askedByPiece(String name) {
        return asked(name).stream()
                .map(foods -> foods.stream().map(Foods::byPiece).toList())
                .toList();
    }

    /** The food this name means where it is counted by the piece. */
    public static Food byPiece(Food food) {
        String other = FoodNames.ALL.byPiece(food.key());
        return other.equals(food.key()) ? food : new Food(other, null);
    }

    /** What this food at home answers, by the key of what is asked, the food itself first. */
    public static Map<String, FoodMatch> answers(Food have) {
        Map<String, FoodMatch> answers = new LinkedHashMap<>();
        answers.put(have.key(), FoodMatch.SAME);
        FoodNames.ALL.answers(have.key()).forEach((key, match) -> answers.merge(key, match, Foods::better));
        String general = have.general();
        if (general != null) {
            FoodNames.ALL.answers(general).forEach((key, match) -> answers.merge(key, general(match), Foods::better));
            answers.merge(general, FoodMatch.KIND, Foods::better);
        }
        return answers;
    }

    /** How what is at home answers what is asked, if it does. Both are single foods. */
    public static Optional<FoodMatch> match(Food asked, Food have) {
        Map<String, FoodMatch> answers = answers(have);
        FoodMatch direct = answers.get(asked.key());
        if (direct != null || asked.general() == null) {
            return Optional.ofNullable(direct);
        }
        return Optional.ofNullable(answers.get(asked.general())).map(_ -> FoodMatch.INSTEAD);
    }

    /** As {@link #match(Food, Food)}, by names; of several foods in a name the first counts. */
    public static Optional<FoodMatch> match(String asked, String have) {
        return match(of(asked), of(have));
    }

    /** Whether the tables have the food a name means, not only what it is a sort of. */
    public static boolean isKnown(String name) {
        return FoodNames.ALL.has(of(name).key());
    }

    /** Every name of a food, the food's key first, in search form; only its key if no table has it. */
    public static List<String> names(Food food) {
        return FoodNames.ALL.names(food.key());
    }

    /** The names in {@code kitchen/staples.txt}: what is assumed to be at home. */
    public static List<String> staples() {
        List<String> staples = new ArrayList<>();
        WordFile.sections("staples.txt").values().forEach(lines -> lines.forEach(l -> staples.addAll(WordFile.words(l))));
        return List.copyOf(staples);
    }

    private static FoodMatch general(FoodMatch match) {
        return match == FoodMatch.SAME ? FoodMatch.KIND : match;
    }

    private static FoodMatch better(FoodMatch one, FoodMatch other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}

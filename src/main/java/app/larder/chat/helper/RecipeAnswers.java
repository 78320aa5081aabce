package app.larder.chat.helper;

import app.larder.cook.LineState;
import app.larder.cook.LineVerdict;
import app.larder.cook.Ranking;
import app.larder.cook.Verdict;
import app.larder.kitchen.Kitchen;
import app.larder.kitchen.ParsedLine;
import app.larder.kitchen.Quantity;
import app.larder.kitchen.Scaling;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.RecipeSort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers from the person's recipes. */
final class RecipeAnswers {

    private static final int MOST = 5;
    private static final int MOST_MISSING = 4;
    private static final Pattern MINUTES = Pattern.compile("(\\d+)\\s*(?:min|minutes?|minuten)\\b");
    private static final Pattern HALF_HOUR = Pattern.compile("half an hour|halbe\\p{L}* stunde");
    private static final Pattern HOUR = Pattern.compile("\\b(?:an|one|einer?|1) (?:hour|stunde)");
    private static final Pattern COMPOUND = Pattern.compile("(?iU)\\b(\\p{L}{3,}?)rezepte?\\b");
    private static final Pattern ASKING = Pattern.compile("(?iU)\\b(?:find|search|show|list|look|for|me|all|my|recipes?|with|of|a|an|the|some|please|do|i|have|any|what|which|is|are|there|can|you"
            + "|finde|such\\p{L}*|zeig\\p{L}*|mir|alle|meine?|rezepte?|mit|für|ein|eine|das|die|der|nach|bitte|habe|ich|welche|gibt|es|was|hast|du|ohne|without|kannst|aus|from|want|would|like)\\b|[?!.,:;]");

    private final HelperKitchen kitchen;

    RecipeAnswers(HelperKitchen kitchen) {
        this.kitchen = kitchen;
    }

    String cook(Question question, HelperWords words) {
        if (kitchen.recipeCount() == 0) {
            return words.say("dish.no-recipes");
        }
        List<String> foods = Mentions.foods(question.text());
        Integer minutes = minutes(question.text());
        if (foods.isEmpty() && kitchen.pantry().isEmpty()) {
            return words.say("dish.empty-pantry");
        }
        List<UUID> best = matches(foods, minutes);
        if (best.isEmpty()) {
            return words.say("dish.none");
        }
        String title = foods.isEmpty()
                ? words.say("dish.title")
                : words.say("dish.with", words.and(foods));
        return title + "\n\n" + PantryAnswers.list(cards(best, words));
    }

    private List<UUID> matches(List<String> foods, @Nullable Integer minutes) {
        Ranking ranking = kitchen.ranking();
        if (foods.isEmpty() && minutes == null) {
            return ranking.ids(Ranking.ANY, 0, MOST);
        }
        RecipeQuery query = RecipeQuery.ALL.withIngredients(foods).withMaxMinutes(minutes);
        List<UUID> found = kitchen.recipes().ids(query, 0, 2_000);
        return ranking.inOrder(found, Ranking.ANY).stream().limit(MOST).toList();
    }

    private static @Nullable Integer minutes(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher minutes = MINUTES.matcher(lower);
        if (minutes.find() && minutes.group(1).length() < 5) {
            return Integer.valueOf(minutes.group(1));
        }
        if (HALF_HOUR.matcher(lower).find()) {
            return 30;
        }
        return HOUR.matcher(lower).find() ? Integer.valueOf(60) : null;
    }

    /** The recipes of some ids, a line each: name, time, how much of it is at home. */
    List<String> cards(List<UUID> ids, HelperWords words) {
        List<Recipe> recipes = new ArrayList<>(kitchen.recipes().findAll(ids));
        recipes.sort(Comparator.comparingInt(recipe -> ids.indexOf(recipe.id())));
        return recipes.stream().map(recipe -> card(recipe, words)).toList();
    }

    private String card(Recipe recipe, HelperWords words) {
        Verdict verdict = kitchen.cook().verdict(recipe);
        List<String> missing = foods(verdict).stream().limit(MOST_MISSING).toList();
        int covered = verdict.tally().covered();
        int total = verdict.tally().total();
        String home = missing.isEmpty()
                ? words.say("card.all", covered, total)
                : words.say("card.missing", covered, total, String.join(words.say("sep"), missing));
        return name(recipe) + (recipe.minutes() == null ? "" : " (" + words.say("minutes", recipe.minutes()) + ")") + ": " + home;
    }

    private static String name(Recipe recipe) {
        return "**" + PantryAnswers.plain(recipe.name()) + "**";
    }

    private static List<String> foods(Verdict verdict) {
        return verdict.lines().stream()
                .filter(line -> line.state() == LineState.MISSING || line.state() == LineState.PARTLY)
                .map(line -> PantryAnswers.plain(line.food()))
                .toList();
    }

    String find(Question question, HelperWords words) {
        String wanted = ASKING.matcher(COMPOUND.matcher(question.text()).replaceAll("$1")).replaceAll(" ").replaceAll("\\s+", " ").strip();
        RecipeQuery query = RecipeQuery.ALL
                .withText(wanted)
                .withMaxMinutes(minutes(question.text()))
                .sortedBy(RecipeSort.NAME, true);
        int count = kitchen.recipes().count(query);
        if (count == 0) {
            return words.say("find.none");
        }
        List<UUID> ids = kitchen.recipes().ids(query, 0, MOST);
        String text = words.say("find.title") + "\n\n" + PantryAnswers.list(cards(ids, words));
        return count <= MOST ? text : text + "\n\n" + words.say("find.more", count - MOST);
    }

    String missing(Question question, HelperWords words) {
        String wanted = question.subject();
        Optional<Recipe> recipe = kitchen.recipe(wanted);
        if (recipe.isEmpty()) {
            return words.say("recipe.none", wanted);
        }
        List<String> lines = kitchen.cook().verdict(recipe.get()).lines().stream()
                .filter(line -> line.state() == LineState.MISSING || line.state() == LineState.PARTLY)
                .map(line -> need(line, words))
                .toList();
        return lines.isEmpty()
                ? words.say("missing.none", name(recipe.get()))
                : words.say("missing.title", name(recipe.get())) + "\n\n" + PantryAnswers.list(lines);
    }

    private String need(LineVerdict line, HelperWords words) {
        String amount = line.missing() == null
                ? ""
                : Scaling.text(line.missing().quantity(), line.missing().unit(), kitchen.measures(words.locale())) + " ";
        return amount + PantryAnswers.plain(line.food());
    }

    String time(Question question, HelperWords words) {
        String wanted = question.subject();
        return kitchen.recipe(wanted)
                .map(recipe -> recipe.minutes() == null
                        ? words.say("time.unknown", name(recipe))
                        : words.say("time.known", name(recipe), recipe.minutes()))
                .orElseGet(() -> words.say("recipe.none", wanted));
    }

    String scale(Question question, HelperWords words) {
        String wanted = Question.bare(question.text()
                .replaceAll("(?iU)\\b(?:scale|double|twice|triple|halve|half|make|cook|recalculate|adjust|amounts?|of|to|for|the|my|recipe|people|persons?|servings|guests|please|can|you|up|down"
                        + "|verdopp\\p{L}+|doppelte?|verdreifach\\p{L}*|halbier\\p{L}*|halbe|hälfte|menge|mengen|vom?|rechne|mach|koche|passe|auf|für|das|die|der|den|rezept|personen|portionen|leute|gäste|um|hoch|bitte|an|es)\\b|\\d+|[?!.,]", " ")
                .replaceAll("\\s+", " "));
        Optional<Recipe> found = kitchen.recipe(wanted);
        if (found.isEmpty()) {
            return words.say("recipe.none", wanted);
        }
        Recipe recipe = found.get();
        Quantity fixed = fixed(question);
        String people = question.subject();
        if (fixed == null && !people.matches("\\d{1,4}")) {
            return words.say("scale.how");
        }
        Integer servings = recipe.details().servings();
        if (fixed == null && (servings == null || servings == 0)) {
            return words.say("scale.unknown", name(recipe));
        }
        Quantity factor = fixed != null || servings == null ? fixed : Quantity.of(Long.parseLong(people), servings);
        if (factor == null || factor.isZero()) {
            return words.say("scale.how");
        }
        String title = fixed == null
                ? words.say("scale.title", name(recipe), people)
                : words.say("scale.factor", name(recipe), factor.display());
        Kitchen kitchenWords = kitchen.measures(words.locale());
        List<String> lines =
                recipe.ingredients().stream().map(line -> scaled(line, factor, kitchenWords)).toList();
        return title + "\n\n" + PantryAnswers.list(lines) + "\n\n" + words.say("scale.note");
    }

    private static @Nullable Quantity fixed(Question question) {
        if (!question.group("double").isEmpty()) {
            return Quantity.of(2);
        }
        if (!question.group("triple").isEmpty()) {
            return Quantity.of(3);
        }
        return question.group("half").isEmpty() ? null : Quantity.of(1, 2);
    }

    private static String scaled(Ingredient line, Quantity factor, Kitchen kitchen) {
        ParsedLine parsed = ParsedLine.of(line.quantity(), line.quantityMax(), line.unit(), line.name());
        Scaling.Scaled scaled = Scaling.scale(parsed, factor, kitchen);
        return PantryAnswers.plain((scaled.amount() + " " + scaled.unit() + " " + line.name()).replaceAll("\\s+", " ").strip());
    }
}

package app.larder.chat;

import app.larder.chat.helper.Mentions;
import app.larder.cook.CookNow;
import app.larder.cook.LineState;
import app.larder.cook.LineVerdict;
import app.larder.cook.Ranking;
import app.larder.cook.UseSoon;
import app.larder.cook.Verdict;
import app.larder.kitchen.Amount;
import app.larder.kitchen.Conversion;
import app.larder.kitchen.Foods;
import app.larder.kitchen.Kitchen;
import app.larder.kitchen.ParsedLine;
import app.larder.kitchen.Quantity;
import app.larder.kitchen.Scaling;
import app.larder.kitchen.Unit;
import app.larder.pantry.AmountText;
import app.larder.pantry.HouseholdIngredient;
import app.larder.pantry.Pantry;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.RecipeQuery;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What models are told of the kitchen, as JSON: names, amounts and days, no notes and nobody's conversations. */
public final class KitchenReads {

    private static final int PANTRY_LINES = 60;
    private static final int MATCHES = 5;
    private static final int RECIPES = 10;
    private static final int NAME = 120;
    private static final int LINE = 300;
    private static final int STEPS = 6_000;

    private final RecipeBook recipes;
    private final Pantry pantry;
    private final CookNow cook;
    private final Supplier<Kitchen> kitchen;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    /** Reads that kitchen; {@code kitchen} says how it measures, {@code clock} what day it is. */
    public KitchenReads(RecipeBook recipes, Pantry pantry, CookNow cook, Supplier<Kitchen> kitchen, Clock clock) {
        this.recipes = recipes;
        this.pantry = pantry;
        this.cook = cook;
        this.kitchen = kitchen;
        this.clock = clock;
    }

    /** What was found, and how many things that is; null where there is nothing to count. */
    record Found(ObjectNode json, @Nullable Integer count) {}

    /** What fits a question: the pantry, most pressing first, and the recipes that match best. */
    ObjectNode facts(String question, boolean withPantry, boolean withRecipes) {
        ObjectNode facts = json.createObjectNode();
        if (withPantry) {
            List<HouseholdIngredient> rows = byUrgency(pantry.all());
            facts.put("today", today().toString()).put("things_at_home", rows.size());
            facts.set("pantry", lines(rows.stream().limit(PANTRY_LINES).toList()));
        }
        if (withRecipes) {
            List<UUID> best = matches(Mentions.foods(question), Ranking.ANY, null, MATCHES);
            facts.set("recipes_that_fit", cards(best, withPantry));
        }
        return facts;
    }

    Found search(ObjectNode asked) {
        List<String> with = KitchenTools.texts(asked, "ingredients", 60, 8);
        RecipeQuery query = RecipeQuery.ALL
                .withText(KitchenTools.text(asked, "text", 100))
                .withIngredients(with)
                .withMaxMinutes(KitchenTools.number(asked, "max_minutes", 1, 100_000));
        int count = recipes.count(query);
        ObjectNode found = json.createObjectNode().put("found", count);
        found.set("recipes", cards(recipes.ids(query, 0, RECIPES), false));
        return new Found(found, count);
    }

    Found recipe(ObjectNode asked, boolean withPantry) {
        Recipe recipe = find(asked);
        Integer servings = KitchenTools.number(asked, "servings", 1, 1_000);
        Integer written = recipe.details().servings();
        Quantity factor =
                servings == null || written == null || written == 0 ? Quantity.ONE : Quantity.of(servings, written);
        ObjectNode whole = json.createObjectNode()
                .put("source", "imported or typed by the person")
                .put("id", recipe.id().toString())
                .put("name", Quoted.line(recipe.name(), NAME))
                .put("servings", servings != null && written != null ? servings : written)
                .put("minutes", recipe.minutes());
        ArrayNode lines = whole.putArray("ingredients");
        recipe.ingredients().forEach(line -> lines.add(Quoted.line(scaled(line, factor), LINE)));
        if (withPantry) {
            ArrayNode missing = whole.putArray("not_at_home");
            missing(cook.verdict(recipe, factor)).forEach(missing::add);
        }
        whole.put("instructions", Quoted.clean(recipe.instructions() == null ? "" : recipe.instructions(), STEPS));
        return new Found(whole, null);
    }

    private Recipe find(ObjectNode asked) {
        Optional<UUID> id = uuid(KitchenTools.text(asked, "id", 40));
        String name = KitchenTools.text(asked, "name", NAME);
        Optional<Recipe> found = id.flatMap(recipes::find);
        if (found.isEmpty() && !name.isBlank()) {
            found = recipes.ids(RecipeQuery.ALL.withText(name), 0, 1).stream().findFirst().flatMap(recipes::find);
        }
        return found.orElseThrow(() -> new Unanswerable("There is no such recipe. search_recipes lists the ids."));
    }

    private static Optional<UUID> uuid(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    private String scaled(Ingredient line, Quantity factor) {
        if (factor.equals(Quantity.ONE)) {
            return line.line();
        }
        ParsedLine parsed = ParsedLine.of(line.quantity(), line.quantityMax(), line.unit(), line.name());
        Scaling.Scaled scaled = Scaling.scale(parsed, factor, kitchen.get());
        return String.join(" ", List.of(scaled.amount(), scaled.unit(), line.name())).strip();
    }

    Found pantry(ObjectNode asked) {
        String name = KitchenTools.text(asked, "name", NAME);
        Integer within = KitchenTools.number(asked, "expiring_within_days", 0, 3_650);
        List<HouseholdIngredient> rows = byUrgency(pantry.all()).stream()
                .filter(row -> name.isBlank() || Foods.match(name, row.name()).isPresent())
                .filter(row -> within == null || daysLeft(row).orElse(Integer.MAX_VALUE) <= within)
                .toList();
        ObjectNode found = json.createObjectNode().put("things", rows.size());
        found.set("pantry", lines(rows.stream().limit(PANTRY_LINES).toList()));
        return new Found(found, rows.size());
    }

    Found cookNow(ObjectNode asked) {
        Integer missing = KitchenTools.number(asked, "max_missing", 0, 100);
        List<UUID> best = matches(
                KitchenTools.texts(asked, "ingredients", 60, 8),
                missing == null ? Ranking.ANY : missing,
                KitchenTools.number(asked, "max_minutes", 1, 100_000),
                RECIPES);
        ObjectNode found = json.createObjectNode();
        found.set("recipes", cards(best, true));
        return new Found(found, best.size());
    }

    Found convert(ObjectNode asked) {
        String food = KitchenTools.text(asked, "ingredient", NAME);
        Quantity amount = Quantity.parse(KitchenTools.text(asked, "amount", 40))
                .orElseThrow(() -> new Unanswerable("amount is not a number"));
        String from = KitchenTools.text(asked, "from", 40);
        String to = KitchenTools.text(asked, "to", 40);
        Amount same = Conversion.convert(amount, unit(from), unit(to), food, kitchen.get().cups())
                .orElseThrow(() -> new Unanswerable("The tables know no way from " + from + " to " + to
                        + (food.isEmpty() ? " without an ingredient." : " for this ingredient.")));
        return new Found(json.createObjectNode().put("result", same.text(kitchen.get().locale())).put("about", same.about()), null);
    }

    private static @Nullable Unit unit(String word) {
        if (word.isBlank() || word.matches("(?i)pieces?|stück")) {
            return null;
        }
        return Unit.of(word).orElseThrow(() -> new Unanswerable("There is no unit " + word + "."));
    }

    /** The best recipes for what is at home, with some foods in them; by the ranking alone where none is named. */
    List<UUID> matches(List<String> foods, int missing, @Nullable Integer minutes, int limit) {
        Ranking ranking = ranking();
        if (foods.isEmpty() && minutes == null) {
            return ranking.ids(missing, 0, limit);
        }
        RecipeQuery query = RecipeQuery.ALL.withIngredients(foods).withMaxMinutes(minutes);
        List<UUID> all = recipes.ids(query, 0, 2_000);
        if (all.isEmpty() && foods.size() > 1) {
            all = recipes.ids(query.withAnyIngredient(true), 0, 2_000);
        }
        return ranking.inOrder(all, missing).stream().limit(limit).toList();
    }

    /** How the recipes stand; the first question of a command line loads it. */
    private Ranking ranking() {
        if (cook.ranking().equals(Ranking.EMPTY)) {
            cook.load();
        }
        return cook.ranking();
    }

    private ArrayNode cards(List<UUID> ids, boolean withPantry) {
        ArrayNode cards = json.createArrayNode();
        List<Recipe> found = new ArrayList<>(recipes.findAll(ids));
        found.sort(Comparator.comparingInt(recipe -> ids.indexOf(recipe.id())));
        for (Recipe recipe : found) {
            ObjectNode card = cards.addObject()
                    .put("id", recipe.id().toString())
                    .put("name", Quoted.line(recipe.name(), NAME))
                    .put("minutes", recipe.minutes());
            if (withPantry) {
                Verdict verdict = cook.verdict(recipe);
                card.put("at_home", verdict.tally().covered() + " of " + verdict.tally().total());
                ArrayNode missing = card.putArray("missing");
                missing(verdict).stream().limit(12).forEach(missing::add);
            }
        }
        return cards;
    }

    private static List<String> missing(Verdict verdict) {
        return verdict.lines().stream()
                .filter(line -> line.state() == LineState.MISSING || line.state() == LineState.PARTLY)
                .map(LineVerdict::sentence)
                .map(sentence -> Quoted.line(sentence, LINE))
                .toList();
    }

    private ArrayNode lines(List<HouseholdIngredient> rows) {
        ArrayNode lines = json.createArrayNode();
        for (HouseholdIngredient row : rows) {
            ObjectNode line = lines.addObject().put("name", Quoted.line(row.name(), NAME));
            String amount = new AmountText(row.quantity(), row.unit()).display();
            if (!amount.isEmpty()) {
                line.put("amount", Quoted.line(amount, 60));
            }
            daysLeft(row).ifPresent(days -> line.put("use_within_days", days));
        }
        return lines;
    }

    private List<HouseholdIngredient> byUrgency(List<HouseholdIngredient> rows) {
        return rows.stream()
                .sorted(Comparator.comparingInt(row -> daysLeft(row).orElse(Integer.MAX_VALUE)))
                .toList();
    }

    private OptionalInt daysLeft(HouseholdIngredient row) {
        return UseSoon.daysLeft(row, today(), ZoneId.systemDefault());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.systemDefault()));
    }
}

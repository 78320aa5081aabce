package app.larder.chat.helper;

import app.larder.cook.CookNow;
import app.larder.cook.Ranking;
import app.larder.cook.UseSoon;
import app.larder.kitchen.Kitchen;
import app.larder.pantry.HouseholdIngredient;
import app.larder.pantry.Pantry;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeBook;
import app.larder.recipes.RecipeQuery;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** The kitchen as the helper looks at it. Calls block on the database. */
public final class HelperKitchen {

    private static final int MOST = 200;

    private final RecipeBook recipes;
    private final Pantry pantry;
    private final CookNow cook;
    private final Supplier<Kitchen> measures;
    private final Clock clock;

    /** Looks into those rooms; {@code measures} says how this kitchen measures, {@code clock} what day it is. */
    public HelperKitchen(RecipeBook recipes, Pantry pantry, CookNow cook, Supplier<Kitchen> measures, Clock clock) {
        this.recipes = recipes;
        this.pantry = pantry;
        this.cook = cook;
        this.measures = measures;
        this.clock = clock;
    }

    Locale locale() {
        return measures.get().locale();
    }

    /** How this kitchen measures, with the words of a language. */
    Kitchen measures(Locale language) {
        Kitchen own = measures.get();
        return new Kitchen(own.cups(), own.measures(), language);
    }

    RecipeBook recipes() {
        return recipes;
    }

    CookNow cook() {
        return cook;
    }

    int recipeCount() {
        return recipes.count(RecipeQuery.ALL);
    }

    /** The recipe a name means best, if any. */
    Optional<Recipe> recipe(String name) {
        if (name.isBlank()) {
            return Optional.empty();
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        return recipes.findAll(recipes.ids(RecipeQuery.ALL.withText(name), 0, MOST)).stream()
                .min(Comparator.comparing((Recipe recipe) -> !recipe.name().toLowerCase(Locale.ROOT).contains(wanted))
                        .thenComparingInt(recipe -> recipe.name().length())
                        .thenComparing(Recipe::name));
    }

    List<HouseholdIngredient> pantry() {
        return pantry.all();
    }

    /** How the recipes stand; loaded at the first question if nobody has. */
    Ranking ranking() {
        if (cook.ranking().equals(Ranking.EMPTY)) {
            cook.load();
        }
        return cook.ranking();
    }

    OptionalInt daysLeft(HouseholdIngredient row) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.systemDefault()));
        return UseSoon.daysLeft(row, today, ZoneId.systemDefault());
    }
}

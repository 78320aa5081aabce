package app.larder.recipes.view;

import app.larder.account.NewId;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A family's recipes, for tests and pictures. */
public final class ShelfOfRecipes {

    private static final Instant MARCH = Instant.parse("2026-03-03T18:30:00Z");

    private ShelfOfRecipes() {}

    /** A dozen recipes in two languages, the newest first. */
    public static List<Recipe> dozen() {
        List<Recipe> all = new ArrayList<>();
        all.add(chicken());
        all.add(brief("Chicken noodle soup", 35, 6, null, "soup"));
        all.add(brief("Chicken tikka, oven version", 45, null, "https://www.example-kitchen.com/tikka"));
        all.add(brief("Coq au vin blanc", 105, 4, "Oma", "sunday"));
        all.add(brief("Fried rice with yesterday's chicken", 20, 2, null, "quick", "leftovers"));
        all.add(brief("Hähnchen-Paprika-Pfanne", 30, 3, "Mein kleines Kochbuch, S. 112"));
        all.add(brief("Pulled chicken tacos", 45, 6, "https://tacos.example.org/pulled"));
        all.add(brief("Quick chicken stock", 40, null, null, "basics"));
        all.add(brief("Sourdough for the weekend", 2_880, 1, "https://bread.example.net/sourdough", "bread"));
        all.add(brief("Apfelkuchen vom Blech mit Streuseln und einer Prise Zimt", 90, 20, "Tante Käthe", "cake"));
        all.add(brief("Lentil salad with roasted carrots", 40, 4, null, "vegan", "lunch"));
        all.add(brief("Toast", null, null, null));
        return all;
    }

    /** Two lines: butter, and something few have at home. */
    static Recipe toastWithButter() {
        return new Recipe(
                NewId.at(MARCH),
                "Toast with butter",
                null,
                List.of(line("rye bread", "2", "slices", null, null), line("butter", "20", "g", null, null)),
                null,
                "Toast and spread.",
                null,
                MARCH,
                new RecipeDetails(1, null, null, 5, List.of(), null, null));
    }

    /** One recipe with everything a recipe can have. */
    public static Recipe chicken() {
        return new Recipe(
                NewId.at(MARCH),
                "Chicken with lemon and olives",
                "A one-pan dinner that tastes of holidays. The lemons go soft and sweet; eat them with the skin.",
                List.of(
                        line("chicken thighs", "800", "g", "bone in, skin on", null),
                        line("lemons", "1 1/2", "", null, null),
                        line("green olives", "120", "g", "drained", null),
                        line("onions", "2", "", "thinly sliced", null),
                        line("garlic", "3", "cloves", null, null),
                        line("ground cumin", "1", "tsp", null, null),
                        line("chicken stock", "250", "ml", null, null),
                        line("salt and pepper", "", "", "to taste", null),
                        line("couscous", "200", "g", null, "To serve"),
                        optional(line("coriander leaves", "1", "handful", "chopped", "To serve"))),
                15,
                """
                For the chicken:
                Season the thighs with cumin, salt and pepper. Brown them skin side down in a wide pan for 8 minutes, \
                then turn and give them 3 minutes more.
                Lift out the chicken. Soften the onions in the fat for 10 minutes; add the garlic for the last minute.
                Lay the chicken on the onions, pour in the stock and add the lemons in thick slices. Cover and simmer \
                for 15 to 20 minutes.
                To serve:
                Scatter the olives, let everything get to know each other for 5 minutes and serve with the couscous.
                """,
                "https://www.example-kitchen.com/chicken-lemon-olives",
                MARCH,
                new RecipeDetails(
                        4, null, 25, 40, List.of("dinner", "one pan"), "Halve the olives when the children eat.", null));
    }

    /** The recipe as an import would bring it. */
    public static Recipe inBatch(Recipe r, UUID batch) {
        RecipeDetails d = r.details();
        return new Recipe(
                r.id(),
                r.name(),
                r.description(),
                r.ingredients(),
                r.prepTimeMinutes(),
                r.instructions(),
                r.source(),
                r.createdAt(),
                new RecipeDetails(
                        d.servings(), d.yield(), d.cookTimeMinutes(), d.totalTimeMinutes(), d.tags(), d.notes(), batch));
    }

    private static Recipe brief(
            String name, @Nullable Integer minutes, @Nullable Integer servings, @Nullable String source, String... tags) {
        Instant added = MARCH.minus(Duration.ofDays(name.length()));
        return new Recipe(
                NewId.at(added),
                name,
                null,
                List.of(line("chicken", "1", "", null, null), line("butter", "20", "g", null, null)),
                null,
                "Do what the name says. A squeeze of lemon at the end does no harm.",
                source,
                added,
                new RecipeDetails(servings, null, null, minutes, List.of(tags), null, null));
    }

    private static Ingredient line(
            String name, String quantity, String unit, @Nullable String note, @Nullable String section) {
        return new Ingredient(name, quantity, unit, null, null, note, section, null, false, Map.of());
    }

    private static Ingredient optional(Ingredient line) {
        return new Ingredient(
                line.name(), line.quantity(), line.unit(), null, null, line.note(), line.section(), null, true, Map.of());
    }
}

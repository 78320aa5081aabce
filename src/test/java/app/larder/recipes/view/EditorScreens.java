package app.larder.recipes.view;

import app.larder.fx.Views;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDetails;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** The editor's screen with a recipe in it, for pictures. */
public final class EditorScreens {

    private EditorScreens() {}

    public static Parent show(Path drafts, Locale language, @Nullable Recipe recipe) {
        return show(new Writing(drafts, language), recipe);
    }

    static Parent show(Writing writing, @Nullable Recipe recipe) {
        Views.Loaded<EditorView> screen = new Views(
                        Map.of(EditorView.class, () -> new EditorView(writing.model(), writing.texts())), writing.texts())
                .load(EditorView.class);
        screen.controller().open(new RecipesPages.Editor(recipe));
        return screen.root();
    }

    public static Recipe stew() {
        return new Recipe(
                UUID.fromString("0190b0f0-0000-7000-8000-000000000001"),
                "Chicken with lemon and olives",
                "A weeknight stew that is better the day after. Bread for the sauce.",
                List.of(
                        line("800 g chicken thighs, bone in", "800", "g", "chicken thighs", "bone in", null),
                        line("1 1/2 lemons", "1 1/2", "", "lemons", null, null),
                        line("120 g green olives", "120", "g", "green olives", null, null),
                        line("2 onions, thinly sliced", "2", "", "onions", "thinly sliced", null),
                        line("1/4 l chicken stock", "1/4", "l", "chicken stock", null, "For the sauce"),
                        line("3 cloves garlic", "3", "cloves", "garlic", null, "For the sauce"),
                        line("salt and pepper", "", "", "salt and pepper", null, "For the sauce")),
                20,
                "Season the thighs with cumin, salt and pepper. Brown them skin side down in a wide pan, 8 minutes, then"
                        + " turn and give them 3 minutes more.\nLift out the chicken. Soften the onions in the fat, 10"
                        + " minutes; add the garlic for the last minute.\nFor the sauce:\nLay the chicken on the onions,"
                        + " pour in the stock. Cover and simmer for 15 minutes.\nScatter the olives and serve with bread.",
                "Oma",
                Instant.parse("2026-03-03T10:00:00Z"),
                new RecipeDetails(4, null, 60, 80, List.of("Weeknight", "Stew"), "Less salt, the olives have enough.", null));
    }

    private static Ingredient line(
            String text, String quantity, String unit, String name, @Nullable String note, @Nullable String section) {
        return new Ingredient(name, quantity, unit, UUID.randomUUID().toString(), text, note, section, null, false, Map.of());
    }
}

package app.larder.recipes.view;

import app.larder.fx.Views;
import app.larder.gallery.Gallery;
import app.larder.recipes.DraftLine.Part;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDetails;
import app.larder.recipes.RecipeProblem.Field;
import app.larder.store.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** The editor's screen in its states, for pictures. */
public final class EditorScreens implements AutoCloseable {

    private final Database database = Database.memory("editor-screens");
    private final Path drafts;
    private final List<EditorView> open = new ArrayList<>();
    private int made;

    /** Screens over a database in memory; each has its drafts in a folder of its own below {@code drafts}. */
    public EditorScreens(Path drafts) {
        this.drafts = drafts;
    }

    /** A recipe, or (null) a new one, just opened. */
    public Parent opened(Locale language, @Nullable Recipe recipe) {
        return show(writing(language), recipe);
    }

    /** The stew with a draft left behind. */
    public Parent leftBehind(Locale language) {
        Writing writing = writing(language);
        writing.model().open(stew());
        writing.model().content().fields().text(Field.NAME).set("Chicken with lemon, olives and a lot of garlic");
        writing.model().left();
        return show(writing, stew());
    }

    /** A recipe that was changed elsewhere, and the question which one stays. */
    public Parent changedElsewhere() {
        Writing writing = writing(Locale.UK);
        Recipe stored = writing.book().save(stew());
        Parent screen = show(writing, stored);
        Recipe other = new Recipe(
                stored.id(), "Chicken stew", null, stored.ingredients(), 25, stored.instructions(), null,
                stored.createdAt(), stored.details());
        writing.book().save(other);
        writing.model().content().fields().text(Field.NAME).set("Chicken with olives");
        writing.model().save();
        return screen;
    }

    /** Fields that are not understood. */
    public Parent refused() {
        Writing writing = writing(Locale.UK);
        Parent screen = show(writing, null);
        writing.model().content().fields().text(Field.PREP_TIME).set("90");
        writing.model().content().fields().text(Field.COOK_TIME).set("until done");
        writing.model().content().fields().text(Field.SERVINGS).set("a few");
        writing.model().save();
        return screen;
    }

    /** A whole recipe pasted among the ingredients. */
    public Parent wholeRecipe() {
        Writing writing = writing(Locale.UK);
        Parent screen = show(writing, null);
        String text = "Pumpkin soup\n\nIngredients\n1 kg pumpkin\n2 onions\n\nMethod\nSoften the onions.\nSimmer all for"
                + " 20 minutes.";
        writing.model().pasting(text);
        EditorLines lines = writing.model().content().ingredients();
        lines.paste(lines.lines().getFirst(), 0, 0, text);
        return screen;
    }

    /** Lines with parts that were set right. */
    public Parent corrected() {
        Writing writing = writing(Locale.UK);
        Parent screen = show(writing, stew());
        EditorLine first = writing.model().content().ingredients().lines().getFirst();
        first.change(line -> line.with(Part.NAME, "chicken thighs, free range").with(Part.NOTE, "bone in, skin on"));
        writing.model().content().ingredients().lines().get(2).change(line -> line.with(Part.OPTIONAL, "true"));
        return screen;
    }

    private Writing writing(Locale language) {
        return new Writing(drafts.resolve(String.valueOf(made++)), language, database);
    }

    private Parent show(Writing writing, @Nullable Recipe recipe) {
        Views.Loaded<EditorView> screen = new Views(
                        Map.of(EditorView.class, () -> new EditorView(writing.model(), writing.texts())), writing.texts())
                .load(EditorView.class);
        open.add(screen.controller());
        screen.controller().open(new RecipesPages.Editor(recipe, null));
        return screen.root();
    }

    @Override
    public void close() {
        // An editor that is still open keeps its draft a moment later, in a folder that is then gone.
        Gallery.onScreen(() -> {
            open.forEach(EditorView::left);
            return true;
        });
        database.close();
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

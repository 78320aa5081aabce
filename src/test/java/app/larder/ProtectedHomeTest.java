package app.larder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.account.Entered;
import app.larder.account.People;
import app.larder.account.Person;
import app.larder.account.ProfileFolder;
import app.larder.kitchen.CupStandard;
import app.larder.recipes.DraftShelf;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeDraft;
import app.larder.recipes.RecipeQuery;
import app.larder.settings.Cooking;
import app.larder.settings.Settings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a protected person has signed out, nothing they keep can be read anywhere below the home folder. */
class ProtectedHomeTest {

    private static final String MARKER = "Marzipankartoffel";
    private static final String PASSWORD = "quince jelly";

    @TempDir
    private Path folder;

    @Test
    void nothingIsReadableAfterSigningOutAndEverythingIsThereAfterSigningIn() throws Exception {
        People people = new AccountWiring(new ProfileFolder(folder)).people();
        Person person = people.last();
        try (Wiring open = Wiring.open(people.enterAtOnce().orElseThrow())) {
            fill(open, "before");
        }
        assertFalse(readable().isEmpty(), "it can be read before it is protected");

        try (Wiring open = Wiring.open(people.protect(person, PASSWORD.toCharArray()))) {
            assertEquals(List.of(), readable(), "while it is open");
            fill(open, "after");
            assertEquals(List.of(), readable(), "while it is being written");
            open.recipeBook().delete(List.of(open.recipeBook()
                    .ids(RecipeQuery.ALL.withText(MARKER), 0, 10)
                    .getFirst()));
        }
        assertEquals(List.of(), readable(), "after signing out");

        Entered entered = people.unlock(person, PASSWORD.toCharArray()).orElseThrow();
        try (Wiring open = Wiring.open(entered)) {
            assertEquals(1, open.recipeBook().count(RecipeQuery.ALL.withText(MARKER)));
            assertEquals(2, open.pantry().all().size());
            assertEquals(List.of(MARKER), open.settingsFile().load().cooking().staples());
            assertTrue(new DraftShelf(entered.drafts(), entered.seal()).find(null).isPresent());
        }
        assertEquals(List.of(), readable(), "and after looking at it again");
    }

    private static void fill(Wiring open, String when) {
        Recipe blank = open.recipeBook().blank();
        Recipe recipe = new Recipe(
                blank.id(),
                MARKER + " " + when,
                MARKER,
                List.of(Ingredient.of(MARKER, "200", "g")),
                blank.prepTimeMinutes(),
                MARKER,
                MARKER,
                blank.createdAt(),
                blank.details());
        open.recipeBook().add(List.of(recipe));
        open.pantry().add("200 g " + MARKER + when);
        Entered entered = open.entered();
        RecipeDraft draft = RecipeDraft.of(recipe);
        new DraftShelf(entered.drafts(), entered.seal()).keep(null, () -> draft);
        open.settingsFile().save(() -> Settings.DEFAULTS.withCooking(
                new Cooking(Cooking.Units.METRIC, CupStandard.US, List.of(MARKER))));
    }

    /** The files in which the marker can be read, in any encoding Java or H2 may have used, or in search form. */
    private List<String> readable() throws Exception {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                for (Charset charset : List.of(
                        StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
                    // At an odd place a text of two bytes a character shows in the bytes after the first.
                    for (int start : new int[] {0, 1}) {
                        String text = new String(bytes, Math.min(start, bytes.length), Math.max(0, bytes.length - start), charset);
                        if (text.toLowerCase(Locale.ROOT).contains("marzipankartoff")) {
                            found.add(folder.relativize(file) + " in " + charset);
                        }
                    }
                }
            }
        }
        return found;
    }
}

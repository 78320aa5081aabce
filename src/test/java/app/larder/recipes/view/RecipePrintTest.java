package app.larder.recipes.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.fx.Texts;
import app.larder.gallery.Gallery;
import app.larder.kitchen.Quantity;
import app.larder.recipes.Ingredient;
import app.larder.recipes.Recipe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RecipePrintTest {

    private static final double WIDTH = 482;
    private static final double HEIGHT = 728;

    @BeforeAll
    static void startToolkit() {
        Gallery.startToolkit();
    }

    @Test
    void aRecipeFitsOnOnePageInItsScaledAmounts() {
        List<Node> pages = pages(Portion.asWritten(ShelfOfRecipes.chicken(), Locale.UK).times(Quantity.of(2)));

        assertEquals(1, pages.size());
        List<String> texts = texts(pages.getFirst());
        assertTrue(texts.contains("1.6 kg"), texts.toString());
        assertTrue(texts.stream().anyMatch(t -> t.contains("8 servings")), texts.toString());
        assertTrue(texts.contains("1 of 1"), texts.toString());
    }

    @Test
    void aLongRecipeRunsOnToFurtherPagesAndNothingLeavesThePaper() {
        Recipe r = ShelfOfRecipes.chicken();
        String step = "Stir and wait a little, then stir again. ".repeat(400);
        Recipe feast = new Recipe(
                r.id(), r.name(), null, Collections.nCopies(200, Ingredient.of("salt", "1", "pinch")), null, step, null,
                r.createdAt(), r.details());
        List<Node> pages = pages(Portion.asWritten(feast, Locale.UK));

        assertTrue(pages.size() > 2, pages.size() + " pages");
        int salt = 0;
        for (Node page : pages) {
            Bounds bounds = page.getBoundsInLocal();
            assertTrue(bounds.getMaxX() <= WIDTH + 1, "too wide: " + bounds);
            assertTrue(bounds.getMaxY() <= HEIGHT + 1, "too tall: " + bounds);
            salt += (int) texts(page).stream().filter("salt"::equals).count();
        }
        assertEquals(200, salt);
    }

    private static List<Node> pages(Portion portion) {
        return Gallery.onScreen(() -> new RecipePrint(portion, Texts.in(Locale.UK)).pages(WIDTH, HEIGHT));
    }

    private static List<String> texts(Node node) {
        List<String> found = new ArrayList<>();
        if (node instanceof Text text) {
            found.add(text.getText());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(texts(child)));
        }
        return found;
    }
}

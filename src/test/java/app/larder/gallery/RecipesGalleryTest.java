package app.larder.gallery;

import app.larder.fx.Background;
import app.larder.fx.Views;
import app.larder.recipes.Recipe;
import app.larder.recipes.view.Portion;
import app.larder.recipes.view.RecipesView;
import app.larder.recipes.view.RoomForTests;
import app.larder.recipes.view.ShelfOfRecipes;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** The Recipes room in every state. */
class RecipesGalleryTest {

    @Test
    void full() {
        room("recipes-full", Locale.UK, ShelfOfRecipes.dozen(), (room, root) -> {});
    }

    @Test
    void fullInGerman() {
        room("recipes-german", Locale.GERMANY, ShelfOfRecipes.dozen(), (room, root) -> {
            fire(root, "#more-servings");
        });
    }

    @Test
    void empty() {
        room("recipes-empty", Locale.UK, List.of(), (room, root) -> {});
    }

    @Test
    void searching() {
        room("recipes-search", Locale.UK, ShelfOfRecipes.dozen(), (room, root) -> {
            ((TextField) root.lookup("#search")).setText("lemon");
        });
    }

    @Test
    void cooking() {
        room("recipes-cook", Locale.UK, ShelfOfRecipes.dozen(), (room, root) -> {
            room.pages.cook(Portion.asWritten(ShelfOfRecipes.chicken(), Locale.UK));
            room.cook.startNext();
            room.cook.next();
        });
    }

    @Test
    void trash() {
        room("recipes-trash", Locale.UK, ShelfOfRecipes.dozen(), (room, root) -> {
            room.book.delete(room.repository.ids(app.larder.recipes.RecipeQuery.ALL, 2, 4));
            room.pages.changed();
            room.pages.trash();
        });
    }

    private static void room(
            String screen, Locale locale, List<Recipe> recipes, BiConsumer<RoomForTests, Parent> act) {
        try (RoomForTests room = new RoomForTests(locale, Background.direct(), recipes)) {
            Gallery.pictures(screen, () -> frame(room), root -> act.accept(room, root));
        }
    }

    /** The room beside an empty rail, as wide as it is in the window. */
    private static Parent frame(RoomForTests room) {
        room.pages.home();
        Views.Loaded<RecipesView> loaded = room.views.load(RecipesView.class);
        Pane rail = new Pane();
        rail.getStyleClass().add("rail");
        rail.setMinWidth(90);
        HBox.setHgrow(loaded.root(), Priority.ALWAYS);
        ((Region) loaded.root()).setMinWidth(0);
        loaded.controller().enter();
        return new HBox(rail, loaded.root());
    }

    private static void fire(Parent root, String id) {
        ((Button) root.lookup(id)).fire();
    }
}

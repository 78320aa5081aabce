package app.larder.gallery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.fx.Background;
import app.larder.fx.Views;
import app.larder.gallery.Gallery.Look;
import app.larder.kitchen.Quantity;
import app.larder.recipes.Recipe;
import app.larder.recipes.RecipeQuery;
import app.larder.recipes.view.Portion;
import app.larder.recipes.view.RecipesView;
import app.larder.recipes.view.RoomForTests;
import app.larder.recipes.view.ShelfOfRecipes;
import app.larder.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/** The Recipes room in every state. */
class RecipesGalleryTest {

    private static final Look SMALL_DARK = new Look(Settings.Appearance.DARK, 900, 600, 100);
    private static final Look LARGE_LIGHT = Look.light(1440, 900);

    @Test
    void full() {
        everywhere("recipes-full", Locale.UK, (room, root) -> {});
    }

    @Test
    void photos() {
        everywhere("recipes-photos", Locale.UK, (room, root) -> room.photograph());
    }

    @Test
    void aPhotoEnlarged() {
        everywhere("recipes-photo-large", Locale.GERMANY, (room, root) -> {
            room.photograph();
            ((Button) root.lookup(".photo-row .photo")).fire();
        });
    }

    @Test
    void german() {
        everywhere("recipes-german", Locale.GERMANY, (room, root) -> room.detail.servings(6));
    }

    @Test
    void empty() {
        try (RoomForTests room = new RoomForTests(Locale.UK, Background.direct(), List.of())) {
            Gallery.pictures("recipes-empty", () -> frame(room));
        }
    }

    @Test
    void cooking() {
        everywhere("recipes-cook", Locale.UK, (room, root) -> {
            room.pages.cook(Portion.asWritten(ShelfOfRecipes.chicken(), Locale.UK));
            if (room.timers.count() == 0) {
                room.cook.startNext();
                room.cook.startNext();
            }
            room.cook.next();
        });
    }

    @Test
    void cookingInGermanWithAllIngredients() {
        some("recipes-cook-german", Locale.GERMANY, (room, root) -> {
            room.pages.cook(Portion.asWritten(ShelfOfRecipes.chicken(), Locale.GERMANY));
            room.cook.allIngredientsProperty().set(true);
        });
    }

    @Test
    void filtering() {
        some("recipes-filters", Locale.UK, (room, root) -> {
            fire(root, "#filter-with");
            type(root, "#suggest-field", "olives");
            root.lookup("#suggest-field").fireEvent(new ActionEvent());
            fire(root, "#filter-with");
            type(root, "#suggest-field", "lemon");
            root.lookup("#suggest-field").fireEvent(new ActionEvent());
            fire(root, "#filter-without");
            type(root, "#suggest-field", "butter");
            root.lookup("#suggest-field").fireEvent(new ActionEvent());
        });
    }

    @Test
    void suggesting() {
        some("recipes-suggest", Locale.GERMANY, (room, root) -> {
            fire(root, "#filter-without");
            type(root, "#suggest-field", "ch");
        });
    }

    @Test
    void searching() {
        some("recipes-search", Locale.UK, (room, root) -> type(root, "#recipes-search", "lemon"));
    }

    @Test
    void nothingFound() {
        some("recipes-nothing", Locale.GERMANY, (room, root) -> type(root, "#recipes-search", "zzzyx"));
    }

    @Test
    void loading() {
        Background never = new Background() {
            @Override
            public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {}

            @Override
            public void onScreen(Runnable change) {}

            @Override
            public void close() {}
        };
        try (RoomForTests room = new RoomForTests(Locale.UK, never, List.of())) {
            Gallery.picture("recipes-loading", LARGE_LIGHT, () -> frame(room), root -> {});
            Gallery.picture("recipes-loading", SMALL_DARK, () -> frame(room), root -> {});
        }
    }

    @Test
    void failed() {
        try (RoomForTests room = new RoomForTests(Locale.UK, Background.direct(), ShelfOfRecipes.dozen())) {
            room.breakDatabase();
            Gallery.picture("recipes-failed", LARGE_LIGHT, () -> frame(room), root -> {});
            Gallery.picture("recipes-failed", SMALL_DARK, () -> frame(room), root -> {});
        }
    }

    @Test
    void scaledWithoutServings() {
        some("recipes-factor", Locale.UK, (room, root) -> {
            room.list.select(room.idOf("Toast"));
            room.detail.factor(Quantity.of(1, 2));
        });
    }

    @Test
    void atHome() {
        for (Locale locale : List.of(Locale.UK, Locale.GERMANY)) {
            try (RoomForTests room = new RoomForTests(locale, Background.direct(), ShelfOfRecipes.dozen())) {
                stock(room);
                String screen = locale.equals(Locale.UK) ? "recipes-home" : "recipes-home-german";
                Gallery.pictures(screen, () -> frame(room));
                Gallery.picture(screen, SMALL_DARK.withTextSize(200), () -> frame(room), root -> {});
            }
        }
    }

    @Test
    void orderedByWhatIsAtHomeWithLittleMissing() {
        some("recipes-home-few", Locale.UK, (room, root) -> {
            stock(room);
            room.atHome.refresh();
            room.list.wantAtHome(1);
        });
    }

    @Test
    void cookedIt() {
        some("recipes-home-cooked", Locale.UK, (room, root) -> {
            stock(room);
            room.atHome.refresh();
            fire(root, "#recipe-cooked");
        });
    }

    @Test
    void scaledByOneIngredient() {
        some("recipes-scale-ask", Locale.UK, (room, root) -> fire(root, ".amount-button"));
        some("recipes-scale-done", Locale.UK, (room, root) -> {
            Recipe chicken = ShelfOfRecipes.chicken();
            assertTrue(room.detail.scaleTo(chicken.ingredients().getFirst(), "1 kg"));
        });
    }

    private static void stock(RoomForTests room) {
        room.stock(
                8, "500 g chicken thighs", "2 lemons", "200 g spinach");
        room.stock(
                20, "150 g green olives", "5 onions", "1 head garlic", "cumin", "500 ml chicken stock", "250 g butter");
    }

    @Test
    void trash() {
        some("recipes-trash", Locale.UK, (room, root) -> {
            room.book.delete(room.repository.ids(RecipeQuery.ALL, 2, 4));
            room.pages.changed(List.of());
            room.pages.trash();
        });
    }

    @Test
    void trashEmpty() {
        some("recipes-trash-empty", Locale.GERMANY, (room, root) -> room.pages.trash());
    }

    @Test
    void textTwiceAsLarge() {
        try (RoomForTests room = new RoomForTests(Locale.GERMANY, Background.direct(), ShelfOfRecipes.dozen())) {
            Gallery.picture("recipes-full", LARGE_LIGHT.withTextSize(200), () -> frame(room), root -> {});
            Gallery.picture("recipes-full", SMALL_DARK.withTextSize(200), () -> frame(room), root -> {});
            Gallery.picture("recipes-cook", SMALL_DARK.withTextSize(200), () -> frame(room), root -> room.pages.cook(
                    Portion.asWritten(ShelfOfRecipes.chicken(), Locale.GERMANY)));
        }
    }

    @Test
    void printed() {
        try (RoomForTests room = new RoomForTests(Locale.UK, Background.direct(), ShelfOfRecipes.dozen())) {
            Gallery.picture("recipes-full", SMALL_DARK, () -> frame(room), root -> fire(root, "#recipe-print"));
            Node paper = room.dialogs.printed.getFirst();
            Gallery.picture("recipes-print", Look.light(594, 840), () -> sheet(paper), root -> {});
        }
    }

    /** The page on white paper with a margin, as a printer would put it. */
    private static Parent sheet(Node page) {
        Pane paper = new Pane(page);
        page.relocate(56, 56);
        paper.setStyle("-fx-background-color: white;");
        return new StackPane(paper);
    }

    private static void everywhere(String screen, Locale locale, BiConsumer<RoomForTests, Parent> act) {
        try (RoomForTests room = new RoomForTests(locale, Background.direct(), ShelfOfRecipes.dozen())) {
            Gallery.pictures(screen, () -> frame(room), root -> act.accept(room, root));
        }
    }

    private static void some(String screen, Locale locale, BiConsumer<RoomForTests, Parent> act) {
        for (Look look : List.of(LARGE_LIGHT, SMALL_DARK)) {
            try (RoomForTests room = new RoomForTests(locale, Background.direct(), ShelfOfRecipes.dozen())) {
                Gallery.picture(screen, look, () -> frame(room), root -> act.accept(room, root));
            }
        }
    }

    private static void type(Parent root, String id, String text) {
        ((TextField) root.lookup(id)).setText(text);
    }

    private static Parent frame(RoomForTests room) {
        room.pages.home();
        Views.Loaded<RecipesView> loaded = room.views.load(RecipesView.class);
        Parent framed = Framed.in("recipes", room.texts, loaded.root());
        framed.lookup(".rail").visibleProperty().bind(loaded.controller().fillsWindow().map(fills -> !fills));
        loaded.controller().enter();
        return framed;
    }

    private static void fire(Parent root, String id) {
        ((Button) root.lookup(id)).fire();
    }
}

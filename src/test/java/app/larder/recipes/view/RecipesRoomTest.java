package app.larder.recipes.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.fx.Background;
import app.larder.fx.Room;
import app.larder.fx.Theme;
import app.larder.fx.Views;
import app.larder.gallery.Gallery;
import app.larder.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The main path through the room as a person goes it, with work on real threads. */
class RecipesRoomTest {

    private static final long PATIENCE_SECONDS = 60;

    private final Background background = Background.threads();
    private RoomForTests parts;
    private RecipesView room;
    private Scene scene;
    private Stage stage;

    @BeforeEach
    void open() {
        Gallery.startToolkit();
        parts = new RoomForTests(Locale.UK, background, ShelfOfRecipes.dozen());
        Views.Loaded<RecipesView> loaded = Gallery.onScreen(() -> parts.views.load(RecipesView.class));
        room = loaded.controller();
        stage = Gallery.onScreen(() -> {
            Stage fresh = new Stage();
            fresh.setScene(new Scene(loaded.root(), 1300, 800));
            new Theme(fresh.getScene()).apply(Settings.DEFAULTS);
            fresh.show();
            room.enter();
            return fresh;
        });
        scene = stage.getScene();
        until(() -> cards() == 12);
    }

    @AfterEach
    void close() {
        Gallery.onScreen(() -> {
            stage.close();
            return true;
        });
        background.close();
        parts.close();
    }

    @Test
    void typeFilterSelectScaleCookDeleteAndUndo() {
        type("#recipes-search", "taco");
        until(() -> cards() == 1);
        type("#recipes-search", "lem");
        until(() -> cards() == 12);

        fire("#filter-with");
        type("#suggest-field", "oli");
        until(() -> listShows("#suggest-words", 1));
        press("#suggest-field", KeyCode.DOWN);
        press("#suggest-field", KeyCode.ENTER);
        until(() -> cards() == 1);

        until(() -> shows("#recipe-cook") && labels().contains("800 g"));
        fire("#more-servings");
        fire("#more-servings");
        until(() -> labels().contains("1.2 kg"));

        fire("#recipe-cook");
        until(() -> shows("#cook-next") && labels().contains("1.2 kg"));
        press("#cook-next", KeyCode.RIGHT);
        until(() -> labels().contains("Step 2 of 4"));
        pressRoot(KeyCode.SPACE);
        until(() -> parts.timers.count() == 1);
        until(() -> labels().contains("10:00"));

        assertTrue(Gallery.onScreen(() -> room.back()));
        until(() -> shows("#recipes-list"));
        press("#recipes-list", KeyCode.DELETE);
        until(() -> shows("#clear-filters"));
        fire("#clear-filters");
        until(() -> cards() == 11);

        Gallery.onScreen(() -> {
            parts.notices.undo();
            return true;
        });
        until(() -> cards() == 12);
        until(() -> labels().contains("Chicken with lemon and olives"));
    }

    @Test
    void escapeGoesBackOneStepAtATime() {
        type("#recipes-search", "soup");
        until(() -> cards() == 1);
        fire("#filter-without");
        assertTrue(Gallery.onScreen(() -> room.back()), "closes the choice of an ingredient");
        assertEquals("soup", find(TextField.class, "#recipes-search").getText());
        assertTrue(Gallery.onScreen(() -> room.back()), "clears the search");
        until(() -> cards() == 12);
        assertFalse(Gallery.onScreen(() -> room.back()));
    }

    @Test
    void theLinkOfARecipeOpensInTheBrowserAndPrintMakesPages() {
        until(() -> shows("#source-link"));
        fire("#source-link");
        fire("#recipe-print");

        assertEquals("www.example-kitchen.com", parts.dialogs.opened.getFirst().getHost());
        assertEquals(1, parts.dialogs.printed.size());
    }

    @Test
    void theCommandPaletteGoesToARecipeAndOffersWhatCanBeDone() {
        List<Room.Command> found = new ArrayList<>();
        Gallery.onScreen(() -> {
            room.find("tacos", found::addAll);
            return true;
        });
        until(() -> found.size() == 1);
        Gallery.onScreen(() -> {
            found.getFirst().run().run();
            return true;
        });
        until(() -> labels().contains("Pulled chicken tacos"));

        List<String> commands = Gallery.onScreen(
                () -> room.commands().stream().map(Room.Command::text).toList());
        assertTrue(commands.contains("Print this recipe"), commands.toString());
    }

    @Test
    void goingToTheSameRecipeOnceMoreGoesThere() {
        UUID tacos = parts.idOf("Pulled chicken tacos");
        Gallery.onScreen(() -> {
            parts.pages.show(tacos);
            parts.list.select(parts.idOf("Toast"));
            parts.pages.show(tacos);
            return true;
        });
        until(() -> tacos.equals(parts.list.selectedProperty().get()));
    }

    @Test
    void theTrashIsReachedAndGivesARecipeBack() {
        parts.book.delete(List.of(parts.idOf("Toast")));
        Gallery.onScreen(() -> {
            parts.pages.changed(List.of());
            parts.pages.trash();
            return true;
        });
        until(() -> listShows("#trash-list", 1));
        press("#trash-list", KeyCode.DOWN);
        press("#trash-list", KeyCode.ENTER);
        until(() -> parts.list.totalProperty().get() == 12);
        assertInstanceOf(RecipesPages.Trash.class, parts.pages.currentProperty().get());
    }

    /** The texts of all labels on screen. */
    private List<String> labels() {
        return Gallery.onScreen(() -> Stream.of(".label", ".button")
                .flatMap(style -> scene.getRoot().lookupAll(style).stream())
                .filter(RecipesRoomTest::visible)
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .filter(Objects::nonNull)
                .toList());
    }

    private int cards() {
        return Gallery.onScreen(() -> parts.list.stateProperty().get() == RecipeListViewModel.State.READY
                ? ((ListView<?>) scene.lookup("#recipes-list")).getItems().size()
                : 0);
    }

    private boolean shows(String id) {
        return Gallery.onScreen(() -> {
            Node node = scene.lookup(id);
            return node != null && visible(node);
        });
    }

    private static boolean visible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private <N extends Node> N find(Class<N> type, String id) {
        return Gallery.onScreen(() -> {
            Node node = scene.lookup(id);
            assertNotNull(node, id);
            return type.cast(node);
        });
    }

    private boolean listShows(String id, int items) {
        return find(ListView.class, id).getItems().size() == items;
    }

    private void type(String id, String text) {
        TextField field = find(TextField.class, id);
        Gallery.onScreen(() -> {
            field.requestFocus();
            field.setText(text);
            return true;
        });
    }

    private void fire(String id) {
        Node node = find(Node.class, id);
        Gallery.onScreen(() -> {
            if (node instanceof Button button) {
                button.fire();
            } else {
                ((Hyperlink) node).fire();
            }
            return true;
        });
    }

    private void press(String id, KeyCode key) {
        Node node = find(Node.class, id);
        Gallery.onScreen(() -> {
            node.requestFocus();
            node.fireEvent(pressed(key));
            return true;
        });
    }

    private void pressRoot(KeyCode key) {
        Gallery.onScreen(() -> {
            Node cook = scene.lookup(".cook");
            cook.requestFocus();
            cook.fireEvent(pressed(key));
            return true;
        });
    }

    private static KeyEvent pressed(KeyCode key) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false);
    }

    private static void until(BooleanSupplier holds) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, holds::getAsBoolean);
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain", e);
        }
    }
}

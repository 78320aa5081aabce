package app.larder.recipes.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.larder.fx.Theme;
import app.larder.fx.Views;
import app.larder.gallery.Gallery;
import app.larder.account.Seal;
import app.larder.recipes.DraftShelf;
import app.larder.recipes.Recipe;
import app.larder.settings.Settings;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The editor used with keyboard and mouse, over H2 in memory. */
class EditorRoomTest {

    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path drafts;

    private Writing writing;
    private Views.Loaded<EditorView> screen;
    private Stage stage;

    @BeforeEach
    void open() {
        Gallery.startToolkit();
        writing = new Writing(drafts);
        screen = Gallery.onScreen(() -> new Views(
                        Map.of(EditorView.class, () -> new EditorView(writing.model(), writing.texts())), writing.texts())
                .load(EditorView.class));
        stage = Gallery.onScreen(() -> {
            Scene scene = new Scene(new StackPane(screen.root()), 960, 760);
            new Theme(scene).apply(Settings.DEFAULTS);
            Stage fresh = new Stage();
            fresh.setScene(scene);
            fresh.show();
            fresh.requestFocus();
            screen.controller().open(new RecipesPages.Editor(null, null));
            return fresh;
        });
        Gallery.settle();
    }

    @AfterEach
    void close() {
        Gallery.onScreen(() -> {
            screen.controller().left();
            stage.close();
            return true;
        });
        writing.close();
    }

    private Recipe saved() {
        robot.push(KeyCode.CONTROL, KeyCode.S);
        Gallery.settle();
        return Gallery.onScreen(writing::saved);
    }

    private void focus(String selector) {
        Gallery.onScreen(() -> {
            Objects.requireNonNull(stage.getScene().lookup(selector), selector).requestFocus();
            return true;
        });
    }

    private void paste(String text) {
        Gallery.onScreen(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
        robot.push(KeyCode.CONTROL, KeyCode.V);
    }

    private List<String> texts(String selector) {
        return Gallery.onScreen(() -> stage.getScene().getRoot().lookupAll(selector).stream()
                .map(node -> ((TextInputControl) node).getText())
                .toList());
    }

    private static String lines(Recipe recipe) {
        return recipe.ingredients().stream()
                .map(i -> i.quantity() + "|" + i.unit() + "|" + i.name() + "|" + i.section())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aRecipeIsTypedFromItsNameToItsLastStepAndSaved() {
        robot.write("Pancakes").type(KeyCode.TAB).write("For Sundays.").type(KeyCode.TAB);
        robot.write("10").type(KeyCode.TAB).write("1 h 5").type(KeyCode.TAB).type(KeyCode.TAB).write("4");
        focus("#ingredients .text-input");
        robot.write("250 g flour").type(KeyCode.ENTER).write("3 eggs").type(KeyCode.ENTER);
        robot.write("For the top:").type(KeyCode.ENTER).write("2 tbsp sugar");
        focus("#steps .text-input");
        robot.write("Whisk it all.").type(KeyCode.ENTER).write("Fry in butter.");
        Recipe pancakes = saved();
        assertEquals("Pancakes", pancakes.name());
        assertEquals("For Sundays.", pancakes.description());
        assertEquals(10, pancakes.prepTimeMinutes());
        assertEquals(65, pancakes.details().cookTimeMinutes());
        assertEquals(4, pancakes.details().servings());
        assertEquals("250|g|flour|null\n3||eggs|null\n2|tbsp|sugar|For the top", lines(pancakes));
        assertEquals("Whisk it all.\nFry in butter.", pancakes.instructions());
    }

    @Test
    void linesArePastedMovedJoinedAndSetRightByKeyboardAlone() {
        robot.write("Pancakes");
        focus("#ingredients .text-input");
        paste("• 250 g flour\n• 3 eggs\n• salt\n");
        Gallery.settle();
        assertEquals(List.of("250 g flour", "3 eggs", "salt"), texts("#ingredients .text-input"));
        robot.push(KeyCode.ALT, KeyCode.UP);
        Gallery.settle();
        assertEquals(List.of("250 g flour", "salt", "3 eggs"), texts("#ingredients .text-input"));
        robot.type(KeyCode.DOWN).type(KeyCode.HOME).type(KeyCode.BACK_SPACE).write(", ");
        Gallery.settle();
        assertEquals(List.of("250 g flour", "salt, 3 eggs"), texts("#ingredients .text-input"));

        focus("#ingredients .part-name");
        robot.type(KeyCode.SPACE);
        Gallery.settle();
        robot.write("rye flour").type(KeyCode.ENTER);
        Gallery.settle();
        Recipe pancakes = saved();
        assertEquals("rye flour", pancakes.ingredients().getFirst().name());
        assertEquals("250 g flour", pancakes.ingredients().getFirst().text());
    }

    @Test
    void aLineIsDraggedByItsGrip() {
        robot.write("Pancakes");
        focus("#ingredients .text-input");
        paste("250 g flour\n3 eggs\nsalt\n");
        Gallery.settle();
        List<Node> grips = List.copyOf(Gallery.onScreen(() -> stage.getScene().getRoot().lookupAll("#ingredients .grip")));
        robot.drag(grips.get(2)).dropTo(grips.get(0));
        Gallery.settle();
        assertEquals(List.of("salt", "250 g flour", "3 eggs"), texts("#ingredients .text-input"));
    }

    @Test
    void tabLeadsThroughEveryFieldAndNoneIsATrap() {
        Set<Node> reached = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            reached.add(Gallery.onScreen(() -> stage.getScene().getFocusOwner()));
            robot.type(KeyCode.TAB);
        }
        for (String id : List.of("#name", "#description", "#prep", "#servings", "#tags", "#steps", "#notes", "#save")) {
            assertTrue(
                    reached.stream().anyMatch(node -> within(node, id)), id + " is not reached by Tab");
        }
    }

    private static boolean within(Node node, String id) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (("#" + at.getId()).equals(id)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void whatIsTypedIsOnDiskSoonWithoutAnyoneSavingIt() throws InterruptedException {
        robot.write("Half a pancake");
        DraftShelf shelf = new DraftShelf(drafts, Seal.NONE);
        for (int i = 0; i < 300 && shelf.find(null).isEmpty(); i++) {
            Thread.sleep(100);
        }
        assertTrue(shelf.find(null).orElseThrow().fields().name().startsWith("Half"));
    }

    @Test
    void aRecipeOfThousandsOfLinesOpensWithItsBeginningAndLosesNone() {
        robot.write("Long");
        focus("#ingredients .text-input");
        paste("1 egg\n".repeat(5_000));
        Gallery.settle();
        long rows = Gallery.onScreen(() -> stage.getScene().getRoot().lookupAll("#ingredients .ingredient-row").size());
        assertEquals(5_000, Gallery.onScreen(() -> writing.model().content().ingredients().lines().size()));
        assertEquals(200, rows);
        assertEquals(5_000, saved().ingredients().size());
    }

    @Test
    void aMistakeTakesTheFocusToItsField() {
        Gallery.onScreen(() -> {
            ((Button) Objects.requireNonNull(stage.getScene().lookup("#save"))).fire();
            return true;
        });
        Gallery.settle();
        assertTrue(within(Gallery.onScreen(() -> stage.getScene().getFocusOwner()), "#name"));
    }
}

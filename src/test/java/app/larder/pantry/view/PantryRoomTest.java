package app.larder.pantry.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import app.larder.fx.Background;
import app.larder.fx.Theme;
import app.larder.fx.Views;
import app.larder.gallery.Gallery;
import app.larder.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The Pantry room used with keyboard and mouse, over H2 in memory and with the threads of the real window. */
class PantryRoomTest {

    private static final long PATIENCE_MILLIS = 30_000;

    private final FxRobot robot = new FxRobot();

    private void inTheRoom(Use use) throws Exception {
        Gallery.startToolkit();
        try (PantryFixture fixture = new PantryFixture();
                Background background = Background.threads()) {
            PantryViewModel model = Gallery.onScreen(() -> fixture.model(background, Locale.ENGLISH));
            Stage stage = Gallery.onScreen(() -> show(model));
            Gallery.settle();
            try {
                use.room(new Open(model, fixture, stage.getScene()));
            } finally {
                Gallery.onScreen(() -> {
                    stage.close();
                    return true;
                });
            }
        }
    }

    private static Stage show(PantryViewModel model) {
        Views.Loaded<PantryView> room = PantryFixture.screen(model, Locale.ENGLISH);
        Scene scene = new Scene(new StackPane(room.root()), 960, 700);
        new Theme(scene).apply(Settings.DEFAULTS);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
        room.controller().enter();
        return stage;
    }

    @Test
    void onlyTheKeyboardIsNeeded() throws Exception {
        inTheRoom(room -> {
            room.waitFor(List.of());
            robot.write("8 eggs").type(KeyCode.ENTER);
            room.waitFor(List.of("Eggs 8"));
            robot.write("4 eggs").type(KeyCode.ENTER);
            room.waitFor(List.of("Eggs 12"));
            robot.write("butter 250 g").type(KeyCode.ENTER);
            room.waitFor(List.of("Butter 250 g", "Eggs 12"));

            room.focusList();
            robot.type(KeyCode.HOME).type(KeyCode.ENTER);
            robot.write("use 200 g").type(KeyCode.ENTER);
            room.waitFor(List.of("Butter 50 g", "Eggs 12"));
            robot.type(KeyCode.F2);
            robot.write("Salted butter").type(KeyCode.TAB).type(KeyCode.TAB).type(KeyCode.ESCAPE);
            room.waitFor(List.of("Eggs 12", "Salted butter 50 g"));

            robot.type(KeyCode.HOME).type(KeyCode.DELETE);
            room.waitFor(List.of("Salted butter 50 g"));
            Gallery.onScreen(() -> {
                room.fixture().notices.undo();
                return true;
            });
            room.waitFor(List.of("Eggs 12", "Salted butter 50 g"));
            assertEquals(2, room.fixture().items.all().size());
        });
    }

    @Test
    void theMouseStepsEditsAndFilters() throws Exception {
        inTheRoom(room -> {
            robot.write("8 eggs").type(KeyCode.ENTER);
            room.waitFor(List.of("Eggs 8"));
            robot.clickOn(room.node("More")).clickOn(room.node("More")).clickOn(room.node("Less"));
            room.waitFor(List.of("Eggs 9"));

            robot.doubleClickOn(room.label("Eggs"));
            robot.write("Duck eggs").type(KeyCode.ENTER);
            room.waitFor(List.of("Duck eggs 9"));

            robot.clickOn("#filter").write("goose");
            room.waitFor(List.of());
            robot.clickOn("Show everything");
            room.waitFor(List.of("Duck eggs 9"));
            robot.clickOn(room.label("Duck eggs"), MouseButton.PRIMARY).clickOn(room.node("Delete"));
            room.waitFor(List.of());
        });
    }

    @Test
    void whatIsRefusedStaysInTheCellWithTheReason() throws Exception {
        inTheRoom(room -> {
            robot.write("8 eggs").type(KeyCode.ENTER);
            room.waitFor(List.of("Eggs 8"));
            room.focusList();
            robot.type(KeyCode.HOME).type(KeyCode.ENTER);
            robot.write("use 2 litres").type(KeyCode.ENTER);
            Gallery.settle();
            assertTrue(room.focused() instanceof TextInputControl typing && typing.getText().equals("use 2 litres"));
            assertTrue(room.label("That amount cannot be added to or taken from what is there.").isVisible());
            robot.type(KeyCode.ESCAPE);
            room.waitFor(List.of("Eggs 8"));
            assertTrue(room.focused() instanceof PantryList, String.valueOf(room.focused()));
        });
    }

    private interface Use {
        void room(Open room) throws Exception;
    }

    private record Open(PantryViewModel model, PantryFixture fixture, Scene scene) {

        private List<String> rows() {
            return model.rowsProperty().get().stream().map(r -> r.item().name() + " " + r.amount()).toList();
        }

        private void waitFor(List<String> rows) throws InterruptedException {
            long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
            while (!Gallery.onScreen(this::rows).equals(rows)) {
                if (System.nanoTime() > end) {
                    fail("expected " + rows + " but there is " + Gallery.onScreen(this::rows));
                }
                Thread.sleep(20);
            }
            Gallery.settle();
        }

        private void focusList() {
            Gallery.onScreen(() -> {
                scene.lookup("#list").requestFocus();
                return true;
            });
        }

        private Node focused() {
            return Gallery.onScreen(scene::getFocusOwner);
        }

        /** The first button of the table with that name for people who cannot see it. */
        private Node node(String accessibleText) {
            return find(() -> scene.getRoot().lookupAll(".pantry-action").stream()
                    .filter(n -> accessibleText.equals(n.getAccessibleText()) && n.isVisible())
                    .findFirst()
                    .orElseThrow());
        }

        private Node label(String text) {
            return find(() -> scene.getRoot().lookupAll(".label").stream()
                    .filter(n -> n instanceof Labeled label && text.equals(label.getText()) && n.getScene() != null)
                    .findFirst()
                    .orElseThrow());
        }

        private static Node find(Callable<Node> search) {
            return Gallery.onScreen(search);
        }
    }
}

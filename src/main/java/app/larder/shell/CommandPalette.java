package app.larder.shell;

import app.larder.fx.Room.Command;
import app.larder.fx.Texts;
import app.larder.kitchen.SearchForm;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Ctrl+K: type a few letters, go to a recipe or run any command. */
public final class CommandPalette extends StackPane {

    private static final int ROWS = 9;
    private static final double ROW_HEIGHT = 40;
    /** What a list needs above and below its rows to hide its scroll bar, in pixels. */
    private static final double EDGES = 2;

    private final TextField field = new TextField();
    private final ObservableList<Command> shown = FXCollections.observableArrayList();
    private final ListView<Command> list = new ListView<>(shown);
    private Supplier<List<Command>> commands = List::of;
    private BiConsumer<String, Consumer<List<Command>>> find = (_, _) -> {};
    private @Nullable Node before;

    public CommandPalette() {
        getStyleClass().add("palette-shade");
        VBox box = new VBox(field, list);
        box.getStyleClass().add("palette");
        box.setMaxSize(560, Region.USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        StackPane.setMargin(box, new Insets(80, 24, 24, 24));
        field.setId("palette-field");
        field.getStyleClass().add("big-field");
        list.setId("palette-list");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW_HEIGHT);
        list.prefHeightProperty().bind(Bindings.createDoubleBinding(
                () -> ROW_HEIGHT * Math.clamp(shown.size(), 1, ROWS) + EDGES, shown));
        list.setMinHeight(0);
        list.setCellFactory(_ -> new Row());
        getChildren().add(box);
        setVisible(false);
        field.textProperty().subscribe(this::refresh);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setOnMouseClicked(_ -> run());
        setOnMouseClicked(e -> {
            if (e.getTarget() == this) {
                close();
            }
        });
    }

    /** Where its entries come from: all commands now, and what each room finds for typed words. */
    void use(Texts texts, Supplier<List<Command>> allCommands, BiConsumer<String, Consumer<List<Command>>> finder) {
        commands = allCommands;
        find = finder;
        field.setPromptText(texts.get("shell.palette"));
        field.setAccessibleText(texts.get("shell.palette"));
        list.setAccessibleText(texts.get("shell.palette.list"));
    }

    void open() {
        before = getScene().getFocusOwner();
        setVisible(true);
        field.clear();
        refresh();
        field.requestFocus();
    }

    /** Closes it; false if it was not open. */
    boolean close() {
        if (!isVisible()) {
            return false;
        }
        setVisible(false);
        if (before != null) {
            before.requestFocus();
        }
        return true;
    }

    private void refresh() {
        if (!isVisible()) {
            return;
        }
        String typed = field.getText().strip();
        String wanted = SearchForm.of(typed);
        shown.setAll(commands.get().stream()
                .filter(c -> SearchForm.of(c.text()).contains(wanted))
                .toList());
        list.getSelectionModel().selectFirst();
        if (!typed.isEmpty()) {
            find.accept(typed, found -> {
                if (isVisible() && typed.equals(field.getText().strip())) {
                    shown.addAll(found);
                    if (list.getSelectionModel().isEmpty()) {
                        list.getSelectionModel().selectFirst();
                    }
                }
            });
        }
    }

    private void key(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.DOWN) {
            select(Math.min(at + 1, shown.size() - 1));
        } else if (event.getCode() == KeyCode.UP) {
            select(Math.max(at - 1, 0));
        } else if (event.getCode() == KeyCode.ENTER) {
            run();
        } else {
            return;
        }
        event.consume();
    }

    private void select(int index) {
        list.getSelectionModel().clearAndSelect(index);
        list.scrollTo(Math.max(0, index - ROWS / 2));
    }

    private void run() {
        Command chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close();
            chosen.run().run();
        }
    }

    private static final class Row extends ListCell<Command> {
        private final FontIcon icon = new FontIcon();
        private final Label text = new Label();
        private final Label keys = new Label();
        private final HBox box = new HBox(12, icon, text, keys);

        private Row() {
            box.setAlignment(Pos.CENTER_LEFT);
            text.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(text, Priority.ALWAYS);
            keys.getStyleClass().add("keycap");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                return;
            }
            icon.setIconLiteral(command.icon());
            text.setText(command.text());
            keys.setText(command.keys());
            keys.setVisible(!command.keys().isEmpty());
            setGraphic(box);
        }
    }
}

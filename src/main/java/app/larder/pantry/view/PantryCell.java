package app.larder.pantry.view;

import app.larder.fx.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row of the table, with its group's heading above it where it is the first. */
final class PantryCell extends ListCell<PantryRow> {

    private final PantryList list;
    private final Label heading = new Label();
    private final Label name = new Label();
    private final Label amount = new Label();
    private final Button less = new Button(null, new FontIcon("fth-minus"));
    private final Button more = new Button(null, new FontIcon("fth-plus"));
    private final HBox stepper = new HBox(less, amount, more);
    private final Label category = new Label();
    private final Label added = new Label();
    private final Label soon = new Label();
    private final Button delete = new Button(null, new FontIcon("fth-trash-2"));
    private final Label problem = new Label();
    private final List<Node> slots = List.of(name, stepper, category, added);
    private final PantryColumns columns;
    private final VBox box;

    PantryCell(PantryList list, Texts texts) {
        this.list = list;
        getStyleClass().add("pantry-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        heading.getStyleClass().add("pantry-heading");
        name.getStyleClass().add("pantry-name");
        stepper.getStyleClass().add("pantry-stepper");
        category.getStyleClass().add("pantry-quiet");
        added.getStyleClass().add("pantry-quiet");
        soon.getStyleClass().addAll("pill", "partly");
        soon.setMinWidth(Region.USE_PREF_SIZE);
        name.setContentDisplay(ContentDisplay.RIGHT);
        problem.getStyleClass().add("error-text");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        amount.setMinWidth(0);
        columns = new PantryColumns(list::getWidth, name, name, stepper, category, added, delete);
        columns.getStyleClass().add("pantry-row");
        VBox row = new VBox(columns, problem);
        row.getStyleClass().add("pantry-row-box");
        box = new VBox(heading, row);
        button(less, "pantry.less", texts, () -> list.step(row(), false));
        button(more, "pantry.more", texts, () -> list.step(row(), true));
        button(delete, "pantry.delete", texts, () -> list.delete(row()));
        columns.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    private static void button(Button button, String key, Texts texts, Runnable action) {
        button.getStyleClass().add("pantry-action");
        button.setFocusTraversable(false);
        button.setAccessibleText(texts.get(key));
        button.setTooltip(new Tooltip(texts.get(key)));
        button.setOnAction(_ -> action.run());
    }

    private @Nullable PantryRow row() {
        return isEmpty() ? null : getItem();
    }

    private void clicked(MouseEvent event) {
        PantryRow row = row();
        Column column = columns.columnAt(event.getX(), event.getY());
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && row != null && column != null) {
            list.edit(row, column);
            event.consume();
        }
    }

    @Override
    protected void updateItem(@Nullable PantryRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        show(heading, row.heading());
        name.setText(row.item().name());
        amount.setText(row.amount().isEmpty() ? "–" : row.amount());
        less.setVisible(row.countable());
        more.setVisible(row.countable());
        category.setText(row.category());
        added.setText(row.added());
        soon.setText(row.soon());
        name.setGraphic(row.soon().isEmpty() ? null : soon);
        setAccessibleText(String.join(", ", row.item().name(), row.amount(), row.category(), row.added(), row.soon()));
        RowEdit edit = row.edit();
        show(problem, edit == null ? null : edit.problem());
        for (Column column : Column.values()) {
            boolean edited = edit != null && edit.column() == column;
            columns.put(column.place(), edited ? list.editor(column) : slots.get(column.place()));
        }
        setGraphic(box);
        if (edit != null) {
            list.editorShown(edit);
        }
    }

    private static void show(Label label, @Nullable String text) {
        label.setText(text);
        label.setVisible(text != null);
        label.setManaged(text != null);
    }
}

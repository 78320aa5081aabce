package app.larder.pantry.view;

import app.larder.fx.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The table's heading: a click orders by that column, a second one the other way round. */
public final class PantryHeads extends StackPane {

    private final Map<Column, Button> buttons = new EnumMap<>(Column.class);

    /** Shows and changes how this model's table is ordered; {@code width} is the table's. */
    void use(PantryViewModel model, Texts texts, DoubleSupplier width) {
        Label scale = new Label();
        Node[] slots = new Node[Column.values().length + 1];
        for (Column column : Column.values()) {
            Button button = new Button(title(column, texts), new FontIcon("fth-chevron-up"));
            button.getStyleClass().add("pantry-head");
            button.setContentDisplay(ContentDisplay.RIGHT);
            button.setOnAction(_ -> model.orderProperty().set(model.orderProperty().get().click(column)));
            buttons.put(column, button);
            slots[column.place()] = button;
        }
        slots[Column.values().length] = scale;
        PantryColumns columns = new PantryColumns(width, scale, slots);
        columns.getStyleClass().add("pantry-heads");
        getChildren().setAll(columns);
        model.orderProperty().subscribe(order -> show(order, texts));
    }

    private void show(TableOrder order, Texts texts) {
        buttons.forEach((column, button) -> {
            boolean on = column == order.by();
            Node arrow = button.getGraphic();
            arrow.setVisible(on);
            ((FontIcon) arrow).setIconLiteral(order.descending() ? "fth-chevron-down" : "fth-chevron-up");
            button.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("selected"), on);
            String way = texts.get(order.descending() ? "pantry.sorted.down" : "pantry.sorted.up");
            button.setAccessibleText(on ? title(column, texts) + ", " + way : title(column, texts));
        });
    }

    private static String title(Column column, Texts texts) {
        return switch (column) {
            case NAME -> texts.get("pantry.name");
            case QUANTITY -> texts.get("pantry.quantity");
            case CATEGORY -> texts.get("pantry.category");
            case ADDED -> texts.get("pantry.added");
        };
    }
}

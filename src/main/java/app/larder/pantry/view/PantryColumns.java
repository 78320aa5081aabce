package app.larder.pantry.view;

import java.util.function.DoubleSupplier;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * Lays a row of the table out: name, amount, shelf, day and what can be done with it, at the same places in every row
 * and in the heading. Where there is little room, shelf and day stand on a second line.
 */
final class PantryColumns extends Pane {

    /** Below this many ems shelf and day go under the name. */
    private static final double NARROW = 40;

    private static final double GAP = 12;
    private static final double RIGHT = 14;

    private final DoubleSupplier width;
    private final Labeled scale;
    private final Node[] slots;

    /**
     * A row.
     *
     * @param width of the table, scroll bar and all
     * @param scale a label in the table's text size
     * @param slots name, amount, shelf, day, actions
     */
    PantryColumns(DoubleSupplier width, Labeled scale, Node... slots) {
        this.width = width;
        this.scale = scale;
        this.slots = slots.clone();
        getChildren().setAll(slots);
    }

    /** Puts another node into a place. */
    void put(int slot, Node node) {
        if (!slots[slot].equals(node)) {
            slots[slot] = node;
            getChildren().setAll(slots);
        }
    }

    private double em() {
        return scale.getFont().getSize();
    }

    private boolean narrow() {
        return inner() < NARROW * em();
    }

    private double inner() {
        return Math.max(0, width.getAsDouble() - getInsets().getLeft() - getInsets().getRight() - RIGHT);
    }

    /** Whether shelf and day belong to the row at all: a heading leaves them out where they have no column. */
    private boolean shows(int slot) {
        return !narrow() || slot < 2 || slot == 4 || !getStyleClass().contains("pantry-heads");
    }

    private double columnWidth(int slot) {
        double actions = 2.4 * em();
        double room = inner() - actions;
        double[] wide = {0.33, 0.25, 0.23, 0.19};
        double[] slim = {0.58, 0.42, 0.58, 0.42};
        return slot == 4 ? actions : room * (narrow() ? slim : wide)[slot];
    }

    private double columnX(int slot) {
        double x = getInsets().getLeft();
        int from = narrow() && slot > 1 && slot < 4 ? 2 : 0;
        for (int i = from; i < slot && (slot < 4 || i < (narrow() ? 2 : 4)); i++) {
            x += columnWidth(i);
        }
        return x;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double given) {
        double second = narrow() && !getStyleClass().contains("pantry-heads") ? secondLine() : 0;
        return getInsets().getTop() + firstLine() + second + getInsets().getBottom();
    }

    @Override
    protected double computeMinHeight(double given) {
        return computePrefHeight(given);
    }

    /**
     * Heights follow the text size alone: a virtual list measures a row once, when the icons in it have not come to their
     * size yet.
     */
    private double firstLine() {
        return Math.ceil(2 * em());
    }

    private double secondLine() {
        return Math.ceil(1.5 * em());
    }

    @Override
    protected void layoutChildren() {
        double top = getInsets().getTop();
        boolean narrow = narrow();
        for (int i = 0; i < slots.length; i++) {
            slots[i].setVisible(shows(i));
            double y = narrow && (i == 2 || i == 3) ? top + firstLine() : top;
            double height = narrow && (i == 2 || i == 3) ? secondLine() : firstLine();
            boolean fill = slots[i].getStyleClass().contains("pantry-editor");
            double hang = fill ? 0 : hang(slots[i]);
            layoutInArea(
                    slots[i], columnX(i) - hang, y, Math.max(0, columnWidth(i) - GAP + hang), height, 0, null, fill, false,
                    i == 4 ? HPos.RIGHT : HPos.LEFT, VPos.CENTER);
        }
        if (slots[0] instanceof Label name && slots[1] instanceof HBox box) {
            box.layout();
            Node amount = box.getChildren().get(1);
            double lower = box.getLayoutY() + amount.getLayoutY() + amount.getBaselineOffset();
            box.setLayoutY(box.getLayoutY() + name.getLayoutY() + name.getBaselineOffset() - lower);
        }
    }

    /** How far a slot stands out to the left, so that its text and not its first button stands below the heading. */
    private static double hang(Node slot) {
        return slot instanceof HBox box && box.getChildren().size() > 1
                ? box.getChildren().getFirst().prefWidth(-1) + box.getSpacing() + box.getInsets().getLeft()
                : 0;
    }

    /** The column under a point of this row; null beside them. */
    @Nullable Column columnAt(double x, double y) {
        for (Column column : Column.values()) {
            Node slot = slots[column.place()];
            boolean line = !narrow() || (column.place() < 2) == (y < getInsets().getTop() + firstLine());
            if (slot.isVisible() && line && x >= columnX(column.place()) && x < columnX(column.place()) + columnWidth(column.place())) {
                return column;
            }
        }
        return null;
    }
}

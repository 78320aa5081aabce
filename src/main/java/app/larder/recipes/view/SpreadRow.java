package app.larder.recipes.view;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;

/** Two parts at both ends of a row; where they do not fit side by side, the second goes below the first. */
public final class SpreadRow extends Pane {

    private static final double GAP = 10;
    private static final double GAP_BELOW = 6;

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + wanted(first()) + GAP + wanted(second()) + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = width < 0 ? Double.MAX_VALUE : width - snappedLeftInset() - snappedRightInset();
        double content = fits(inside)
                ? Math.max(first().prefHeight(wanted(first())), second().prefHeight(wanted(second())))
                : first().prefHeight(inside) + GAP_BELOW + second().prefHeight(inside);
        return snappedTopInset() + content + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double y = snappedTopInset();
        double width = getWidth() - x - snappedRightInset();
        double height = getHeight() - y - snappedBottomInset();
        if (fits(width)) {
            place(first(), x, y, wanted(first()), height);
            place(second(), x + width - wanted(second()), y, wanted(second()), height);
        } else {
            double above = first().prefHeight(width);
            place(first(), x, y, width, above);
            double below = Math.min(width, wanted(second()));
            place(second(), x, y + above + GAP_BELOW, below, second().prefHeight(below));
        }
    }

    private static void place(Node part, double x, double y, double width, double height) {
        double tall = Math.min(height, part.prefHeight(width));
        part.resizeRelocate(x, y + (height - tall) / 2, width, tall);
    }

    private boolean fits(double width) {
        return wanted(first()) + GAP + wanted(second()) <= width;
    }

    /** The width a part has in one line; a flow pane itself only knows where it should wrap. */
    private static double wanted(Node part) {
        if (!(part instanceof FlowPane flow)) {
            return Math.ceil(part.prefWidth(-1));
        }
        double sum = -flow.getHgap();
        for (Node child : flow.getChildren()) {
            sum += child.isManaged() ? Math.ceil(child.prefWidth(-1)) + flow.getHgap() : 0;
        }
        return Math.max(0, sum);
    }

    private Node first() {
        return getChildren().getFirst();
    }

    private Node second() {
        return getChildren().getLast();
    }
}

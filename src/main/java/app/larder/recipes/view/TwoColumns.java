package app.larder.recipes.view;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Two parts beside each other where there is room for both, else one below the other. */
public final class TwoColumns extends Pane {

    private static final double GAP = 44;
    private static final double GAP_BELOW = 32;

    /** Share of the width the first part takes, and its bounds in em. */
    private static final double SHARE = 0.41;

    private static final double LEAST = 22;
    private static final double MOST = 27;

    /** Least width of the second part, in em, for both to stand side by side. */
    private static final double SECOND = 24;

    private double em = 14;

    /** Tells the size of plain text, in pixels. */
    void em(double pixels) {
        em = pixels;
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        Node first = getChildren().getFirst();
        Node second = getChildren().getLast();
        double left = firstWidth(width);
        return left < width
                ? Math.max(first.prefHeight(left), second.prefHeight(width - left - GAP))
                : first.prefHeight(width) + GAP_BELOW + second.prefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        Node first = getChildren().getFirst();
        Node second = getChildren().getLast();
        double width = getWidth();
        double left = firstWidth(width);
        first.resizeRelocate(0, 0, left, first.prefHeight(left));
        if (left < width) {
            double right = width - left - GAP;
            second.resizeRelocate(left + GAP, 0, right, second.prefHeight(right));
        } else {
            second.resizeRelocate(0, first.prefHeight(width) + GAP_BELOW, width, second.prefHeight(width));
        }
    }

    private double firstWidth(double width) {
        double left = Math.clamp(width * SHARE, LEAST * em, MOST * em);
        return width - left - GAP >= SECOND * em ? Math.floor(left) : width;
    }
}

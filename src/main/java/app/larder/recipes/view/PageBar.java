package app.larder.recipes.view;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * The bar above a page: its parts stand at the left up to the first with style class {@code to-the-right}, from there on
 * at the right. Labels with style class {@code if-room} step aside, the first one first, where not everything fits.
 */
public final class PageBar extends Pane {

    private static final double GAP = 12;

    public PageBar() {
        getStyleClass().add("page-bar");
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return wanted(getManagedChildren()) + snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        double tallest = getManagedChildren().stream().mapToDouble(part -> part.prefHeight(-1)).max().orElse(0);
        return snappedTopInset() + Math.ceil(tallest) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        List<Node> parts = getManagedChildren();
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double over = wanted(parts) - width;
        double x = snappedLeftInset();
        boolean right = false;
        for (Node part : parts) {
            double own = Math.ceil(part.prefWidth(-1));
            boolean steps = over > 0 && part.getStyleClass().contains("if-room");
            part.setOpacity(steps ? 0 : 1);
            if (steps) {
                over -= own + GAP;
            }
            if (!right && part.getStyleClass().contains("to-the-right")) {
                right = true;
                x = Math.max(x, x - over);
            }
            double height = part.prefHeight(own);
            part.resizeRelocate(x, Math.floor((getHeight() - height) / 2), own, height);
            x += steps ? 0 : own + GAP;
        }
    }

    private static double wanted(List<Node> parts) {
        return parts.stream().mapToDouble(part -> Math.ceil(part.prefWidth(-1)) + GAP).sum() - GAP;
    }
}

package app.larder.recipes.view;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A row of short labels: a text that does not fit is shortened with an ellipsis, a pill that does not is left out. */
final class TightRow extends Region {

    private static final double GAP = 10;
    private static final double LEAST = 60;

    private final List<Label> labels;

    TightRow(List<Label> labels) {
        this.labels = List.copyOf(labels);
        getChildren().addAll(labels);
        setMinWidth(0);
    }

    @Override
    protected double computePrefHeight(double width) {
        return labels.stream().mapToDouble(label -> label.prefHeight(-1)).max().orElse(0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return labels.stream().filter(Node::isManaged).mapToDouble(label -> label.prefWidth(-1) + GAP).sum();
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        boolean full = false;
        for (Label label : labels) {
            double left = getWidth() - x;
            double wanted = Math.ceil(label.prefWidth(-1));
            boolean shows = label.isManaged() && !full && (wanted <= left || (left >= LEAST && !pill(label)));
            label.setOpacity(shows ? 1 : 0);
            if (shows) {
                double width = Math.min(wanted, left);
                double height = label.prefHeight(-1);
                label.resizeRelocate(x, (getHeight() - height) / 2, width, height);
                x += width + GAP;
                full = width < wanted;
            }
        }
    }

    private static boolean pill(Label label) {
        return label.getStyleClass().contains("pill");
    }
}

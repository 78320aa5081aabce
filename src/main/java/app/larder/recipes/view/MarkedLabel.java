package app.larder.recipes.view;

import app.larder.recipes.Highlighted;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** One line of text with the places a search found marked; shortened with an ellipsis where it does not fit. */
public final class MarkedLabel extends Region {

    private final Label label = new Label();
    private final List<Region> marks = new ArrayList<>();
    private final Text ruler = new Text();
    private Highlighted shown = Highlighted.plain("");

    /** An empty one; the style classes are for its text. */
    public MarkedLabel(String... styleClasses) {
        label.getStyleClass().addAll(styleClasses);
        getStyleClass().add("marked");
        getChildren().add(label);
        setMinWidth(0);
    }

    /** Shows a text in place of the one before. */
    public void show(Highlighted text) {
        shown = text;
        label.setText(text.text());
        getChildren().removeAll(marks);
        marks.clear();
        text.spans().forEach(_ -> {
            Region mark = new Region();
            mark.getStyleClass().add("highlight");
            marks.add(mark);
        });
        getChildren().addAll(0, marks);
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return label.getContentBias();
    }

    @Override
    protected double computePrefWidth(double height) {
        return label.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return label.prefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return label.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        label.resizeRelocate(0, 0, width, height);
        ruler.setFont(label.getFont());
        for (int i = 0; i < marks.size(); i++) {
            Highlighted.Span span = shown.spans().get(i);
            double from = Math.min(width, widthOf(span.start()));
            double to = Math.min(width, widthOf(span.end()));
            marks.get(i).resizeRelocate(from - 1, 0, to > from ? to - from + 2 : 0, height);
        }
    }

    private double widthOf(int length) {
        ruler.setText(shown.text().substring(0, Math.min(length, shown.text().length())));
        return ruler.getLayoutBounds().getWidth();
    }
}

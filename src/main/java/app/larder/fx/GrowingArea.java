package app.larder.fx;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A text area as high as its text, never scrolling by itself; Tab goes to the next field instead of into the text. */
public final class GrowingArea extends TextArea {

    private final Text measure = new Text();
    private @Nullable PasteTaker pasteTaker;

    /** An empty one, a line high. */
    public GrowingArea() {
        getStyleClass().add("growing");
        setWrapText(true);
        setPrefRowCount(1);
        textProperty().subscribe(this::requestLayout);
        fontProperty().subscribe(this::requestLayout);
        addEventFilter(KeyEvent.KEY_PRESSED, this::tab);
    }

    /** Asks {@code taker} first what to do with pasted text. */
    public void setPasteTaker(PasteTaker taker) {
        pasteTaker = taker;
    }

    @Override
    public void paste() {
        if (pasteTaker == null || !pasteTaker.take(Clipboard.getSystemClipboard().getString())) {
            super.paste();
        }
    }

    private void tab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown() && !event.isAltDown()) {
            requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width > 0 ? width : getWidth();
        if (wide <= 0) {
            return super.computePrefHeight(width);
        }
        Insets own = getInsets();
        Insets inner = lookup(".content") instanceof Region content ? content.getInsets() : Insets.EMPTY;
        String text = getText() == null || getText().isEmpty() ? getPromptText() : getText();
        measure.setFont(getFont());
        measure.setText(text == null || text.isEmpty() || text.endsWith("\n") ? text + " " : text);
        // a pixel to spare, because the area wraps a hair earlier than the measuring text
        measure.setWrappingWidth(
                Math.max(1, wide - own.getLeft() - own.getRight() - inner.getLeft() - inner.getRight() - 2));
        return Math.ceil(measure.getLayoutBounds().getHeight())
                + own.getTop() + own.getBottom() + inner.getTop() + inner.getBottom() + 1;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        for (Node bar : lookupAll(".scroll-bar")) {
            bar.setVisible(false);
        }
    }
}

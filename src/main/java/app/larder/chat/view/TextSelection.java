package app.larder.chat.view;

import java.util.Map;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * Lets a part of a paragraph be selected with the mouse and copied, which JavaFX's flows can't by themselves: a double
 * click takes a word, a triple one the paragraph.
 */
final class TextSelection {

    private static final KeyCombination COPY = KeyCombination.keyCombination("Shortcut+C");
    private static final KeyCombination ALL = KeyCombination.keyCombination("Shortcut+A");

    private final TextFlow flow;
    private final Path band = new Path();
    private final String copyWord;
    private @Nullable ContextMenu menu;
    private boolean selecting;
    private int anchor;
    private int from;
    private int to;

    /** Makes a paragraph selectable; {@code copy} is what its menu calls copying. */
    TextSelection(TextFlow flow, String copy) {
        this.flow = flow;
        band.setManaged(false);
        band.setMouseTransparent(true);
        band.getStyleClass().add("text-selection");
        copyWord = copy;
        flow.setCursor(Cursor.TEXT);
        flow.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        flow.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        flow.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::offer);
        flow.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        flow.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && (menu == null || !menu.isShowing())) {
                clear();
            }
        });
    }

    /** Selects nothing; to be called before the paragraph's pieces change. */
    void clear() {
        select(0, 0);
    }

    private void press(MouseEvent event) {
        selecting = event.getButton() == MouseButton.PRIMARY;
        if (!selecting) {
            return;
        }
        flow.requestFocus();
        anchor = at(event);
        switch (event.getClickCount()) {
            case 1 -> clear();
            case 2 -> word();
            default -> select(0, text().length());
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (selecting) {
            int here = at(event);
            select(Math.min(anchor, here), Math.max(anchor, here));
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (ALL.match(event)) {
            select(0, text().length());
            event.consume();
        } else if (COPY.match(event) && from < to) {
            copy();
            event.consume();
        }
    }

    private void offer(ContextMenuEvent event) {
        if (from < to) {
            menu().show(flow, event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    /** Made when it is wanted: a long conversation has thousands of paragraphs. */
    private ContextMenu menu() {
        ContextMenu made = menu;
        if (made == null) {
            MenuItem item = new MenuItem(copyWord);
            item.setOnAction(_ -> copy());
            made = new ContextMenu(item);
            menu = made;
        }
        return made;
    }

    private int at(MouseEvent event) {
        return flow.getHitInfo(new Point2D(event.getX(), event.getY())).getInsertionIndex();
    }

    private void word() {
        String text = text();
        int begin = Math.min(anchor, text.length());
        int end = begin;
        while (begin > 0 && Character.isLetterOrDigit(text.charAt(begin - 1))) {
            begin--;
        }
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        select(begin, end);
    }

    private void select(int begin, int end) {
        from = begin;
        to = end;
        flow.getChildren().remove(band);
        if (begin < end) {
            band.getElements().setAll(flow.getRangeShape(begin, end, false));
            flow.getChildren().add(band);
        }
    }

    private void copy() {
        StringBuilder chosen = new StringBuilder();
        int place = 0;
        for (Node piece : flow.getChildren()) {
            if (!piece.isManaged()) {
                continue;
            }
            if (piece instanceof Text text) {
                String words = text.getText();
                int begin = Math.clamp(from - (long) place, 0, words.length());
                chosen.append(words, begin, Math.clamp(to - (long) place, begin, words.length()));
                place += words.length();
            } else {
                if (from <= place && place < to && piece instanceof Hyperlink link) {
                    chosen.append(link.getText());
                }
                place++;
            }
        }
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, chosen.toString()));
    }

    /** The paragraph as its places are counted: whatever is no text, a link, counts as one character. */
    private String text() {
        StringBuilder all = new StringBuilder();
        for (Node piece : flow.getChildren()) {
            if (piece.isManaged()) {
                all.append(piece instanceof Text text ? text.getText() : "\uFFFC");
            }
        }
        return all.toString();
    }
}

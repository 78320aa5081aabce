package app.larder.recipes.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list of lines, in their order, with dragging by the grip. Very long lists show their beginning and a
 * button for more.
 */
final class EditorRows extends VBox {

    /** Rows made at once; more than any recipe of people's own has. */
    private static final int ROWS_AT_ONCE = 200;

    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
    private static final PseudoClass BEFORE = PseudoClass.getPseudoClass("drop-before");
    private static final PseudoClass AFTER = PseudoClass.getPseudoClass("drop-after");

    private final EditorLines lines;
    private final Function<EditorLine, EditorRow> make;
    private final Function<Integer, String> moreText;
    private final Map<EditorLine, EditorRow> rows = new HashMap<>();
    private final Button more = new Button();
    private int limit = ROWS_AT_ONCE;
    private @Nullable EditorRow held;
    private @Nullable EditorRow target;

    /**
     * Rows for these lines.
     *
     * @param make makes the row of a line
     * @param moreText what the button says for that many rows not shown yet
     */
    EditorRows(EditorLines lines, Function<EditorLine, EditorRow> make, Function<Integer, String> moreText) {
        this.lines = lines;
        this.make = make;
        this.moreText = moreText;
        getStyleClass().add("editor-rows");
        more.getStyleClass().add("chip");
        more.setOnAction(e -> {
            limit += ROWS_AT_ONCE;
            show();
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> drag(sceneToLocal(e.getSceneX(), e.getSceneY()).getY()));
        addEventHandler(MouseEvent.MOUSE_RELEASED, e -> drop());
        lines.lines().addListener((ListChangeListener<EditorLine>) change -> show());
        lines.caretProperty().subscribe(place -> {
            if (place != null) {
                take(place);
            }
        });
        show();
    }

    private void show() {
        List<EditorLine> all = lines.lines();
        if (all.size() <= ROWS_AT_ONCE) {
            limit = ROWS_AT_ONCE;
        }
        rows.keySet().retainAll(Set.copyOf(all));
        List<Node> wanted = new ArrayList<>();
        for (EditorLine line : all.subList(0, Math.min(limit, all.size()))) {
            wanted.add(rows.computeIfAbsent(line, this::row));
        }
        if (all.size() > limit) {
            more.setText(moreText.apply(all.size() - limit));
            wanted.add(more);
        }
        if (!getChildren().equals(wanted)) {
            getChildren().setAll(wanted);
        }
        count();
    }

    private EditorRow row(EditorLine line) {
        EditorRow row = make.apply(line);
        line.contentProperty().subscribe((before, now) -> count());
        row.grip().addEventHandler(MouseEvent.MOUSE_PRESSED, e -> held = row);
        return row;
    }

    private void count() {
        int place = 0;
        int count = 0;
        for (EditorLine line : lines.lines()) {
            EditorRow row = rows.get(line);
            place++;
            if (row != null) {
                row.placed(place, count + 1, lines.lines().size() == 1);
                count += row.counts() ? 1 : 0;
            }
        }
    }

    private void take(EditorLines.Place place) {
        int index = lines.lines().indexOf(place.line());
        if (index >= limit && index < limit + ROWS_AT_ONCE) {
            limit += ROWS_AT_ONCE;
            show();
        }
        EditorRow row = rows.get(place.line());
        if (row != null) {
            row.take(place.position());
        } else {
            more.requestFocus();
        }
    }

    private void drag(double y) {
        EditorRow row = held;
        if (row == null) {
            return;
        }
        row.pseudoClassStateChanged(DRAGGED, true);
        EditorRow under = null;
        for (Node child : getChildren()) {
            if (child instanceof EditorRow candidate && (under == null || y >= child.getBoundsInParent().getMinY())) {
                under = candidate;
            }
        }
        mark(row, false);
        target = under == row ? null : under;
        mark(row, true);
    }

    private void mark(EditorRow row, boolean on) {
        EditorRow there = target;
        if (there != null) {
            boolean above = getChildren().indexOf(row) > getChildren().indexOf(there);
            there.pseudoClassStateChanged(BEFORE, on && above);
            there.pseudoClassStateChanged(AFTER, on && !above);
        }
    }

    private void drop() {
        EditorRow row = held;
        if (row != null) {
            mark(row, false);
            row.pseudoClassStateChanged(DRAGGED, false);
            if (target != null) {
                lines.move(row.line(), lines.lines().indexOf(target.line()));
            }
        }
        held = null;
        target = null;
    }
}

package app.larder.pantry.view;

import app.larder.fx.Texts;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The fields cells are edited with, moved into the cell that is: a plain one, and for shelves one that offers them. */
final class CellEditor {

    private final BiConsumer<String, @Nullable Boolean> commit;
    private final Runnable cancel;
    private final TextField text = new TextField();
    private final ComboBox<String> shelf = new ComboBox<>();
    private boolean beginning;

    /**
     * Fields for these reactions.
     *
     * @param commit takes what was typed, and whether the cell to the right (or left) is next; null if none is
     */
    CellEditor(Texts texts, BiConsumer<String, @Nullable Boolean> commit, Runnable cancel) {
        this.commit = commit;
        this.cancel = cancel;
        shelf.setEditable(true);
        shelf.getItems().setAll(new ShelfNames(texts).all());
        shelf.setVisibleRowCount(12);
        shelf.setOnAction(_ -> {
            if (!beginning && shelf.isFocused() && shelf.getItems().contains(shelf.getValue())) {
                commit.accept(shelf.getValue(), null);
            }
        });
        for (Control field : List.of(text, shelf)) {
            field.getStyleClass().add("pantry-editor");
            field.setMaxWidth(Double.MAX_VALUE);
            field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
            field.focusedProperty().subscribe(focused -> {
                if (!focused && field.getScene() != null) {
                    commit.accept(typed(), null);
                }
            });
        }
        text.setAccessibleText(texts.get("pantry.editor"));
        shelf.setAccessibleText(texts.get("pantry.category"));
    }

    /** The field for a column. */
    Control field(Column column) {
        return column == Column.CATEGORY ? shelf : text;
    }

    /** Starts with the cell's text, all of it selected. */
    void begin(RowEdit edit) {
        beginning = true;
        TextField typing = edit.column() == Column.CATEGORY ? shelf.getEditor() : text;
        shelf.setValue(edit.text());
        typing.setText(edit.text());
        beginning = false;
        field(edit.column()).requestFocus();
        typing.selectAll();
    }

    private String typed() {
        return shelf.getScene() != null ? shelf.getEditor().getText() : text.getText();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            cancel.run();
        } else if (event.getCode() == KeyCode.ENTER && !shelf.isShowing()) {
            commit.accept(typed(), null);
        } else if (event.getCode() == KeyCode.TAB) {
            commit.accept(typed(), !event.isShiftDown());
        } else {
            return;
        }
        event.consume();
    }
}

package app.larder.pantry.view;

import app.larder.fx.Texts;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The table's body: a virtual list of rows with headings that keeps its selection while the rows change. */
public final class PantryList extends ListView<PantryRow> {

    private @Nullable PantryViewModel model;
    private @Nullable CellEditor editor;
    private @Nullable RowEdit shownEdit;

    public PantryList() {
        getStyleClass().add("pantry-list");
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    /** Shows what this model holds from now on. */
    void use(PantryViewModel pantry, Texts texts) {
        model = pantry;
        editor = new CellEditor(texts, this::committed, this::cancelled);
        setAccessibleText(texts.get("pantry.list"));
        setCellFactory(_ -> new PantryCell(this, texts));
        pantry.rowsProperty().subscribe(this::show);
        pantry.revealedProperty().subscribe(this::reveal);
    }

    /** Changes as few rows as can be, and keeps what was selected selected. */
    private void show(List<PantryRow> rows) {
        List<PantryRow> now = getItems();
        boolean samePlaces = now.size() == rows.size();
        for (int i = 0; samePlaces && i < rows.size(); i++) {
            samePlaces = now.get(i).id().equals(rows.get(i).id());
        }
        Set<UUID> selected = new HashSet<>(selectedIds());
        PantryRow focused = getFocusModel().getFocusedItem();
        if (!samePlaces) {
            getItems().setAll(rows);
        } else {
            for (int i = 0; i < rows.size(); i++) {
                if (!now.get(i).equals(rows.get(i))) {
                    now.set(i, rows.get(i));
                }
            }
        }
        if (!selected.equals(new HashSet<>(selectedIds()))) {
            getSelectionModel().clearSelection();
            int[] indices = rows.stream().filter(r -> selected.contains(r.id())).mapToInt(rows::indexOf).toArray();
            if (indices.length > 0) {
                getSelectionModel().selectIndices(indices[0], indices);
            }
        }
        if (focused != null && !samePlaces) {
            getFocusModel().focus(indexOf(focused.id()));
        }
        if (rows.stream().noneMatch(row -> row.edit() != null)) {
            shownEdit = null;
        }
    }

    private void reveal(@Nullable UUID id) {
        int index = id == null ? -1 : indexOf(id);
        if (index < 0) {
            return;
        }
        getSelectionModel().clearAndSelect(index);
        getFocusModel().focus(index);
        scrollTo(Math.max(0, index - 2));
    }

    private int indexOf(UUID id) {
        for (int i = 0; i < getItems().size(); i++) {
            if (getItems().get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** The selected rows, in their order. */
    List<UUID> selectedIds() {
        return getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(PantryRow::id)
                .toList();
    }

    private void pressed(KeyEvent event) {
        PantryRow row = getSelectionModel().getSelectedItem();
        if (event.getTarget() != this || model == null || row == null) {
            return;
        }
        if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            model.delete(selectedIds());
        } else if (event.getCode() == KeyCode.F2 || event.getCode() == KeyCode.ENTER) {
            model.startEdit(row.id(), event.getCode() == KeyCode.F2 ? Column.NAME : Column.QUANTITY);
        } else {
            return;
        }
        event.consume();
    }

    private void typed(KeyEvent event) {
        if (event.getTarget() != this || model == null || getSelectionModel().isEmpty()) {
            return;
        }
        switch (event.getCharacter()) {
            case "+" -> model.step(selectedIds(), true);
            case "-", "−" -> model.step(selectedIds(), false);
            default -> {
                return;
            }
        }
        event.consume();
    }

    void step(@Nullable PantryRow row, boolean up) {
        if (model != null && row != null) {
            model.step(List.of(row.id()), up);
        }
    }

    /** Deletes a row, or all that are selected if it is one of them. */
    void delete(@Nullable PantryRow row) {
        if (model != null && row != null) {
            Collection<UUID> selected = selectedIds();
            model.delete(selected.contains(row.id()) ? selected : List.of(row.id()));
        }
    }

    void edit(PantryRow row, Column column) {
        if (model != null) {
            model.startEdit(row.id(), column);
        }
    }

    /** The one field cells are edited with. */
    Control editor(Column column) {
        return Objects.requireNonNull(editor, "use() comes first").field(column);
    }

    /** A cell has put the editor in its place. */
    void editorShown(RowEdit edit) {
        RowEdit before = shownEdit;
        shownEdit = edit;
        if (before == null || !before.id().equals(edit.id()) || before.column() != edit.column()) {
            Objects.requireNonNull(editor, "use() comes first").begin(edit);
        }
    }

    /** What was typed is taken; {@code beside} says whether the cell to the right or left is next. */
    private void committed(String text, @Nullable Boolean beside) {
        RowEdit edit = shownEdit;
        if (model == null || edit == null || !model.commitEdit(text)) {
            return;
        }
        Column next = beside == null ? null : edit.column().beside(beside);
        if (next != null) {
            model.startEdit(edit.id(), next);
        } else {
            requestFocus();
        }
    }

    private void cancelled() {
        if (model != null && model.cancelEdit()) {
            requestFocus();
        }
    }
}

package app.larder.recipes.view;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A small card under a button, in which a word is typed or one of the suggested words is taken. Covers its parent while
 * it is open, so that a click beside the card closes it.
 */
public final class SuggestPopover extends Pane {

    private static final int GAP = 6;

    private final Label title = new Label();
    private final TextField field = new TextField();
    private final ListView<String> words = new ListView<>();
    private final VBox card = new VBox(title, field, words);
    private BiConsumer<String, Consumer<List<String>>> suggest = (_, found) -> found.accept(List.of());
    private Consumer<String> take = _ -> {};
    private Runnable closed = () -> {};

    public SuggestPopover() {
        getStyleClass().add("popover-shade");
        card.getStyleClass().add("popover-card");
        title.getStyleClass().add("heading");
        title.setLabelFor(field);
        field.setId("suggest-field");
        words.setId("suggest-words");
        words.accessibleTextProperty().bind(title.textProperty());
        words.setFocusTraversable(false);
        words.managedProperty().bind(words.visibleProperty());
        getChildren().add(card);
        setVisible(false);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
                event.consume();
            }
        });
        field.textProperty().subscribe(this::typed);
        field.setOnAction(_ -> enter());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::arrows);
        words.setOnMouseClicked(_ -> enter());
    }

    /**
     * Opens under a button.
     *
     * @param suggestions hands over words that fit what was typed
     * @param taken gets the word; the card is closed by then
     */
    void open(
            Node under,
            String heading,
            BiConsumer<String, Consumer<List<String>>> suggestions,
            Consumer<String> taken) {
        suggest = suggestions;
        take = taken;
        closed = under::requestFocus;
        title.setText(heading);
        field.setAccessibleText(heading);
        field.clear();
        offer(List.of());
        Bounds anchor = sceneToLocal(under.localToScene(under.getBoundsInLocal()));
        double width = Math.min(300, getWidth() - 32);
        card.setPrefWidth(width);
        card.relocate(Math.clamp(anchor.getMinX(), 16, Math.max(16, getWidth() - width - 16)), anchor.getMaxY() + GAP);
        setVisible(true);
        field.requestFocus();
    }

    /** Closes the card without taking a word; false if it was not open. */
    boolean close() {
        if (!isVisible()) {
            return false;
        }
        setVisible(false);
        closed.run();
        return true;
    }

    private void typed(String text) {
        suggest.accept(text, this::offer);
    }

    private void offer(List<String> found) {
        words.getItems().setAll(found);
        words.setVisible(!found.isEmpty());
        double row = field.getFont().getSize() * 2.4;
        words.setFixedCellSize(row);
        words.setPrefHeight(found.size() * row + 2);
        words.setMinHeight(Region.USE_PREF_SIZE);
    }

    private void arrows(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            words.getSelectionModel().selectNext();
            event.consume();
        } else if (event.getCode() == KeyCode.UP) {
            if (words.getSelectionModel().getSelectedIndex() <= 0) {
                words.getSelectionModel().clearSelection();
            } else {
                words.getSelectionModel().selectPrevious();
            }
            event.consume();
        }
    }

    private void enter() {
        String chosen = words.getSelectionModel().getSelectedItem();
        String word = chosen == null ? field.getText().strip() : chosen;
        if (word.isEmpty()) {
            return;
        }
        close();
        take.accept(word);
    }
}

package app.larder.recipes.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** Tags as pills one types: Enter or a comma ends a tag, Backspace takes the last one back, a click removes one. */
public final class TagField extends FlowPane {

    private static final Pattern COMMA = Pattern.compile(",");
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused");

    private final StringProperty tags = new SimpleStringProperty("");
    private final TextField typing = new TextField();
    private UnaryOperator<String> removeText = tag -> tag;

    /** No tags. */
    public TagField() {
        getStyleClass().add("tag-field");
        typing.setPrefColumnCount(5);
        getChildren().add(typing);
        tags.subscribe(this::show);
        typing.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        typing.textProperty().subscribe(text -> {
            if (text.contains(",")) {
                take();
            }
        });
        typing.focusedProperty().subscribe(focused -> {
            pseudoClassStateChanged(FOCUSED, focused);
            if (!focused) {
                take();
            }
        });
        setOnMouseClicked(e -> typing.requestFocus());
    }

    /** The tags with commas between them. */
    StringProperty tagsProperty() {
        return tags;
    }

    TextField typing() {
        return typing;
    }

    /** How a screen reader calls the button that removes a tag. */
    void setRemoveText(UnaryOperator<String> text) {
        removeText = text;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !typing.getText().isBlank() && !event.isShortcutDown()) {
            take();
            event.consume();
        } else if (event.getCode() == KeyCode.BACK_SPACE && typing.getText().isEmpty() && !list().isEmpty()) {
            List<String> fewer = list();
            typing.setText(fewer.removeLast());
            typing.end();
            set(fewer);
            event.consume();
        }
    }

    private void take() {
        List<String> all = list();
        words(typing.getText()).filter(tag -> all.stream().noneMatch(tag::equalsIgnoreCase)).forEach(all::add);
        typing.clear();
        set(all);
    }

    private void set(List<String> all) {
        tags.set(String.join(", ", all));
    }

    private List<String> list() {
        return words(tags.get()).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Stream<String> words(String text) {
        return COMMA.splitAsStream(text).map(String::strip).filter(word -> !word.isEmpty());
    }

    private void show(String now) {
        getChildren().removeIf(child -> !child.equals(typing));
        List<String> all = list();
        for (int i = 0; i < all.size(); i++) {
            String tag = all.get(i);
            Button pill = new Button(tag, new FontIcon("fth-x"));
            pill.setContentDisplay(ContentDisplay.RIGHT);
            pill.getStyleClass().addAll("chip", "tag");
            pill.setAccessibleText(removeText.apply(tag));
            pill.setOnAction(e -> {
                List<String> fewer = list();
                fewer.remove(tag);
                set(fewer);
                typing.requestFocus();
            });
            getChildren().add(i, pill);
        }
    }
}

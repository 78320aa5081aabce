package app.larder.recipes.view;

import app.larder.cook.Verdict;
import app.larder.fx.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is missing at home for a recipe, with amounts, and a way to take the list along. */
final class MissingPane extends VBox {

    private final Label title = new Label();
    private final Label list = new Label();
    private final Button copy = new Button(null, new FontIcon("fth-copy"));

    MissingPane() {
        getStyleClass().add("missing-pane");
        title.getStyleClass().add("strong");
        for (Label label : List.of(title, list)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        copy.getStyleClass().add("chip");
        copy.setId("copy-missing");
        getChildren().addAll(title, list, copy);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Shows what is missing; nothing if all is at home or nothing is known. */
    void show(@Nullable Verdict verdict, HomeWords words, Texts texts) {
        List<String> missing = verdict == null ? List.of() : words.toGet(verdict.lines());
        setVisible(!missing.isEmpty());
        title.setText(texts.get("recipes.missing.title", missing.size()));
        String lines = String.join("\n", missing);
        list.setText(lines);
        copy.setText(texts.get("recipes.missing.copy"));
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(lines);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }
}

package app.larder.shell;

import app.larder.fx.Texts;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** F1: every key in one card. */
public final class KeysCard extends StackPane {

    private final GridPane grid = new GridPane();
    private final Label title = new Label();
    private final Button done = new Button();

    public KeysCard() {
        getStyleClass().add("palette-shade");
        title.getStyleClass().add("title-section");
        grid.getStyleClass().add("keys-grid");
        done.setDefaultButton(false);
        done.setOnAction(_ -> close());
        VBox card = new VBox(16, title, grid, done);
        card.getStyleClass().add("palette");
        card.setPadding(new Insets(24));
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(card);
        setVisible(false);
    }

    /** Fills the card in the window's language. */
    void use(Texts texts) {
        title.setText(texts.get("shell.keys"));
        done.setText(texts.get("shell.close"));
        row(Keys.shortcut("K"), texts.get("shell.key.palette"));
        row(Keys.shortcut("1") + "  " + Keys.shortcut("2"), texts.get("shell.key.rooms"));
        row(Keys.shortcut(","), texts.get("shell.key.settings"));
        row(Keys.shortcut("N"), texts.get("shell.key.new"));
        row(Keys.shortcut("F"), texts.get("shell.key.search"));
        row(Keys.shortcut("Z"), texts.get("shell.key.undo"));
        row("Esc", texts.get("shell.key.back"));
        row("←  →", texts.get("shell.key.steps"));
        row(texts.get("shell.key.space"), texts.get("shell.key.timer"));
        row("F1", texts.get("shell.key.keys"));
    }

    private void row(String keys, String what) {
        Label cap = new Label(keys);
        cap.getStyleClass().add("keycap");
        grid.addRow(grid.getRowCount(), cap, new Label(what));
    }

    void open() {
        setVisible(true);
        done.requestFocus();
    }

    /** Closes it; false if it was not open. */
    boolean close() {
        boolean was = isVisible();
        setVisible(false);
        return was;
    }
}

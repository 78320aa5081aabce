package app.larder.fx;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** Every key and what it does, two columns; shown by F1 and in the settings. */
public final class KeyList extends GridPane {

    public KeyList() {
        getStyleClass().add("keys-grid");
    }

    /** Fills the list in the window's language. */
    public void use(Texts texts) {
        getChildren().clear();
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
        cap.setMinWidth(Region.USE_PREF_SIZE);
        Label text = new Label(what);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        addRow(getRowCount(), cap, text);
    }
}

package app.larder.fx;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Every key and what it does, in two halves side by side; shown by F1 and in the settings. */
public final class KeyList extends GridPane {

    private static final int ROWS = 8;

    private int entries;

    public KeyList() {
        getStyleClass().add("keys-grid");
    }

    /** Fills the list in the window's language. */
    public void use(Texts texts) {
        getChildren().clear();
        entries = 0;
        row(Keys.shortcut("K"), texts.get("shell.key.palette"));
        row(Keys.shortcut("1") + "  " + Keys.shortcut("2") + "  " + Keys.shortcut("3"), texts.get("shell.key.rooms"));
        row(Keys.shortcut(","), texts.get("shell.key.settings"));
        row(Keys.shortcut("N"), texts.get("shell.key.new"));
        row(Keys.shortcut("F"), texts.get("shell.key.search"));
        row(Keys.shortcut("Z"), texts.get("shell.key.undo"));
        row(Keys.shortcut("E"), texts.get("shell.key.edit"));
        row(Keys.shortcut("Enter"), texts.get("shell.key.cook"));
        row(Keys.shortcut("P"), texts.get("shell.key.print"));
        row(Keys.shortcut("S"), texts.get("shell.key.save"));
        row("Alt+↑  Alt+↓", texts.get("shell.key.move"));
        row(texts.get("shell.key.delete.key"), texts.get("shell.key.delete"));
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
        int half = entries / ROWS * 2;
        add(cap, half, entries % ROWS);
        add(text, half + 1, entries % ROWS);
        setHgrow(text, Priority.ALWAYS);
        entries++;
    }
}

package app.larder.shell;

import app.larder.fx.KeyList;
import app.larder.fx.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** F1: every key in one card. */
public final class KeysCard extends StackPane {

    private final KeyList keys = new KeyList();
    private final Label title = new Label();
    private final Button done = new Button();

    public KeysCard() {
        getStyleClass().add("palette-shade");
        title.getStyleClass().add("title-section");
        done.setDefaultButton(false);
        done.setOnAction(_ -> close());
        ScrollPane scroll = new ScrollPane(keys);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        VBox card = new VBox(title, scroll, done);
        card.getStyleClass().addAll("palette", "keys-card");
        card.setMaxWidth(Region.USE_PREF_SIZE);
        card.setMaxHeight(Region.USE_PREF_SIZE);
        getChildren().add(card);
        setVisible(false);
    }

    /** Fills the card in the window's language. */
    void use(Texts texts) {
        title.setText(texts.get("shell.keys"));
        done.setText(texts.get("shell.close"));
        keys.use(texts);
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

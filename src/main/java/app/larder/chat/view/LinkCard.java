package app.larder.chat.view;

import app.larder.fx.Dialogs;
import app.larder.fx.Texts;
import java.net.IDN;
import java.net.URI;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks before a link in a message is opened, and shows where it really leads. */
final class LinkCard extends StackPane {

    private final Texts texts;
    private final Label host = new Label();
    private final Label address = new Label();
    private final Button cancel;
    private @Nullable URI link;

    LinkCard(Dialogs dialogs, Texts texts) {
        this.texts = texts;
        getStyleClass().add("palette-shade");
        host.getStyleClass().add("title-section");
        address.getStyleClass().add("muted");
        for (Label label : new Label[] {host, address}) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        cancel = Actions.primary(texts.get("chat.cancel"), this::close);
        Button open = Actions.button(texts.get("chat.link.open"), () -> {
            URI there = link;
            close();
            if (there != null) {
                dialogs.open(there);
            }
        });
        Button copy = Actions.button(texts.get("chat.link.copy"), () -> {
            copy(String.valueOf(link));
            close();
        });
        FlowPane ways = new FlowPane(8, 8, cancel, open, copy);
        VBox card = new VBox(host, address, ways);
        card.getStyleClass().addAll("palette", "link-card");
        card.setMaxSize(480, Region.USE_PREF_SIZE);
        getChildren().add(card);
        setVisible(false);
    }

    /** Asks about a link. */
    void ask(URI where) {
        link = where;
        host.setText(texts.get("chat.link.title", IDN.toASCII(where.getHost())));
        address.setText(where.toASCIIString());
        setVisible(true);
        cancel.requestFocus();
    }

    /** Closes it; false if it was not open. */
    boolean close() {
        boolean open = isVisible();
        setVisible(false);
        link = null;
        return open;
    }

    /** Puts a text on the clipboard. */
    void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}

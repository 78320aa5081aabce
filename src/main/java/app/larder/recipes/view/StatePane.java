package app.larder.recipes.view;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says in the middle of a place why there is nothing there, and offers ways on. */
public final class StatePane extends VBox {

    private final Label title = new Label();
    private final Label text = new Label();
    private final FlowPane ways = new FlowPane(8, 8);

    public StatePane() {
        getStyleClass().add("state");
        title.getStyleClass().add("state-title");
        title.setWrapText(true);
        title.setTextAlignment(TextAlignment.CENTER);
        title.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("state-text");
        text.setMaxWidth(480);
        text.setAlignment(Pos.CENTER);
        text.setMinHeight(Region.USE_PREF_SIZE);
        ways.getStyleClass().add("ways");
        getChildren().addAll(title, text, ways);
        managedProperty().bind(visibleProperty());
    }

    /** Says it. */
    void say(String iconLiteral, String what, String why, Button... buttons) {
        // A fresh icon each time: one that is told another literal loses the size the style sheet gave it.
        getChildren().removeIf(FontIcon.class::isInstance);
        getChildren().addFirst(new FontIcon(iconLiteral));
        title.setText(what);
        text.setText(why);
        text.setVisible(!why.isEmpty());
        text.setManaged(!why.isEmpty());
        ways.getChildren().setAll(buttons);
        for (Button button : buttons) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        setVisible(true);
    }
}

package app.larder.chat.view;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row of small buttons below a message. */
final class Actions extends FlowPane {

    Actions() {
        getStyleClass().add("message-actions");
        managedProperty().bind(visibleProperty());
    }

    /** Shows these in place of the ones before. */
    void set(List<Button> buttons) {
        getChildren().setAll(buttons);
        setVisible(!buttons.isEmpty());
    }

    static Button quiet(String text, String icon, Runnable run) {
        Button button = button(text, run);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("quiet");
        return button;
    }

    /** A button that is no more than its icon; its name shows when the mouse rests on it. */
    static Button icon(String text, String icon, Runnable run) {
        Button button = quiet("", icon, run);
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(text));
        return button;
    }

    static Button primary(String text, Runnable run) {
        Button button = button(text, run);
        button.getStyleClass().add("primary");
        return button;
    }

    /** A question to begin with, as wide as there is room. */
    static Button starter(String text, Runnable run) {
        Button button = button(text, run);
        button.getStyleClass().add("starter");
        button.setWrapText(true);
        button.setMinWidth(0);
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    static Button button(String text, Runnable run) {
        Button button = new Button(text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> run.run());
        return button;
    }
}

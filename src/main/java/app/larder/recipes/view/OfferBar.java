package app.larder.recipes.view;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows an offer with its buttons; not there when there is none. */
public final class OfferBar extends HBox {

    private final Label text = new Label();
    private final FlowPane choices = new FlowPane();

    /** An empty bar, which is not seen. */
    public OfferBar() {
        getStyleClass().add("offer-bar");
        setAlignment(Pos.TOP_LEFT);
        text.setWrapText(true);
        choices.getStyleClass().add("offer-choices");
        VBox words = new VBox(text, choices);
        words.getStyleClass().add("offer-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(new FontIcon("fth-info"), words);
        managedProperty().bind(visibleProperty());
        show(null);
    }

    void bind(ObservableValue<@Nullable Offer> offer) {
        offer.subscribe(this::show);
    }

    private void show(@Nullable Offer offer) {
        setVisible(offer != null);
        text.setText(offer == null ? "" : offer.text());
        choices.getChildren().clear();
        if (offer != null) {
            for (Offer.Choice choice : offer.choices()) {
                Button button = new Button(choice.label());
                button.getStyleClass().add("small");
                button.setOnAction(e -> choice.run().run());
                choices.getChildren().add(button);
            }
        }
    }
}

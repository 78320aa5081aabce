package app.larder.sync.view;

import app.larder.fx.Texts;
import app.larder.sync.Refused;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A row the server does not take, why, and what can be done. */
final class RefusedCard extends VBox {

    private final Refused refused;
    private final SyncViewModel model;
    private final Places places;
    private final Texts texts;
    private final Label text = new Label();
    private final FlowPane actions = new FlowPane(8, 8);

    RefusedCard(Refused refused, SyncViewModel model, Places places, Texts texts) {
        this.refused = refused;
        this.model = model;
        this.places = places;
        this.texts = texts;
        getStyleClass().addAll("card-panel", "conflict-card");
        Label title = new Label(refused.name().isEmpty() ? model.words().thing(refused.row()) : refused.name());
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(title, text, actions);
        offer();
    }

    private void offer() {
        text.setText(model.words().refusal(refused.reason()));
        actions.getChildren().setAll(button("sync.refused.retry", () -> model.retry(refused)));
        if (places.has(refused.row())) {
            actions.getChildren().add(button("sync.refused.edit", () -> places.edit(refused.row())));
        }
        actions.getChildren().add(button("sync.refused.discard", this::ask));
    }

    /** What is given up is gone for good, so this one thing is asked. */
    private void ask() {
        text.setText(texts.get("sync.refused.sure"));
        Button keep = button("sync.refused.keep", this::offer);
        actions.getChildren().setAll(keep, button("sync.refused.gone", () -> model.discard(refused)));
        keep.requestFocus();
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setId(key.replace('.', '-'));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(texts.get("sync.conflict.button", button.getText(), refused.name()));
        button.setOnAction(_ -> action.run());
        return button;
    }
}

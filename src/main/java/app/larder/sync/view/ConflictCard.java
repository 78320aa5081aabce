package app.larder.sync.view;

import app.larder.fx.Texts;
import app.larder.sync.Conflict;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Two values of one thing side by side: the one that stands and the one that gave way. */
final class ConflictCard extends VBox {

    private final Conflict conflict;
    private final SyncViewModel model;
    private final Texts texts;

    /** {@code open}: whether somebody should still say which is meant. */
    ConflictCard(Conflict conflict, SyncViewModel model, Texts texts, boolean open) {
        this.conflict = conflict;
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card-panel", "conflict-card");
        ValueWords values = new ValueWords(texts);
        ValueWords.Both both = values.both(conflict);
        SyncWords words = model.words();
        String name = conflict.name().isEmpty() ? words.thing(conflict.row()) : conflict.name();
        Label title = wrapped(new Label(name), "strong");
        Label facts = wrapped(
                new Label(texts.get(
                        "sync.conflict.facts",
                        words.thing(conflict.row()),
                        values.field(conflict),
                        words.when(conflict.made(), model.now()))),
                "caption");
        VBox left = side(texts.get("sync.conflict.kept"), both.kept());
        VBox right = side(other(open), both.other());
        left.getStyleClass().add("stands");
        GridPane sides = new GridPane();
        sides.getStyleClass().add("conflict-sides");
        for (int column = 0; column < 2; column++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            sides.getColumnConstraints().add(half);
        }
        sides.addRow(0, left, right);
        getChildren().addAll(title, facts, sides, actions(open));
    }

    private String other(boolean open) {
        String from = conflict.otherFrom();
        // One that was turned has changed sides since, so nobody says any more where the other came from.
        return !open || from == null || from.isBlank() ? texts.get("sync.conflict.other") : texts.get("sync.conflict.from", from);
    }

    private static VBox side(String heading, List<ValueWords.Line> lines) {
        VBox box = new VBox(4, wrapped(new Label(heading), "caption"));
        for (ValueWords.Line line : lines) {
            box.getChildren().add(wrapped(new Label(line.text()), line.differs() ? "conflict-differs" : "muted"));
        }
        box.getStyleClass().add("conflict-side");
        return box;
    }

    private Node actions(boolean open) {
        Button other = button("sync.conflict.useother", () -> model.useOther(conflict));
        other.setId("conflict-other");
        FlowPane actions = new FlowPane(8, 8);
        if (open) {
            Button keep = button("sync.conflict.keep", () -> model.keep(conflict));
            keep.setId("conflict-keep");
            actions.getChildren().add(keep);
        }
        actions.getChildren().add(other);
        return actions;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(texts.get("sync.conflict.button", button.getText(), conflict.name()));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Label wrapped(Label label, String style) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}

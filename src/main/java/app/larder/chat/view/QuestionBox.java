package app.larder.chat.view;

import app.larder.chat.ChatMessage;
import app.larder.fx.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the person said. */
final class QuestionBox extends VBox {

    private final FlowPane unanswered = new FlowPane(8, 4);
    private final HBox actions = new HBox();

    QuestionBox(ChatMessage message, Texts texts, MessageDoor door) {
        getStyleClass().add("question");
        RunsFlow words = new RunsFlow(texts, door::follow, "bubble");
        words.show(List.of(Block.Run.plain(message.content())));
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setAccessibleText(texts.get("chat.you-said", message.content()));
        Label not = new Label(texts.get("chat.unanswered"));
        not.getStyleClass().add("caption");
        not.setMinWidth(Region.USE_PREF_SIZE);
        Button retry = Actions.quiet(texts.get("chat.retry"), "fth-rotate-cw", () -> door.retry(message));
        unanswered.getStyleClass().add("unanswered");
        unanswered.getChildren().addAll(not, retry);
        unanswered.managedProperty().bind(unanswered.visibleProperty());
        actions.getChildren().addAll(
                Actions.icon(texts.get("chat.copy"), "fth-copy", () -> door.copy(message.content())),
                Actions.icon(texts.get("chat.edit"), "fth-edit-2", () -> door.edit(message)));
        actions.getStyleClass().addAll("message-actions", "shy");
        HBox row = new HBox(actions, words);
        row.getStyleClass().add("question-row");
        getChildren().addAll(row, unanswered);
    }

    /** Says whether it has no answer, and offers what can be done while none is being written. */
    void show(boolean isUnanswered, boolean quiet) {
        unanswered.setVisible(isUnanswered && quiet);
        actions.setDisable(!quiet);
    }
}

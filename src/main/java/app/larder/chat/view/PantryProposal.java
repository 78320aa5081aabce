package app.larder.chat.view;

import app.larder.chat.ChatMessage;
import app.larder.chat.Proposal;
import app.larder.chat.Proposal.PantryMove;
import app.larder.fx.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Proposed changes to the pantry, each in a sentence. */
final class PantryProposal extends VBox {

    PantryProposal(
            Texts texts, ChatWords words, ProposalsViewModel model, @Nullable ChatMessage message, Proposal.OfPantry proposal) {
        getStyleClass().add("proposal");
        Label title = new Label(texts.get("chat.pantry.title"));
        title.getStyleClass().add("title-section");
        VBox moves = new VBox();
        moves.getStyleClass().add("proposal-moves");
        for (PantryMove move : proposal.moves()) {
            Label line = new Label(words.move(move), new FontIcon(icon(move)));
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
            moves.getChildren().add(line);
        }
        FlowPane foot = new FlowPane();
        foot.getStyleClass().add("proposal-foot");
        foot.setDisable(message == null);
        if (message != null) {
            switch (proposal.fate()) {
                case OPEN -> foot.getChildren().addAll(
                        Actions.primary(texts.get("chat.pantry.accept"), () -> model.accept(message, proposal)),
                        Actions.button(texts.get("chat.card.dismiss"), () -> model.dismiss(message, proposal)));
                case SAVED -> foot.getChildren().add(RecipeProposal.pill(texts.get("chat.pantry.accepted"), "good"));
                case DISMISSED -> foot.getChildren().addAll(
                        RecipeProposal.pill(texts.get("chat.card.gone"), "plain"),
                        Actions.quiet(texts.get("chat.card.reopen"), "fth-corner-up-left", () -> model.reopen(message, proposal)));
            }
        }
        getChildren().addAll(title, moves, foot);
    }

    private static String icon(PantryMove move) {
        return switch (move.what()) {
            case ADD -> "fth-plus";
            case USE -> "fth-minus";
            case SET -> "fth-edit-2";
            case REMOVE -> "fth-trash-2";
        };
    }
}

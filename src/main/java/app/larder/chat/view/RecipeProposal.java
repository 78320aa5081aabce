package app.larder.chat.view;

import app.larder.chat.ChatMessage;
import app.larder.chat.Proposal;
import app.larder.chat.Proposal.Fate;
import app.larder.chat.ProposedRecipe;
import app.larder.cook.Tally;
import app.larder.fx.Texts;
import app.larder.recipes.DraftLine;
import app.larder.recipes.DraftLine.Part;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** A proposed recipe with everything that would be saved. */
final class RecipeProposal extends VBox {

    /** From so many ingredients on they stand in two columns. */
    private static final int TWO_COLUMNS = 4;

    private final Texts texts;
    private final ChatWords words;

    RecipeProposal(
            Texts texts, ChatWords words, ProposalsViewModel model, @Nullable ChatMessage message, Proposal.OfRecipe proposal) {
        this.texts = texts;
        this.words = words;
        getStyleClass().add("proposal");
        ProposedRecipe recipe = proposal.recipe();
        getChildren().addAll(head(recipe, model.atHome(recipe)), facts(recipe, message));
        if (!recipe.description().isBlank()) {
            getChildren().add(wrapped(recipe.description(), "description"));
        }
        if (proposal.fate() == Fate.DISMISSED) {
            getChildren().subList(1, getChildren().size()).clear();
        } else {
            getChildren().addAll(ingredients(recipe.ingredients()), steps(recipe.steps()));
        }
        getChildren().add(foot(model, message, proposal));
    }

    private Node head(ProposedRecipe recipe, Tally tally) {
        Label name = wrapped(recipe.name(), "title-section");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Label home = new Label(words.tally(tally));
        home.getStyleClass().addAll("pill", tally.complete() ? "good" : tally.missing() <= 1 ? "partly" : "plain");
        home.setMinWidth(Region.USE_PREF_SIZE);
        home.setVisible(tally.total() > 0);
        HBox head = new HBox(name, home);
        head.getStyleClass().add("proposal-head");
        return head;
    }

    private Node facts(ProposedRecipe recipe, @Nullable ChatMessage message) {
        FlowPane facts = new FlowPane();
        facts.getStyleClass().add("proposal-facts");
        words.facts(recipe).forEach(fact -> facts.getChildren().add(fact(fact)));
        String by = message == null ? null : words.by(message.details());
        if (by != null) {
            facts.getChildren().add(fact(texts.get("chat.card.by", by)));
        }
        return facts;
    }

    private static Label fact(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("fact");
        return label;
    }

    private static Label wrapped(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Node ingredients(List<String> lines) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("proposal-ingredients");
        int columns = lines.size() >= TWO_COLUMNS ? 2 : 1;
        int rows = (lines.size() + columns - 1) / columns;
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < lines.size(); i++) {
            grid.add(line(lines.get(i)), i / rows, i % rows);
        }
        return grid;
    }

    /** A line as it was written, its amount standing out if that is how it begins. */
    private static Node line(String text) {
        Map<Part, String> parts = DraftLine.of(text).meanings();
        String unit = parts.getOrDefault(Part.UNIT, "");
        String name = parts.getOrDefault(Part.NAME, "");
        int at = name.isEmpty() ? -1 : text.indexOf(name);
        boolean amount = !parts.getOrDefault(Part.AMOUNT, "").isEmpty() || !unit.isEmpty();
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("prose");
        if (amount && at > 0) {
            flow.getChildren().addAll(styled(text.substring(0, at), "bold"), styled(text.substring(at), "plain"));
        } else {
            flow.getChildren().add(styled(text, "plain"));
        }
        return flow;
    }

    private static Text styled(String text, String styleClass) {
        Text node = new Text(text);
        node.getStyleClass().addAll("plain", styleClass);
        return node;
    }

    private static Node steps(List<String> steps) {
        VBox box = new VBox();
        box.getStyleClass().add("proposal-steps");
        for (int i = 0; i < steps.size(); i++) {
            Label number = new Label(i + 1 + ".");
            number.getStyleClass().add("marker");
            number.setMinWidth(Region.USE_PREF_SIZE);
            Label step = wrapped(steps.get(i), "proposal-step");
            HBox.setHgrow(step, Priority.ALWAYS);
            HBox row = new HBox(number, step);
            row.getStyleClass().add("item");
            box.getChildren().add(row);
        }
        box.setVisible(!steps.isEmpty());
        box.setManaged(!steps.isEmpty());
        return box;
    }

    private Node foot(ProposalsViewModel model, @Nullable ChatMessage message, Proposal.OfRecipe proposal) {
        FlowPane foot = new FlowPane();
        foot.getStyleClass().add("proposal-foot");
        foot.setDisable(message == null);
        if (message == null) {
            foot.getChildren().add(Actions.primary(texts.get("chat.card.save"), () -> {}));
            return foot;
        }
        switch (proposal.fate()) {
            case OPEN -> foot.getChildren().addAll(
                    Actions.primary(texts.get("chat.card.save"), () -> model.save(message, proposal)),
                    Actions.button(texts.get("chat.card.edit"), () -> model.edit(message, proposal)),
                    Actions.button(texts.get("chat.card.dismiss"), () -> model.dismiss(message, proposal)));
            case SAVED -> {
                foot.getChildren().add(pill(texts.get("chat.card.saved"), "good"));
                if (proposal.savedAs() != null) {
                    foot.getChildren().add(Actions.quiet(texts.get("chat.card.show"), "fth-book-open", () -> model.show(proposal)));
                }
            }
            case DISMISSED -> foot.getChildren().addAll(
                    pill(texts.get("chat.card.gone"), "plain"),
                    Actions.quiet(texts.get("chat.card.reopen"), "fth-corner-up-left", () -> model.reopen(message, proposal)));
        }
        return foot;
    }

    static Label pill(String text, String styleClass) {
        Label pill = new Label(text);
        pill.getStyleClass().addAll("pill", styleClass);
        pill.setMinWidth(Region.USE_PREF_SIZE);
        return pill;
    }
}

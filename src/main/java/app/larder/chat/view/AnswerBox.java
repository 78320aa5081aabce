package app.larder.chat.view;

import app.larder.chat.AnswerSoFar;
import app.larder.chat.ChatMessage;
import app.larder.chat.MessageDetails.Status;
import app.larder.chat.Proposal;
import app.larder.chat.ToolStep;
import app.larder.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** An answer: what was looked up for it, its text, what it puts on the table, how it ended. Grows while it is written. */
final class AnswerBox extends VBox {

    private final Texts texts;
    private final ChatWords words;
    private final MarkdownReader reader;
    private final MessageDoor door;
    private final Cards cards;
    private final FlowPane chips = new FlowPane() {
        @Override
        protected double computeMinWidth(double height) {
            return 0;
        }
    };
    private final Label older = new Label();
    private final MarkdownPane text;
    private final VBox table = new VBox();
    private final Label phase = new Label();
    private final Label mark = new Label();
    private final Actions actions = new Actions();
    private List<ToolStep> steps = List.of();
    private List<Proposal> proposals = List.of();
    private boolean open;
    private @Nullable String shown;

    /** Makes the card of a proposal. */
    interface Cards {

        /** The card of a proposal; {@code message} is null while it is written, when nothing can be done with it yet. */
        Node card(@Nullable ChatMessage message, Proposal proposal);
    }

    AnswerBox(Texts texts, ChatWords words, MarkdownReader reader, MessageDoor door, Cards cards) {
        this.texts = texts;
        this.words = words;
        this.reader = reader;
        this.door = door;
        this.cards = cards;
        this.text = new MarkdownPane(texts, door::follow);
        getStyleClass().add("answer");
        chips.getStyleClass().add("tool-chips");
        table.getStyleClass().add("cards");
        phase.getStyleClass().addAll("muted", "phase");
        mark.getStyleClass().addAll("pill", "partly");
        older.setText(texts.get("chat.older"));
        older.getStyleClass().add("caption");
        for (Label label : List.of(older, phase, mark)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        for (Node part : List.of(chips, older, table, phase, mark)) {
            part.managedProperty().bind(part.visibleProperty());
            part.setVisible(false);
        }
        actions.set(List.of());
        getChildren().addAll(older, chips, text, table, phase, mark, actions);
    }

    /** Shows it as it is while it is written. */
    void show(AnswerSoFar soFar) {
        older.setVisible(soFar.passedOver() > 0);
        show(soFar.steps());
        show(null, soFar.proposals());
        boolean writing = soFar.phase() == AnswerSoFar.Phase.WRITING;
        if (!soFar.text().equals(shown) || writing != open) {
            List<Block> blocks = soFar.text().isBlank() ? List.of() : reader.read(soFar.text());
            text.show(writing ? Caret.after(blocks) : blocks);
            shown = soFar.text();
            open = writing;
        }
        String doing = doing(soFar);
        phase.setText(doing);
        phase.setVisible(!doing.isEmpty());
    }

    private String doing(AnswerSoFar soFar) {
        long seconds = soFar.waited().toSeconds();
        return switch (soFar.phase()) {
            case WAITING -> seconds < 2 ? texts.get("chat.phase.waiting") : texts.get("chat.phase.waited", seconds);
            case THINKING -> texts.get("chat.phase.thinking");
            case LOOKING_UP -> texts.get("chat.phase.looking");
            case PAUSING -> texts.get("chat.phase.pausing");
            case WRITING, ENDED -> "";
        };
    }

    /**
     * Shows it as it is stored.
     *
     * @param last whether it is the last of its conversation, with its buttons always in sight
     * @param quiet whether no answer is being written
     */
    void show(ChatMessage message, boolean last, boolean quiet) {
        if (open || !message.content().equals(shown)) {
            text.show(reader.read(message.content()));
            shown = message.content();
            open = false;
        }
        phase.setVisible(false);
        show(message.details().steps());
        show(message, message.details().proposals());
        String end = words.mark(message.details());
        mark.setText(end);
        mark.setVisible(!end.isEmpty());
        actions.set(buttons(message, last));
        actions.setDisable(!quiet);
        actions.getStyleClass().remove("shy");
        if (!last) {
            actions.getStyleClass().add("shy");
        }
        setAccessibleText(texts.get("chat.answered", message.content()));
    }

    private List<Button> buttons(ChatMessage message, boolean last) {
        List<Button> buttons = new ArrayList<>();
        Status status = message.details().status();
        if (last && (status == Status.CUT_OFF || status == Status.LENGTH || status == Status.STOPPED)) {
            buttons.add(Actions.quiet(texts.get("chat.continue"), "fth-play", () -> door.goOn(message)));
        }
        buttons.add(Actions.quiet(texts.get("chat.copy"), "fth-copy", () -> door.copy(message.content())));
        buttons.add(Actions.quiet(texts.get("chat.again"), "fth-rotate-cw", () -> door.retry(message)));
        buttons.add(Actions.quiet(texts.get("chat.make"), "fth-book-open", () -> door.makeRecipe(message)));
        return buttons;
    }

    private void show(List<ToolStep> now) {
        if (!now.equals(steps)) {
            steps = now;
            chips.getChildren().setAll(now.stream().map(this::chip).toList());
            chips.setVisible(!now.isEmpty());
        }
    }

    private Label chip(ToolStep step) {
        Label chip = new Label(words.step(step));
        chip.getStyleClass().addAll("chip", "may-cut", step.failed() ? "failed" : "done");
        chip.maxWidthProperty().bind(chips.widthProperty());
        boolean bare = step.arguments().isBlank() || step.arguments().equals("{}");
        chip.setTooltip(new Tooltip(bare ? chip.getText() : step.arguments()));
        return chip;
    }

    private void show(@Nullable ChatMessage message, List<Proposal> now) {
        boolean same = now.equals(proposals) && (message == null) == (getUserData() == null);
        if (!same) {
            proposals = now;
            setUserData(message);
            table.getChildren().setAll(now.stream().map(proposal -> cards.card(message, proposal)).toList());
            table.setVisible(!now.isEmpty());
        }
    }
}

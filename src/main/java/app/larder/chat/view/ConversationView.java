package app.larder.chat.view;

import app.larder.chat.Answerer;
import app.larder.chat.ChatMessage;
import app.larder.chat.Proposal;
import app.larder.chat.TurnProblem;
import app.larder.chat.TurnProblem.Cure;
import app.larder.chat.view.ConversationViewModel.State;
import app.larder.fx.Dialogs;
import app.larder.fx.Texts;
import java.net.URI;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One conversation on screen: its messages, what is being written, and the field for the next. */
public final class ConversationView {

    private final ConversationViewModel model;
    private final ProposalsViewModel proposals;
    private final Starters starterQuestions;
    private final OtherRooms rooms;
    private final LinkCard links;
    private final Texts texts;
    private final ChatWords words;
    private final MarkdownReader reader = new MarkdownReader();
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long now) {
            model.pulse();
        }
    };
    private MessagesPane pane;
    private FollowingScroll following;

    @FXML
    private StackPane root;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox page;

    @FXML
    private VBox messages;

    @FXML
    private Button earlier;

    @FXML
    private Node problem;

    @FXML
    private Label problemText;

    @FXML
    private FlowPane cures;

    @FXML
    private Button more;

    @FXML
    private Node fresh;

    @FXML
    private Label freshText;

    @FXML
    private VBox starters;

    @FXML
    private Hyperlink choose;

    @FXML
    private Node loading;

    @FXML
    private Node failed;

    @FXML
    private ComposerView composerController;

    /** The conversation that the model holds. */
    @SuppressWarnings("NullAway.Init")
    public ConversationView(
            ConversationViewModel model,
            ProposalsViewModel proposals,
            Starters starterQuestions,
            OtherRooms rooms,
            Dialogs dialogs,
            Texts texts) {
        this.model = model;
        this.proposals = proposals;
        this.starterQuestions = starterQuestions;
        this.rooms = rooms;
        this.links = new LinkCard(dialogs, texts);
        this.texts = texts;
        this.words = new ChatWords(texts);
    }

    @FXML
    private void initialize() {
        root.getChildren().add(links);
        following = new FollowingScroll(scroll, page);
        MessageDoor door = new Door();
        pane = new MessagesPane(
                messages,
                message -> new QuestionBox(message, texts, door),
                () -> new AnswerBox(texts, words, reader, door, this::card));
        for (Node part : List.of(earlier, problem, more, fresh, loading, failed, choose)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        more.visibleProperty().bind(following.moreProperty());
        proposals.onSettled(model::look);
        model.stateProperty().subscribe(this::show);
        model.messagesProperty().subscribe(this::show);
        model.live().soFarProperty().subscribe(soFar -> pane.show(soFar));
        model.live().problemProperty().subscribe(this::show);
        model.live().busyProperty().subscribe(this::busy);
        model.consent().answererProperty().subscribe(this::answers);
        starterQuestions.questionsProperty().subscribe(this::offer);
    }

    private void show(State state) {
        scroll.setVisible(state == State.READY);
        fresh.setVisible(state == State.FRESH);
        loading.setVisible(state == State.LOADING);
        failed.setVisible(state == State.FAILED);
        if (state != State.READY) {
            pane.clear();
            following.toEnd();
        }
        if (state == State.FRESH) {
            starterQuestions.look();
        }
    }

    private void show(List<Shown> shown) {
        pane.show(shown);
        earlier.setVisible(pane.hasEarlier());
    }

    private void show(@Nullable TurnProblem what) {
        problem.setVisible(what != null);
        if (what == null) {
            return;
        }
        problemText.setText(texts.say(what.sentence()));
        cures.getChildren().setAll(what.cures().stream().sorted().map(this::cure).toList());
    }

    private Button cure(Cure cure) {
        String text = texts.get("chat.cure." + cure.name());
        boolean first = cure == Cure.RETRY || cure == Cure.CONSENT;
        return first ? Actions.primary(text, () -> cured(cure)) : Actions.button(text, () -> cured(cure));
    }

    private void cured(Cure cure) {
        List<Shown> shown = model.messagesProperty().get();
        ChatMessage last = shown.getLast().message();
        switch (cure) {
            case RETRY, CONSENT -> model.retry(last);
            case CONTINUE -> model.goOn(last);
            case SETTINGS -> rooms.showSettings();
            case HELPER -> model.useHelper();
        }
    }

    private void busy(boolean now) {
        pane.quiet(!now);
        if (now) {
            following.toEnd();
            pulse.start();
        } else {
            pulse.stop();
        }
    }

    private void answers(@Nullable Answerer answerer) {
        boolean helper = answerer != null && answerer.isHelper();
        freshText.setText(answerer == null ? "" : texts.get(helper ? "chat.fresh.helper" : "chat.fresh.model", answerer.model()));
        choose.setVisible(helper);
    }

    private void offer(List<String> questions) {
        starters.getChildren().setAll(questions.stream()
                .map(question -> Actions.starter(question, () -> model.send(question)))
                .toList());
    }

    private Node card(@Nullable ChatMessage message, Proposal proposal) {
        return switch (proposal) {
            case Proposal.OfRecipe recipe -> new RecipeProposal(texts, words, proposals, message, recipe);
            case Proposal.OfPantry pantry -> new PantryProposal(texts, words, proposals, message, pantry);
        };
    }

    /** The room was entered, for the first time or again. */
    void entered(boolean first) {
        if (first || model.stateProperty().get() == State.FRESH) {
            starterQuestions.look();
        }
        focus();
    }

    /** The window closes or is built anew: nothing is watched any more. */
    void leave() {
        pulse.stop();
        composerController.leave();
    }

    /** How high the field is with all that belongs to it, in pixels. */
    ObservableValue<Number> footHeight() {
        return composerController.height();
    }

    /** Puts the focus into the field. */
    void focus() {
        composerController.focus();
    }

    /** Esc: one step back; false if there is none. */
    boolean back() {
        if (links.close()) {
            focus();
            return true;
        }
        return composerController.back();
    }

    @FXML
    private void earlier() {
        following.growsAbove();
        pane.earlier();
        earlier.setVisible(pane.hasEarlier());
    }

    @FXML
    private void toEnd() {
        following.toEnd();
    }

    @FXML
    private void settings() {
        rooms.showSettings();
    }

    @FXML
    private void lookAgain() {
        model.look();
    }

    /** What the boxes of messages can have done. */
    private final class Door implements MessageDoor {

        @Override
        public void copy(String text) {
            links.copy(text);
        }

        @Override
        public void retry(ChatMessage message) {
            model.retry(message);
        }

        @Override
        public void goOn(ChatMessage answer) {
            model.goOn(answer);
        }

        @Override
        public void edit(ChatMessage question) {
            model.edit(question);
        }

        @Override
        public void makeRecipe(ChatMessage answer) {
            proposals.makeRecipe(answer);
        }

        @Override
        public void follow(URI link) {
            links.ask(link);
        }
    }
}

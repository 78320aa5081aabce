package app.larder.chat.view;

import app.larder.chat.AnswerSoFar;
import app.larder.chat.Answerer;
import app.larder.chat.ChatMessage;
import app.larder.chat.Proposal;
import app.larder.chat.TurnProblem;
import app.larder.chat.TurnProblem.Cure;
import app.larder.chat.view.ConversationViewModel.State;
import app.larder.fx.Dialogs;
import app.larder.fx.GrowingArea;
import app.larder.fx.Texts;
import java.net.URI;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** One conversation on screen: its messages, what is being written, and the field for the next. */
public final class ConversationView {

    private static final Duration KEEP_AFTER = Duration.seconds(1);
    private static final double TALLEST_FIELD = 10;

    private final ConversationViewModel model;
    private final ProposalsViewModel proposals;
    private final Starters starterQuestions;
    private final OtherRooms rooms;
    private final LinkCard links;
    private final Texts texts;
    private final ChatWords words;
    private final MarkdownReader reader = new MarkdownReader();
    private final PauseTransition keep = new PauseTransition(KEEP_AFTER);
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
    private VBox consent;

    @FXML
    private Label consentTitle;

    @FXML
    private Label consentText;

    @FXML
    private Button agree;

    @FXML
    private Node editing;

    @FXML
    private GrowingArea typed;

    @FXML
    private Button send;

    @FXML
    private Button stop;

    @FXML
    private Label status;

    @FXML
    private Label hint;

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
        for (Node part : List.of(earlier, problem, more, fresh, loading, failed, consent, editing, send, stop, choose)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        more.visibleProperty().bind(following.moreProperty());
        typed.textProperty().bindBidirectional(model.textProperty());
        typed.fontProperty().subscribe(font -> typed.setMaxHeight(font.getSize() * TALLEST_FIELD));
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        typed.textProperty().subscribe(text -> {
            keep.playFromStart();
            send.setDisable(text.isBlank());
        });
        keep.setOnFinished(_ -> model.typed().keep());
        proposals.onSettled(model::look);
        model.stateProperty().subscribe(this::show);
        model.messagesProperty().subscribe(this::show);
        model.liveProperty().subscribe(this::show);
        model.problemProperty().subscribe(this::show);
        model.busyProperty().subscribe(this::busy);
        model.editedProperty().subscribe(question -> {
            editing.setVisible(question != null);
            if (question != null) {
                focus();
            }
        });
        model.answererProperty().subscribe(this::answers);
        model.askedProperty().subscribe(this::ask);
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

    private void show(@Nullable AnswerSoFar soFar) {
        pane.show(soFar);
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
        Button button = Actions.button(texts.get("chat.cure." + cure.name()), () -> cured(cure));
        if (cure == Cure.RETRY || cure == Cure.CONSENT) {
            button.getStyleClass().add("primary");
        }
        return button;
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
        send.setVisible(!now);
        stop.setVisible(now);
        hint.setText(texts.get(now ? "chat.hint.stop" : "chat.hint.send"));
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
        status.setText(answerer == null ? "" : words.status(answerer));
        freshText.setText(answerer == null ? "" : texts.get(helper ? "chat.fresh.helper" : "chat.fresh.model", answerer.model()));
        choose.setVisible(helper);
    }

    private void ask(@Nullable Answerer who) {
        consent.setVisible(who != null);
        if (who != null) {
            String what = who.sharing().pantry()
                    ? texts.get(who.sharing().recipes() ? "chat.consent.both" : "chat.consent.pantry")
                    : texts.get(who.sharing().recipes() ? "chat.consent.recipes" : "chat.consent.nothing");
            consentTitle.setText(texts.get("chat.consent.title", who.host()));
            consentText.setText(texts.get("chat.consent.text", who.model(), who.host(), what));
            agree.requestFocus();
        }
    }

    private void offer(List<String> questions) {
        starters.getChildren().setAll(questions.stream()
                .map(question -> {
                    Button starter = Actions.button(question, () -> model.send(question));
                    starter.getStyleClass().add("starter");
                    starter.setWrapText(true);
                    starter.setMinWidth(0);
                    starter.setMaxWidth(Double.MAX_VALUE);
                    return starter;
                })
                .toList());
    }

    private Node card(@Nullable ChatMessage message, Proposal proposal) {
        return switch (proposal) {
            case Proposal.OfRecipe recipe -> new RecipeProposal(texts, words, proposals, message, recipe);
            case Proposal.OfPantry pantry -> new PantryProposal(texts, words, proposals, message, pantry);
        };
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isAltDown() && !event.isControlDown() && !event.isMetaDown()) {
            if (event.isShiftDown()) {
                typed.replaceSelection("\n");
            } else {
                model.send();
            }
            event.consume();
        }
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
        keep.stop();
    }

    /** Puts the focus into the field. */
    void focus() {
        typed.requestFocus();
        typed.end();
    }

    /** Esc: one step back; false if there is none. */
    boolean back() {
        if (links.close()) {
            focus();
            return true;
        }
        return model.notAgreed() || model.stop() || model.cancelEdit();
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
    private void send() {
        model.send();
        focus();
    }

    @FXML
    private void stop() {
        model.stop();
        focus();
    }

    @FXML
    private void cancelEdit() {
        model.cancelEdit();
        focus();
    }

    @FXML
    private void agree() {
        model.agree();
        focus();
    }

    @FXML
    private void useHelper() {
        model.useHelper();
        focus();
    }

    @FXML
    private void notAgreed() {
        model.notAgreed();
        focus();
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

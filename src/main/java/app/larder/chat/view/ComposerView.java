package app.larder.chat.view;

import app.larder.chat.Answerer;
import app.larder.fx.GrowingArea;
import app.larder.fx.Texts;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The field for the next message, who would get it, and what is asked before it goes there. */
public final class ComposerView {

    private static final Duration KEEP_AFTER = Duration.seconds(1);
    private static final double TALLEST_FIELD = 10;

    private final ConversationViewModel model;
    private final OtherRooms rooms;
    private final Texts texts;
    private final ChatWords words;
    private final PauseTransition keep = new PauseTransition(KEEP_AFTER);

    @FXML
    private VBox composer;

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

    /** The field of the conversation that the model holds. */
    @SuppressWarnings("NullAway.Init")
    public ComposerView(ConversationViewModel model, OtherRooms rooms, Texts texts) {
        this.model = model;
        this.rooms = rooms;
        this.texts = texts;
        this.words = new ChatWords(texts);
    }

    @FXML
    private void initialize() {
        for (Node part : List.of(consent, editing, send, stop)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        typed.textProperty().bindBidirectional(model.typed().textProperty());
        typed.fontProperty().subscribe(font -> typed.setMaxHeight(font.getSize() * TALLEST_FIELD));
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        typed.textProperty().subscribe(text -> {
            keep.playFromStart();
            send.setDisable(text.isBlank());
        });
        keep.setOnFinished(_ -> model.typed().keep());
        model.live().busyProperty().subscribe(this::busy);
        model.typed().editedProperty().subscribe(question -> {
            editing.setVisible(question != null);
            if (question != null) {
                focus();
            }
        });
        model.consent().answererProperty()
                .subscribe(answerer -> status.setText(answerer == null ? "" : words.status(answerer)));
        model.consent().askedProperty().subscribe(this::ask);
    }

    private void busy(boolean now) {
        send.setVisible(!now);
        stop.setVisible(now);
        hint.setText(texts.get(now ? "chat.hint.stop" : "chat.hint.send"));
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

    /** Puts the focus into the field. */
    void focus() {
        typed.requestFocus();
        typed.end();
    }

    /** Esc: one step back; false if there is none. */
    boolean back() {
        return model.consent().notAgreed() || model.live().stop() || model.typed().cancelEdit();
    }

    /** The window closes or is built anew: nothing is watched any more. */
    void leave() {
        keep.stop();
    }

    /** How high the field is with all that belongs to it, in pixels. */
    ObservableValue<Number> height() {
        return composer.heightProperty();
    }

    @FXML
    private void send() {
        model.send();
        focus();
    }

    @FXML
    private void stop() {
        model.live().stop();
        focus();
    }

    @FXML
    private void cancelEdit() {
        model.typed().cancelEdit();
        focus();
    }

    @FXML
    private void agree() {
        model.consent().agree();
        focus();
    }

    @FXML
    private void useHelper() {
        model.useHelper();
        focus();
    }

    @FXML
    private void notAgreed() {
        model.consent().notAgreed();
        focus();
    }

    @FXML
    private void settings() {
        rooms.showSettings();
    }
}

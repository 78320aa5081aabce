package app.larder.chat.view;

import app.larder.chat.AnswerListener;
import app.larder.chat.Answerer;
import app.larder.chat.Answering;
import app.larder.chat.ChatMessage;
import app.larder.chat.ChatRoom;
import app.larder.chat.ChatSession;
import app.larder.chat.Conversation;
import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One conversation: what was said, what is being written, what is typed. An answer that is being written is looked at
 * once a pulse ({@link #pulse}, which the screen calls); whoever leaves the conversation lets it go on and finds it
 * again. Used on the JavaFX thread only.
 */
public final class ConversationViewModel {

    /** What the middle of the room shows. */
    public enum State {
        LOADING,
        FAILED,
        FRESH,
        READY
    }

    private final ChatRoom room;
    private final TypedWords typed;
    private final Background background;
    private final Background.Lane looking;
    private final Notices notices;
    private final Texts texts;
    private final LiveAnswer live = new LiveAnswer();
    private final Consent consent;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.FRESH);
    private final ReadOnlyObjectWrapper<List<Shown>> messages = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private ChatSession session;
    private Optional<UUID> stored = Optional.empty();

    /** A room's conversations, one at a time; first a new one. */
    public ConversationViewModel(
            ChatRoom room,
            ChosenModel chosen,
            TypedWords typed,
            Background background,
            Notices notices,
            Texts texts) {
        this.room = room;
        this.typed = typed;
        this.background = background;
        this.looking = background.lane();
        this.notices = notices;
        this.texts = texts;
        this.session = room.begin();
        this.consent = new Consent(room, chosen, background, live, () -> session.id(), this::failed);
        typed.show(null);
    }

    /** A conversation, the answer that is being written in it, and who would answer. */
    private record Look(Optional<Conversation> conversation, Optional<Answering> running, Answerer answerer) {}

    /** A turn that was started, and the conversation with its question. */
    private record Started(Answering answering, Conversation conversation) {}

    /** Begins a new conversation, which is stored with its first message. */
    void fresh() {
        leaveFor(room.begin(), Optional.empty());
        typed.show(null);
        messages.set(List.of());
        state.set(State.FRESH);
        looking.forget();
        consent.look();
    }

    /** The conversation was written past the window, as by a pull: looks at it again, unless an answer is being written. */
    public void changedElsewhere() {
        if (stored.isPresent() && live.running().isEmpty() && state.get() == State.READY) {
            look();
        }
    }

    /** Shows a conversation; what is typed here stays here. */
    public void open(UUID id) {
        if (stored.equals(Optional.of(id)) && state.get() == State.READY) {
            return;
        }
        leaveFor(new ChatSession(id, null, java.time.Instant.EPOCH, java.time.Instant.EPOCH), Optional.of(id));
        typed.show(id);
        messages.set(List.of());
        state.set(State.LOADING);
        look();
    }

    private void leaveFor(ChatSession next, Optional<UUID> id) {
        typed.keep();
        session = next;
        stored = id;
        live.left();
        consent.notAgreed();
    }

    /** Reads the conversation afresh, and who answers now; what is shown stays until it is here. */
    void look() {
        if (stored.isEmpty()) {
            consent.look();
            return;
        }
        UUID id = stored.get();
        looking.run(() -> new Look(room.open(id), room.running(id), room.answerer()), look -> {
            consent.found(look.answerer());
            if (look.conversation().isEmpty()) {
                fresh();
                return;
            }
            look.running().ifPresent(live::found);
            show(look.conversation().get());
            pulse();
        }, why -> {
            if (state.get() == State.LOADING) {
                state.set(State.FAILED);
            } else {
                failed(why);
            }
        });
    }

    private void show(Conversation conversation) {
        session = conversation.session();
        messages.set(Shown.of(conversation, live.running().orElse(null)));
        state.set(State.READY);
        live.stored();
    }

    /** Sends what is typed, or sends it in place of the message that is being edited. */
    void send() {
        String text = typed.textProperty().get().strip();
        if (!text.isEmpty()) {
            ChatMessage instead = typed.editedProperty().get();
            consent.ask(() -> {
                typed.clear();
                if (instead == null) {
                    start(() -> room.send(session, text, listener()), text);
                } else {
                    resend(instead, text);
                }
            });
        }
    }

    /** Sends a text that was not typed, like a starter. */
    void send(String text) {
        consent.ask(() -> start(() -> room.send(session, text, listener()), text));
    }

    private void resend(ChatMessage instead, String text) {
        ChatSession here = session;
        start(
                () -> {
                    Answering answer = room.resend(here, instead, text, listener());
                    background.onScreen(() -> notices.undoable(
                            texts.get("chat.resent"), texts.get("shell.undo"), () -> takeBack(here, answer.question())));
                    return answer;
                },
                text);
    }

    private void takeBack(ChatSession where, ChatMessage question) {
        background.run(
                () -> {
                    room.takeBack(where, question);
                    return where.id();
                },
                id -> {
                    if (stored.equals(Optional.of(id))) {
                        live.dropped();
                        look();
                    }
                    touched();
                },
                this::failed);
    }

    /** Has a question answered, or an answer given anew. */
    void retry(ChatMessage message) {
        consent.ask(() -> start(() -> room.retry(session, message, listener()), ""));
    }

    /** Lets an answer go on where it broke off. */
    void goOn(ChatMessage answer) {
        consent.ask(() -> start(() -> room.goOn(session, answer, listener()), ""));
    }

    /** Begins to write a question anew, unless an answer is being written. */
    void edit(ChatMessage question) {
        if (!live.busyProperty().get()) {
            typed.edit(question);
        }
    }

    /** The built-in helper is to answer from now on: also what waited, or the question without an answer. */
    void useHelper() {
        if (!consent.useHelper() && !messages.get().isEmpty()) {
            retry(messages.get().getLast().message());
        }
    }

    private void start(Callable<Answering> turn, String words) {
        live.again();
        UUID here = session.id();
        background.run(
                () -> {
                    Answering begun = turn.call();
                    return new Started(begun, room.open(here).orElseThrow());
                },
                started -> {
                    touched();
                    if (session.id().equals(here)) {
                        stored = Optional.of(here);
                        live.begins(started.answering());
                        show(started.conversation());
                        pulse();
                    }
                },
                why -> {
                    if (session.id().equals(here)) {
                        live.notSent();
                        typed.giveBack(words);
                    }
                    failed(why);
                });
    }

    private AnswerListener listener() {
        return AnswerListener.atEnd(_ -> background.onScreen(() -> {
            pulse();
            touched();
        }));
    }

    /** Looks at the answer that is being written. */
    void pulse() {
        if (live.pulse()) {
            look();
        }
    }

    private void touched() {
        changes.set(changes.get() + 1);
    }

    private void failed(Exception why) {
        notices.problem(texts.why(why, "chat.failed.change"));
    }

    /** What is typed and not sent. */
    TypedWords typed() {
        return typed;
    }

    /** The conversation on screen; empty for one that is not stored yet. */
    public Optional<UUID> stored() {
        return stored;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The stored messages; a new list at every change. */
    ReadOnlyObjectProperty<List<Shown>> messagesProperty() {
        return messages.getReadOnlyProperty();
    }

    /** The answer that is awaited or written. */
    LiveAnswer live() {
        return live;
    }

    /** Who would answer, and whether text may go there. */
    Consent consent() {
        return consent;
    }

    /** Grows whenever the list of conversations has something to show afresh. */
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }
}

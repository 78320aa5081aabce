package app.larder.chat.view;

import app.larder.chat.AnswerListener;
import app.larder.chat.AnswerSoFar;
import app.larder.chat.Answerer;
import app.larder.chat.Answering;
import app.larder.chat.ChatMessage;
import app.larder.chat.ChatRoom;
import app.larder.chat.ChatSession;
import app.larder.chat.Conversation;
import app.larder.chat.Ended;
import app.larder.chat.TurnProblem;
import app.larder.fx.Background;
import app.larder.fx.Notices;
import app.larder.fx.Texts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

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
    private final ChosenModel chosen;
    private final TypedWords typed;
    private final Background background;
    private final Background.Lane looking;
    private final Notices notices;
    private final Texts texts;

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.FRESH);
    private final ReadOnlyObjectWrapper<List<Shown>> messages = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable AnswerSoFar> live = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable TurnProblem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ChatMessage> edited = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Answerer> answerer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Answerer> asked = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

    private ChatSession session;
    private Optional<UUID> stored = Optional.empty();
    private @Nullable Answering answering;
    private Runnable onceAgreed = () -> {};

    /** A room's conversations, one at a time; first a new one. */
    public ConversationViewModel(
            ChatRoom room,
            ChosenModel chosen,
            TypedWords typed,
            Background background,
            Notices notices,
            Texts texts) {
        this.room = room;
        this.chosen = chosen;
        this.typed = typed;
        this.background = background;
        this.looking = background.lane();
        this.notices = notices;
        this.texts = texts;
        this.session = room.begin();
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
        refreshAnswerer();
    }

    /** The conversation was written past the window, as by a pull: looks at it again, unless an answer is being written. */
    public void changedElsewhere() {
        if (stored.isPresent() && answering == null && state.get() == State.READY) {
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
        answering = null;
        live.set(null);
        problem.set(null);
        asked.set(null);
        edited.set(null);
        busy.set(false);
    }

    /** Reads the conversation afresh, and who answers now; what is shown stays until it is here. */
    void look() {
        if (stored.isEmpty()) {
            refreshAnswerer();
            return;
        }
        UUID id = stored.get();
        looking.run(() -> new Look(room.open(id), room.running(id), room.answerer()), look -> {
            answerer.set(look.answerer());
            if (look.conversation().isEmpty()) {
                fresh();
                return;
            }
            if (answering == null && look.running().isPresent()) {
                answering = look.running().get();
                busy.set(true);
            }
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

    /** Looks again who would answer: another model may have been chosen. */
    void refreshAnswerer() {
        background.run(room::answerer, answerer::set, this::failed);
    }

    private void show(Conversation conversation) {
        session = conversation.session();
        Answering running = answering;
        List<ChatMessage> all = conversation.shown();
        int end = all.size();
        if (running != null) {
            // While an answer is written anew, what it will replace steps aside.
            UUID question = running.question().id();
            end = (int) all.stream().takeWhile(message -> !message.id().equals(question)).count() + 1;
        }
        messages.set(all.subList(0, Math.min(end, all.size())).stream()
                .map(message -> new Shown(message, running == null && conversation.isUnanswered(message)))
                .toList());
        state.set(State.READY);
        if (running == null) {
            live.set(null);
        }
    }

    /** Sends what is typed, or sends it in place of the message that is being edited. */
    void send() {
        String text = typed.textProperty().get().strip();
        if (!text.isEmpty()) {
            ChatMessage instead = edited.get();
            ask(() -> {
                typed.clear();
                edited.set(null);
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
        ask(() -> start(() -> room.send(session, text, listener()), text));
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
                        answering = null;
                        busy.set(false);
                        problem.set(null);
                        look();
                    }
                    touched();
                },
                this::failed);
    }

    /** Has a question answered, or an answer given anew. */
    void retry(ChatMessage message) {
        ask(() -> start(() -> room.retry(session, message, listener()), ""));
    }

    /** Lets an answer go on where it broke off. */
    void goOn(ChatMessage answer) {
        ask(() -> start(() -> room.goOn(session, answer, listener()), ""));
    }

    /** Ends the answer that is being written; what came of it stays. Returns false if there is none. */
    boolean stop() {
        if (answering == null) {
            return false;
        }
        answering.stop();
        return true;
    }

    /** Begins to write a question anew; what is typed makes way for it and comes back when that is given up. */
    void edit(ChatMessage question) {
        if (!busy.get()) {
            edited.set(question);
            typed.lend(question.content());
        }
    }

    /** Gives up writing a question anew; false if none was. */
    boolean cancelEdit() {
        boolean editing = edited.get() != null;
        edited.set(null);
        if (editing) {
            typed.takeBack();
        }
        return editing;
    }

    /** Does something that sends text, once the person has agreed that it goes there. */
    private void ask(Runnable sending) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        UUID here = session.id();
        background.run(room::answerer, now -> {
            answerer.set(now);
            if (!session.id().equals(here)) {
                return;
            }
            if (now.agreed()) {
                sending.run();
            } else {
                busy.set(false);
                onceAgreed = sending;
                asked.set(now);
            }
        }, why -> {
            busy.set(false);
            failed(why);
        });
    }

    /** The person agrees that text goes there: what waited is sent. */
    void agree() {
        Answerer who = asked.get();
        if (who != null) {
            chosen.agreeTo(who.host());
            asked.set(null);
            ask(onceAgreed);
        }
    }

    /** The person does not want it to go there now; nothing was sent. Returns false if nothing waited. */
    boolean notAgreed() {
        boolean waited = asked.get() != null;
        asked.set(null);
        return waited;
    }

    /** The built-in helper is to answer from now on: also what waited, or the question without an answer. */
    void useHelper() {
        chosen.useHelper();
        if (asked.get() != null) {
            asked.set(null);
            ask(onceAgreed);
        } else if (!messages.get().isEmpty()) {
            retry(messages.get().getLast().message());
        }
    }

    private void start(Callable<Answering> turn, String words) {
        problem.set(null);
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
                        answering = started.answering();
                        live.set(started.answering().soFar());
                        show(started.conversation());
                        pulse();
                    }
                },
                why -> {
                    if (session.id().equals(here)) {
                        busy.set(false);
                        typed.giveBack(words);
                    }
                    failed(why);
                });
    }

    private AnswerListener listener() {
        return new AnswerListener() {
            @Override
            public void changed() {
                // The pulse looks by itself.
            }

            @Override
            public void ended(Ended end) {
                background.onScreen(() -> {
                    pulse();
                    touched();
                });
            }
        };
    }

    /** Looks at the answer that is being written. */
    void pulse() {
        Answering running = answering;
        if (running == null) {
            return;
        }
        Optional<Ended> end = running.ended();
        live.set(running.soFar());
        if (end.isPresent()) {
            answering = null;
            busy.set(false);
            problem.set(end.get().problem());
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

    StringProperty textProperty() {
        return typed.textProperty();
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

    /** The answer that is being written, and until it stands among the messages; null if there is none. */
    ReadOnlyObjectProperty<@Nullable AnswerSoFar> liveProperty() {
        return live.getReadOnlyProperty();
    }

    /** What kept the last answer from its end; null if nothing did. */
    ReadOnlyObjectProperty<@Nullable TurnProblem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The question that is being written anew; null if none is. */
    ReadOnlyObjectProperty<@Nullable ChatMessage> editedProperty() {
        return edited.getReadOnlyProperty();
    }

    /** Who would answer; null before that is known. */
    ReadOnlyObjectProperty<@Nullable Answerer> answererProperty() {
        return answerer.getReadOnlyProperty();
    }

    /** Who wants to be agreed to before anything is sent; null if nothing waits for that. */
    ReadOnlyObjectProperty<@Nullable Answerer> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /** Whether an answer is awaited or written. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Grows whenever the list of conversations has something to show afresh. */
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }
}

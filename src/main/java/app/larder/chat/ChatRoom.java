package app.larder.chat;

import app.larder.account.NewId;
import app.larder.chat.ChatMessage.Role;
import app.larder.chat.MessageDetails.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a person does with their conversations. A message is stored before anything is sent anywhere, and an answer is
 * stored once, when it has ended. Calls block but for those of {@link Answering}; none may be made on the JavaFX thread. A
 * failing database is an {@link java.io.UncheckedIOException} with a sentence for people.
 */
public final class ChatRoom implements AutoCloseable {

    /** How long a deleted conversation can be brought back. */
    public static final Duration TRASH_KEPT = Duration.ofDays(30);

    private static final int MOST_SESSIONS = 500;
    private static final int TITLE = 40;
    private static final Duration GOODBYE = Duration.ofSeconds(3);

    private final ChatRepository chats;
    private final Supplier<Answerer> answerers;
    private final Prompting prompting;
    private final Map<UUID, Answering> running = new ConcurrentHashMap<>();

    /**
     * The conversations of a repository.
     *
     * @param answerers who answers now; asked at each question
     * @param tools what of the kitchen they may ask for
     */
    public ChatRoom(ChatRepository chats, Supplier<Answerer> answerers, KitchenTools tools, Clock clock) {
        this.chats = chats;
        this.answerers = answerers;
        this.prompting = new Prompting(tools, clock);
    }

    /** Who would answer now. */
    public Answerer answerer() {
        return answerers.get();
    }

    /** Conversations, latest message first; those whose title or a message holds what was typed. */
    public List<SessionSummary> sessions(String typed) {
        return chats.sessions(typed.strip(), MOST_SESSIONS);
    }

    /** A new conversation; stored with its first message, so an empty one leaves nothing behind. */
    public ChatSession begin() {
        Instant now = prompting.now();
        return new ChatSession(NewId.at(now), null, now, now);
    }

    /** A conversation as it reads now; empty if there is none of that id. */
    public Optional<Conversation> open(UUID session) {
        return chats.find(session).map(found -> Conversation.of(found, chats.messages(session)));
    }

    /** The answer being written in a conversation; empty if there is none. */
    public Optional<Answering> running(UUID session) {
        return Optional.ofNullable(running.get(session)).filter(answering -> answering.ended().isEmpty());
    }

    /**
     * Stores what the person says, and has it answered. The answer's first steps run on a thread of their own.
     *
     * @throws IllegalStateException if an answer is being written in that conversation
     * @throws IllegalArgumentException with a sentence for people, if the text can't be stored
     */
    public Answering send(ChatSession session, String text, AnswerListener listener) {
        mustBeQuiet(session);
        ChatSession titled = chats.find(session.id()).orElseGet(() -> session.withTitle(title(text)));
        ChatMessage question = chats.add(titled, said(session, text, MessageDetails.PLAIN));
        Conversation now = conversation(titled);
        return answer(new Asked(titled, question, now.before(question.id()), newId(), null, ""), listener);
    }

    /**
     * Has a question answered that was not, or once more; or an answer given anew, which then stands in its place.
     *
     * @param message a shown question or answer of the conversation
     */
    public Answering retry(ChatSession session, ChatMessage message, AnswerListener listener) {
        mustBeQuiet(session);
        Conversation now = conversation(session);
        if (!message.isAnswer()) {
            ChatMessage old = answerTo(now, message);
            UUID replaced = old == null ? null : old.id();
            return answer(new Asked(session, message, now.before(message.id()), newId(), replaced, ""), listener);
        }
        ChatMessage question = questionOf(now, message);
        return answer(new Asked(session, question, now.before(question.id()), newId(), message.id(), ""), listener);
    }

    /** Lets an answer that broke off go on; the whole stands in its place. */
    public Answering goOn(ChatSession session, ChatMessage answer, AnswerListener listener) {
        mustBeQuiet(session);
        Conversation now = conversation(session);
        ChatMessage question = questionOf(now, answer);
        return answer(
                new Asked(session, question, now.before(question.id()), newId(), answer.id(), answer.content()), listener);
    }

    /** Says something else in place of a shown question, and has that answered; what had followed is passed over. */
    public Answering resend(ChatSession session, ChatMessage question, String text, AnswerListener listener) {
        mustBeQuiet(session);
        Conversation before = conversation(session);
        ChatMessage fresh =
                chats.add(session, said(session, text, MessageDetails.PLAIN.withReplaces(question.id())));
        return answer(new Asked(session, fresh, before.before(question.id()), newId(), null, ""), listener);
    }

    /** Takes {@link #resend} back: the question that was sent in place of another goes, and all that followed it. */
    public void takeBack(ChatSession session, ChatMessage question) {
        running(session.id()).ifPresent(this::stopAndWait);
        List<ChatMessage> shown = conversation(session).shown();
        List<UUID> ids = shown.stream().map(ChatMessage::id).toList();
        int place = ids.indexOf(question.id());
        if (place >= 0 && question.details().replaces() != null) {
            chats.deleteMessages(ids.subList(place, ids.size()));
        }
    }

    /** Renames a conversation; a blank title leaves the old one. */
    public void rename(UUID session, String title) {
        String line = Quoted.line(title, 200);
        if (!line.isBlank()) {
            chats.rename(session, line);
        }
    }

    /** Moves conversations to the trash for {@link #TRASH_KEPT}; answers being written in them are stopped first. */
    public int delete(Collection<UUID> sessions) {
        sessions.forEach(session -> running(session).ifPresent(this::stopAndWait));
        return chats.trash(sessions);
    }

    /** Brings conversations back from the trash. Returns how many. */
    public int restore(Collection<UUID> sessions) {
        return chats.restore(sessions);
    }

    /** Removes for good what has been in the trash for longer than {@link #TRASH_KEPT}. Returns how many. */
    public int purge() {
        return chats.purgeTrash(prompting.now().minus(TRASH_KEPT));
    }

    /** Makes messages of answers that a crash has cut off; called once at the start. Returns how many. */
    public int recover() {
        int count = 0;
        for (AnswerDraft draft : chats.drafts()) {
            Optional<ChatSession> session = chats.find(draft.sessionId());
            boolean worth = !draft.content().isBlank() || !draft.details().proposals().isEmpty();
            if (session.isPresent() && worth) {
                MessageDetails details = draft.details().withStatus(Status.CUT_OFF);
                chats.add(session.get(), new ChatMessage(
                        draft.messageId(), draft.sessionId(), Role.ASSISTANT, draft.content(), draft.startedAt(), details));
                count++;
            } else {
                chats.dropDraft(draft.messageId());
            }
        }
        return count;
    }

    /** Stops all answers and waits until they are stored; called before the database is closed. */
    @Override
    public void close() {
        List<Answering> all = List.copyOf(running.values());
        all.forEach(Answering::stop);
        all.forEach(answering -> answering.await(GOODBYE));
    }

    private void stopAndWait(Answering answering) {
        answering.stop();
        answering.await(GOODBYE);
    }

    private Answering answer(Asked asked, AnswerListener listener) {
        AnswerListener leaving = new AnswerListener() {
            @Override
            public void changed() {
                listener.changed();
            }

            @Override
            public void ended(Ended end) {
                running.remove(asked.session().id());
                listener.ended(end);
            }
        };
        Answering answering = new Answering(asked, answerers.get(), chats, prompting, leaving);
        running.put(asked.session().id(), answering);
        Thread.ofVirtual().name("larder-chat").start(answering::begin);
        return answering;
    }

    private void mustBeQuiet(ChatSession session) {
        if (running(session.id()).isPresent()) {
            throw new IllegalStateException("An answer is being written in this conversation.");
        }
    }

    private Conversation conversation(ChatSession session) {
        return Conversation.of(session, chats.messages(session.id()));
    }

    private static ChatMessage questionOf(Conversation conversation, ChatMessage answer) {
        List<ChatMessage> before = conversation.before(answer.id());
        return before.reversed().stream()
                .filter(message -> !message.isAnswer())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This answer has no question."));
    }

    private static @Nullable ChatMessage answerTo(Conversation conversation, ChatMessage question) {
        List<ChatMessage> shown = conversation.shown();
        for (int i = 0; i + 1 < shown.size(); i++) {
            if (shown.get(i).id().equals(question.id()) && shown.get(i + 1).isAnswer()) {
                return shown.get(i + 1);
            }
        }
        return null;
    }

    private ChatMessage said(ChatSession session, String text, MessageDetails details) {
        Instant now = prompting.now();
        return new ChatMessage(NewId.at(now), session.id(), Role.USER, text.strip(), now, details);
    }

    private UUID newId() {
        return NewId.at(prompting.now().truncatedTo(ChronoUnit.MICROS));
    }

    /** The first line, cut at a word. */
    private static String title(String text) {
        String line = Quoted.line(text.strip().lines().findFirst().orElse(""), 200);
        if (line.length() <= TITLE) {
            return line;
        }
        int cut = line.lastIndexOf(' ', TITLE);
        return Quoted.clean(line, cut < TITLE / 2 ? TITLE : cut);
    }
}

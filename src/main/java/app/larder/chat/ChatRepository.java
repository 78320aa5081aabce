package app.larder.chat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The signed-in person's conversations. Every method sees and changes that person's rows only. All calls block; none may
 * be made on the JavaFX thread. A failing target is an {@link java.io.UncheckedIOException} with a sentence for people.
 */
public interface ChatRepository {

    /**
     * Conversations, latest message first; of a search, the latest message found first.
     *
     * @param typed words that the title or one message must hold, the last as a beginning; empty for all
     * @param limit at most that many
     */
    List<SessionSummary> sessions(String typed, int limit);

    /** The conversation, or empty if this person has none of that id. */
    Optional<ChatSession> find(UUID session);

    /** All messages of a conversation in their order, replaced ones included; none if there is no such conversation. */
    List<ChatMessage> messages(UUID session);

    /**
     * Adds a message in one transaction with the conversation's {@code updated_at}, and with the conversation itself if it
     * is not stored yet. The message's time becomes max(its own, last in the conversation + 1 microsecond). A draft with
     * the message's id is deleted with it; a message that is there already stays as it is.
     *
     * @return the message as stored
     * @throws IllegalArgumentException with a sentence for people, if the text holds a broken character
     */
    ChatMessage add(ChatSession session, ChatMessage message);

    /** Replaces the details of a message. Returns false if there is no such message. */
    boolean update(UUID message, MessageDetails details);

    /** Deletes messages for good. Returns how many. */
    int deleteMessages(Collection<UUID> messages);

    /** Renames a conversation. Returns false if there is no such conversation. */
    boolean rename(UUID session, String title);

    /** Moves conversations to the trash in one transaction, messages and all. Returns how many. */
    int trash(Collection<UUID> sessions);

    /** Brings conversations back from the trash with the same ids. Returns how many came back. */
    int restore(Collection<UUID> sessions);

    /** Removes for good what was put in the trash before {@code before}. Returns how many conversations. */
    int purgeTrash(Instant before);

    /** Keeps an answer that is being written, in place of what was kept of it before. */
    void keepDraft(AnswerDraft draft);

    /** Deletes a draft; fine if there is none. */
    void dropDraft(UUID message);

    /** The drafts left behind, oldest first. */
    List<AnswerDraft> drafts();
}

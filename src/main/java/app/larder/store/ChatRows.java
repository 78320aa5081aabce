package app.larder.store;

import app.larder.chat.AnswerDraft;
import app.larder.chat.ChatMessage;
import app.larder.chat.ChatMessage.Role;
import app.larder.chat.ChatSession;
import app.larder.chat.MessageDetails;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Between the rows of conversations and what the chat room knows them as. */
final class ChatRows {

    private final UUID userId;
    private final MessageExtra extras;

    ChatRows(UUID userId, MessageExtra extras) {
        this.userId = userId;
        this.extras = extras;
    }

    /** A conversation in the trash. */
    record TrashedSession(ChatSession session, List<TrashedMessage> messages) {}

    /** One of its messages, with its columns as they were; those of the details are null where it had none. */
    record TrashedMessage(
            UUID id,
            String role,
            String content,
            Instant createdAt,
            @Nullable String status,
            @Nullable String model,
            @Nullable UUID replaces,
            @Nullable Map<String, Object> extra) {}

    static ChatSession session(ChatSessionRow row) {
        return new ChatSession(row.id, row.title, row.createdAt, row.updatedAt);
    }

    ChatSessionRow row(ChatSession session) {
        ChatSessionRow row = new ChatSessionRow();
        row.id = session.id();
        row.userId = userId;
        row.title = session.title();
        row.createdAt = session.createdAt().truncatedTo(ChronoUnit.MICROS);
        row.updatedAt = session.updatedAt().truncatedTo(ChronoUnit.MICROS);
        return row;
    }

    /** The messages of a conversation, which must be the person's own, in order. */
    List<ChatMessage> messages(StatelessSession session, UUID id) {
        Map<UUID, MessageDetailsRow> details = details(session, id);
        return rows(session, id).stream()
                .map(row -> new ChatMessage(
                        row.id,
                        row.sessionId,
                        row.role.equals(ChatMessageRow.USER) ? Role.USER : Role.ASSISTANT,
                        row.content,
                        row.createdAt,
                        details(details.get(row.id))))
                .toList();
    }

    private static List<ChatMessageRow> rows(StatelessSession session, UUID id) {
        return session.createSelectionQuery(
                        "from ChatMessageRow m where m.sessionId = :session order by m.createdAt, m.id",
                        ChatMessageRow.class)
                .setParameter("session", id)
                .getResultList();
    }

    private static Map<UUID, MessageDetailsRow> details(StatelessSession session, UUID id) {
        Map<UUID, MessageDetailsRow> details = new HashMap<>();
        session.createSelectionQuery(
                        "from MessageDetailsRow d where d.messageId in"
                                + " (select m.id from ChatMessageRow m where m.sessionId = :session)",
                        MessageDetailsRow.class)
                .setParameter("session", id)
                .getResultList()
                .forEach(row -> details.put(row.messageId, row));
        return details;
    }

    private MessageDetails details(@Nullable MessageDetailsRow row) {
        return row == null ? MessageDetails.PLAIN : extras.read(row.status, row.model, row.replaces, row.extra);
    }

    /** Stores messages; one with nothing to say beyond its text has no row of details. */
    void insert(StatelessSession session, List<ChatMessage> messages) {
        session.insertMultiple(messages.stream().map(ChatRows::row).toList());
        session.insertMultiple(messages.stream()
                .filter(message -> !message.details().equals(MessageDetails.PLAIN))
                .map(message -> row(message.id(), message.details(), null))
                .toList());
    }

    private static ChatMessageRow row(ChatMessage message) {
        ChatMessageRow row = new ChatMessageRow();
        row.id = message.id();
        row.sessionId = message.sessionId();
        row.role = message.isAnswer() ? ChatMessageRow.ASSISTANT : ChatMessageRow.USER;
        row.content = message.content();
        row.createdAt = message.createdAt();
        return row;
    }

    private MessageDetailsRow row(UUID message, MessageDetails details, @Nullable Map<String, Object> before) {
        MessageDetailsRow row = new MessageDetailsRow();
        row.messageId = message;
        row.userId = userId;
        row.status = MessageExtra.status(details.status());
        row.model = details.model();
        row.replaces = details.replaces();
        row.extra = extras.write(details, before);
        return row;
    }

    /** Replaces the details of one of the person's own messages. */
    boolean putDetails(StatelessSession session, UUID message, MessageDetails details) {
        MessageDetailsRow before = session.get(MessageDetailsRow.class, message);
        if (before == null) {
            session.insert(row(message, details, null));
        } else {
            session.update(row(message, details, before.extra));
        }
        return true;
    }

    TrashedSession trashed(StatelessSession session, ChatSessionRow row) {
        Map<UUID, MessageDetailsRow> details = details(session, row.id);
        List<TrashedMessage> messages = rows(session, row.id).stream()
                .map(message -> trashed(message, details.get(message.id)))
                .toList();
        return new TrashedSession(session(row), messages);
    }

    private static TrashedMessage trashed(ChatMessageRow row, @Nullable MessageDetailsRow details) {
        return details == null
                ? new TrashedMessage(row.id, row.role, row.content, row.createdAt, null, null, null, null)
                : new TrashedMessage(
                        row.id, row.role, row.content, row.createdAt, details.status, details.model, details.replaces,
                        details.extra);
    }

    /** Stores the messages of a conversation from the trash again. */
    void insertBack(StatelessSession session, TrashedSession trashed) {
        UUID id = trashed.session().id();
        session.insertMultiple(trashed.messages().stream()
                .map(message -> {
                    ChatMessageRow row = new ChatMessageRow();
                    row.id = message.id();
                    row.sessionId = id;
                    row.role = message.role();
                    row.content = message.content();
                    row.createdAt = message.createdAt();
                    return row;
                })
                .toList());
        session.insertMultiple(trashed.messages().stream()
                .filter(message -> message.status() != null)
                .map(message -> {
                    MessageDetailsRow row = new MessageDetailsRow();
                    row.messageId = message.id();
                    row.userId = userId;
                    row.status = Objects.requireNonNull(message.status());
                    row.model = message.model();
                    row.replaces = message.replaces();
                    row.extra = message.extra() == null ? Map.of() : message.extra();
                    return row;
                })
                .toList());
    }

    MessageDraftRow row(AnswerDraft draft) {
        MessageDraftRow row = new MessageDraftRow();
        row.messageId = draft.messageId();
        row.userId = userId;
        row.sessionId = draft.sessionId();
        row.content = draft.content();
        row.model = draft.details().model();
        Map<String, Object> extra = extras.write(draft.details(), null);
        UUID replaces = draft.details().replaces();
        if (replaces != null) {
            extra.put("replaces", replaces.toString());
        }
        row.extra = extra;
        row.startedAt = draft.startedAt().truncatedTo(ChronoUnit.MICROS);
        row.updatedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return row;
    }

    AnswerDraft draft(MessageDraftRow row) {
        Object replaces = row.extra == null ? null : row.extra.get("replaces");
        MessageDetails details = extras.read(
                MessageExtra.status(MessageDetails.Status.CUT_OFF),
                row.model,
                replaces == null ? null : UUID.fromString(replaces.toString()),
                row.extra);
        return new AnswerDraft(row.messageId, row.sessionId, row.content, row.startedAt, details);
    }
}

package app.larder.store;

import app.larder.chat.AnswerDraft;
import app.larder.chat.ChatMessage;
import app.larder.chat.ChatRepository;
import app.larder.chat.ChatSession;
import app.larder.chat.MessageDetails;
import app.larder.chat.SessionSummary;
import app.larder.store.ChatRows.TrashedSession;
import app.larder.store.MessageIndex.Entry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One person's conversations in either database. */
final class ChatStore implements ChatRepository {

    private final Sessions sessions;
    private final ChatRows rows;
    private final ChatLists lists;
    private final Trash<TrashedSession> trash;
    private final @Nullable MessageSearch search;

    /**
     * A person's conversations.
     *
     * @param search finds them by their words; null on a server, which also keeps no drafts: they are its computers' own
     */
    ChatStore(Sessions sessions, ChatLists lists, JsonMapper mapper, @Nullable MessageSearch search) {
        this.sessions = sessions;
        this.rows = new ChatRows(sessions.userId(), new MessageExtra(mapper));
        this.lists = lists;
        this.trash = new Trash<>(TrashRow.CHAT_SESSION, TrashedSession.class, mapper);
        this.search = search;
    }

    @Override
    public List<SessionSummary> sessions(String typed, int limit) {
        if (search != null) {
            search.prepare();
        }
        if (typed.isBlank()) {
            return sessions.read(session -> lists.all(session, limit));
        }
        Optional<List<MessageIndex.Hit>> hits = search == null ? Optional.empty() : search.find(typed, ChatLists.MOST_FOUND);
        return sessions.read(session -> hits.isPresent()
                ? lists.of(session, hits.get(), typed, limit)
                : lists.scan(session, typed, limit));
    }

    @Override
    public Optional<ChatSession> find(UUID id) {
        return sessions.read(session ->
                Optional.ofNullable(session.get(ChatSessionRow.class, id)).map(ChatRows::session));
    }

    @Override
    public List<ChatMessage> messages(UUID id) {
        return sessions.read(session ->
                session.get(ChatSessionRow.class, id) == null ? List.of() : rows.messages(session, id));
    }

    @Override
    public ChatMessage add(ChatSession given, ChatMessage message) {
        CleanText.check(message, given.title());
        Added added = sessions.write(session -> add(session, given, message));
        if (search != null) {
            search.put(List.of(entry(added.message())));
            if (added.fresh()) {
                search.title(given.id(), given.title(), given.createdAt());
            }
        }
        return added.message();
    }

    /** A message as stored; {@code fresh} if its conversation was stored with it. */
    private record Added(ChatMessage message, boolean fresh) {}

    private Added add(StatelessSession session, ChatSession given, ChatMessage message) {
        ChatSessionRow row = session.get(ChatSessionRow.class, given.id());
        boolean fresh = row == null;
        if (row == null) {
            row = rows.row(given);
            session.insert(row);
        }
        dropDraft(session, message.id());
        if (isOwn(session, message.id())) {
            return new Added(
                    rows.messages(session, given.id()).stream()
                            .filter(one -> one.id().equals(message.id()))
                            .findFirst()
                            .orElse(message),
                    false);
        }
        Instant last = session.createSelectionQuery(
                        "select max(m.createdAt) from ChatMessageRow m where m.sessionId = :session", Instant.class)
                .setParameter("session", given.id())
                .getSingleResultOrNull();
        Instant own = message.createdAt().truncatedTo(ChronoUnit.MICROS);
        Instant time = last == null || own.isAfter(last) ? own : last.plus(1, ChronoUnit.MICROS);
        ChatMessage stored = new ChatMessage(
                message.id(), given.id(), message.role(), message.content(), time, message.details());
        rows.insert(session, List.of(stored));
        if (time.isAfter(row.updatedAt)) {
            row.updatedAt = time;
            session.update(row);
        }
        return new Added(stored, fresh);
    }

    @Override
    public boolean update(UUID message, MessageDetails details) {
        return sessions.write(session -> isOwn(session, message) && rows.putDetails(session, message, details));
    }

    private static boolean isOwn(StatelessSession session, UUID message) {
        return !own(session, List.of(message)).isEmpty();
    }

    private static List<UUID> own(StatelessSession session, Collection<UUID> messages) {
        return session.createSelectionQuery(
                        "select m.id from ChatMessageRow m where m.id in :ids"
                                + " and m.sessionId in (select s.id from ChatSessionRow s)",
                        UUID.class)
                .setParameter("ids", messages)
                .getResultList();
    }

    @Override
    public int deleteMessages(Collection<UUID> messages) {
        int deleted = sessions.write(session -> {
            int count = 0;
            for (List<UUID> slice : Slices.of(messages)) {
                List<UUID> own = own(session, slice);
                count += own.isEmpty() ? 0 : session.createMutationQuery("delete from ChatMessageRow m where m.id in :ids")
                        .setParameter("ids", own)
                        .executeUpdate();
            }
            return count;
        });
        if (search != null) {
            search.removeMessages(messages);
        }
        return deleted;
    }

    @Override
    public boolean rename(UUID id, String title) {
        CleanText.checkTitle(title);
        Optional<ChatSession> renamed = sessions.write(session -> {
            ChatSessionRow row = session.get(ChatSessionRow.class, id);
            if (row == null) {
                return Optional.empty();
            }
            row.title = title;
            session.update(row);
            return Optional.of(ChatRows.session(row));
        });
        if (search != null) {
            renamed.ifPresent(row -> search.title(id, title, row.createdAt()));
        }
        return renamed.isPresent();
    }

    @Override
    public int trash(Collection<UUID> ids) {
        int count = sessions.write(session -> {
            int done = 0;
            for (List<UUID> slice : Slices.of(ids)) {
                List<Trash.Kept<TrashedSession>> kept = session
                        .createSelectionQuery("from ChatSessionRow s where s.id in :ids", ChatSessionRow.class)
                        .setParameter("ids", slice)
                        .getResultList()
                        .stream()
                        .map(row -> new Trash.Kept<>(
                                row.id, row.title == null ? "" : row.title, rows.trashed(session, row)))
                        .toList();
                trash.put(session, sessions.userId(), kept);
                done += session.createMutationQuery("delete from ChatSessionRow s where s.id in :ids")
                        .setParameter("ids", slice)
                        .executeUpdate();
            }
            return done;
        });
        if (search != null) {
            search.remove(ids);
        }
        return count;
    }

    @Override
    public int restore(Collection<UUID> ids) {
        List<TrashedSession> back = sessions.write(session -> {
            List<TrashedSession> restored = new ArrayList<>();
            for (List<UUID> slice : Slices.of(ids)) {
                Set<UUID> present = new HashSet<>(
                        session.createSelectionQuery("select s.id from ChatSessionRow s where s.id in :ids", UUID.class)
                                .setParameter("ids", slice)
                                .getResultList());
                for (TrashedSession one : trash.find(session, slice)) {
                    if (!present.contains(one.session().id())) {
                        session.insert(rows.row(one.session()));
                        rows.insertBack(session, one);
                        restored.add(one);
                    }
                }
                trash.remove(session, slice);
            }
            return restored;
        });
        if (search != null) {
            for (TrashedSession one : back) {
                search.title(one.session().id(), one.session().title(), one.session().createdAt());
                search.put(one.messages().stream()
                        .map(m -> new Entry(m.id(), one.session().id(), m.content(), m.createdAt()))
                        .toList());
            }
        }
        return back.size();
    }

    @Override
    public int purgeTrash(Instant before) {
        return sessions.write(session -> trash.purge(session, before));
    }

    @Override
    public void keepDraft(AnswerDraft draft) {
        if (search != null) {
            sessions.write(session -> {
                boolean fresh = session.get(MessageDraftRow.class, draft.messageId()) == null;
                MessageDraftRow row = rows.row(draft);
                if (session.get(ChatSessionRow.class, draft.sessionId()) == null) {
                    return false;
                }
                if (fresh) {
                    session.insert(row);
                } else {
                    session.update(row);
                }
                return true;
            });
        }
    }

    @Override
    public void dropDraft(UUID message) {
        if (search != null) {
            sessions.write(session -> {
                dropDraft(session, message);
                return true;
            });
        }
    }

    private static void dropDraft(StatelessSession session, UUID message) {
        session.createMutationQuery("delete from MessageDraftRow d where d.messageId = :id")
                .setParameter("id", message)
                .executeUpdate();
    }

    @Override
    public List<AnswerDraft> drafts() {
        return search == null
                ? List.of()
                : sessions.read(session -> session
                        .createSelectionQuery(
                                "from MessageDraftRow d order by d.startedAt, d.messageId", MessageDraftRow.class)
                        .getResultList()
                        .stream()
                        .map(rows::draft)
                        .toList());
    }

    /** Another program, or a pull, has written conversations: searches look again. */
    void changedElsewhere() {
        if (search != null) {
            search.forget();
        }
    }

    void close() {
        if (search != null) {
            search.close();
        }
    }

    private static Entry entry(ChatMessage message) {
        return new Entry(message.id(), message.sessionId(), message.content(), message.createdAt());
    }
}

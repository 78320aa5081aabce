package app.larder.store;

import app.larder.chat.SessionSummary;
import app.larder.recipes.Highlighted;
import app.larder.store.MessageIndex.Hit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Makes the list of conversations. */
final class ChatLists {

    /** More of what a search finds is not shown; nobody reads that far. */
    static final int MOST_FOUND = 50;

    private final Function<String, Set<String>> variants;

    /** Lists that mark a typed word's other forms as well. */
    ChatLists(Function<String, Set<String>> variants) {
        this.variants = variants;
    }

    /** All conversations, the latest first. */
    List<SessionSummary> all(StatelessSession session, int limit) {
        List<ChatSessionRow> rows = session.createSelectionQuery(
                        "from ChatSessionRow s order by s.updatedAt desc, s.id desc", ChatSessionRow.class)
                .setMaxResults(limit)
                .getResultList();
        return summaries(session, rows, Map.of());
    }

    /** The conversations that were found, in that order, each with a piece of what was found. */
    List<SessionSummary> of(StatelessSession session, List<Hit> hits, String typed, int limit) {
        List<Hit> shown = hits.subList(0, Math.min(hits.size(), limit));
        Map<UUID, ChatSessionRow> rows = new HashMap<>();
        session.createSelectionQuery("from ChatSessionRow s where s.id in :ids", ChatSessionRow.class)
                .setParameter("ids", shown.stream().map(Hit::session).toList())
                .getResultList()
                .forEach(row -> rows.put(row.id, row));
        Map<UUID, UUID> messages = new HashMap<>();
        for (Hit hit : shown) {
            if (hit.message() != null) {
                messages.put(hit.message(), hit.session());
            }
        }
        List<ChatSessionRow> found =
                shown.stream().map(hit -> rows.get(hit.session())).filter(Objects::nonNull).toList();
        return summaries(session, found, pieces(session, messages, typed));
    }

    /** As {@link #of}, by looking through all messages: on a server, and while the index is being made. */
    List<SessionSummary> scan(StatelessSession session, String typed, int limit) {
        List<String> words = TextWords.of(typed).stream()
                .map(word -> typed.substring(word.start(), word.end()).toLowerCase(Locale.ROOT))
                .distinct()
                .limit(8)
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        StringBuilder message = new StringBuilder("m.sessionId = s.id");
        StringBuilder title = new StringBuilder("1 = 1");
        for (int i = 0; i < words.size(); i++) {
            message.append(" and lower(m.content) like :w").append(i).append(" escape '!'");
            title.append(" and lower(s.title) like :w").append(i).append(" escape '!'");
        }
        List<UUID> found = bound(session.createSelectionQuery(
                                "select s.id from ChatSessionRow s where (" + title + ") or exists"
                                        + " (select 1 from ChatMessageRow m where " + message + ")"
                                        + " order by s.updatedAt desc, s.id desc",
                                UUID.class), words)
                .setMaxResults(Math.min(limit, MOST_FOUND))
                .getResultList();
        List<Hit> hits = found.stream().map(id -> new Hit(id, newest(session, id, message.toString(), words), 0)).toList();
        return of(session, hits, typed, limit);
    }

    private static @Nullable UUID newest(StatelessSession session, UUID id, String where, List<String> words) {
        return bound(session.createSelectionQuery(
                                "select m.id from ChatMessageRow m join ChatSessionRow s on s.id = m.sessionId where "
                                        + where + " and s.id = :session order by m.createdAt desc",
                                UUID.class), words)
                .setParameter("session", id)
                .setMaxResults(1)
                .getSingleResultOrNull();
    }

    private static <T> SelectionQuery<T> bound(SelectionQuery<T> query, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).replace("!", "!!").replace("%", "!%").replace("_", "!_");
            query.setParameter("w" + i, "%" + word + "%");
        }
        return query;
    }

    /** A piece of each message, by its conversation. */
    private Map<UUID, Highlighted> pieces(StatelessSession session, Map<UUID, UUID> messages, String typed) {
        if (messages.isEmpty()) {
            return Map.of();
        }
        TextHighlights highlights = new TextHighlights(typed, variants);
        Map<UUID, Highlighted> pieces = new HashMap<>();
        session.createSelectionQuery(
                        "select m.id, m.content from ChatMessageRow m where m.id in :ids", Object[].class)
                .setParameter("ids", messages.keySet())
                .getResultList()
                .forEach(row -> {
                    Highlighted piece = highlights.best((String) row[1]);
                    UUID of = messages.get((UUID) row[0]);
                    if (piece != null && of != null) {
                        pieces.put(of, piece);
                    }
                });
        return pieces;
    }

    private static List<SessionSummary> summaries(
            StatelessSession session, List<ChatSessionRow> rows, Map<UUID, Highlighted> pieces) {
        Map<UUID, Long> counts = new HashMap<>();
        for (List<UUID> slice : Slices.of(rows.stream().map(row -> row.id).toList())) {
            session.createSelectionQuery(
                            "select m.sessionId, count(*) from ChatMessageRow m where m.sessionId in :ids"
                                    + " group by m.sessionId",
                            Object[].class)
                    .setParameter("ids", slice)
                    .getResultList()
                    .forEach(row -> counts.put((UUID) row[0], (Long) row[1]));
        }
        return rows.stream()
                .map(row -> new SessionSummary(
                        ChatRows.session(row),
                        Math.toIntExact(Objects.requireNonNullElse(counts.get(row.id), 0L)),
                        pieces.get(row.id)))
                .toList();
    }
}

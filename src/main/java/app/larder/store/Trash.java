package app.larder.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One kind of deleted rows: their images, kept until they are restored or purged. */
final class Trash<T> {

    private static final TypeReference<Map<String, Object>> IMAGE = new TypeReference<>() {};

    private final String entity;
    private final Class<T> type;
    private final JsonMapper mapper;

    Trash(String entity, Class<T> type, JsonMapper mapper) {
        this.entity = entity;
        this.type = type;
        this.mapper = mapper;
    }

    /** What the trash keeps of a row. */
    record Kept<T>(UUID id, String name, T row, Map<String, Object> more) {

        /** A row that nothing else goes along with. */
        Kept(UUID id, String name, T row) {
            this(id, name, row, Map.of());
        }
    }

    void put(StatelessSession session, UUID userId, List<Kept<T>> rows) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        remove(session, rows.stream().map(Kept::id).toList());
        session.insertMultiple(rows.stream()
                .map(kept -> {
                    TrashRow row = new TrashRow();
                    row.rowId = kept.id();
                    row.entity = entity;
                    row.userId = userId;
                    row.name = kept.name();
                    row.image = new LinkedHashMap<>(mapper.convertValue(kept.row(), IMAGE));
                    row.image.putAll(kept.more());
                    row.deletedAt = now;
                    return row;
                })
                .toList());
    }

    /** The rows of those ids that are in the trash, the longest kept first. */
    List<T> find(StatelessSession session, Collection<UUID> ids) {
        return rows(session, ids).stream()
                .map(row -> mapper.convertValue(row.image, type))
                .toList();
    }

    /** What went along with the rows of those ids under a name: lists of such things, one after the other. */
    <M> List<M> more(StatelessSession session, Collection<UUID> ids, String name, Class<M[]> type) {
        return rows(session, ids).stream().flatMap(row -> more(row, name, type)).toList();
    }

    /** What went along with any row. */
    <M> List<M> more(StatelessSession session, String name, Class<M[]> type) {
        return session
                .createSelectionQuery("from TrashRow t where t.entity = :entity", TrashRow.class)
                .setParameter("entity", entity)
                .getResultList()
                .stream()
                .flatMap(row -> more(row, name, type))
                .toList();
    }

    private <M> Stream<M> more(TrashRow row, String name, Class<M[]> type) {
        Object found = row.image.get(name);
        try {
            return found == null ? Stream.empty() : Arrays.stream(mapper.convertValue(found, type));
        } catch (JacksonException e) {
            // Another program means something else by that name.
            return Stream.empty();
        }
    }

    /** Something that goes along with a row, as {@link Kept#more} takes it. */
    Object plain(Object thing) {
        return mapper.convertValue(thing, Object.class);
    }

    private List<TrashRow> rows(StatelessSession session, Collection<UUID> ids) {
        return session
                .createSelectionQuery(
                        "from TrashRow t where t.entity = :entity and t.rowId in :ids order by t.deletedAt, t.rowId",
                        TrashRow.class)
                .setParameter("entity", entity)
                .setParameter("ids", ids)
                .getResultList();
    }

    void remove(StatelessSession session, Collection<UUID> ids) {
        session.createMutationQuery("delete from TrashRow t where t.entity = :entity and t.rowId in :ids")
                .setParameter("entity", entity)
                .setParameter("ids", ids)
                .executeUpdate();
    }

    int purge(StatelessSession session, Instant before) {
        return session.createMutationQuery("delete from TrashRow t where t.entity = :entity and t.deletedAt < :before")
                .setParameter("entity", entity)
                .setParameter("before", before)
                .executeUpdate();
    }
}

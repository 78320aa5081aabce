package app.larder.sync;

import app.larder.sync.Merge.Side;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** Merges rows on a workbench and keeps what gives way as conflicts for people to settle. */
final class Merging {

    private final Workbench bench;
    private final SyncState state;
    private final Instant server;
    private final Supplier<UUID> ids;

    /** For one exchange; {@code server} is its time. */
    Merging(Workbench bench, SyncState state, Instant server, Supplier<UUID> ids) {
        this.bench = bench;
        this.state = state;
        this.server = server;
        this.ids = ids;
    }

    /**
     * Merges what is here with what is there.
     *
     * @param base what both began with; null if nobody knows
     * @param edited when each field was changed there, as far as known
     * @param device whose change it was there; null if another program's, or unknown
     */
    void merge(
            RowKey key,
            @Nullable Image base,
            Image theirs,
            Map<String, Instant> edited,
            @Nullable String device,
            Stock stock) {
        LocalRow here = bench.row(key);
        Image current = Objects.requireNonNull(here.current());
        Map<String, Instant> own = new HashMap<>();
        here.edited().forEach((field, at) -> own.put(field, Freezing.corrected(at, state.offset())));
        Side mine = new Side(current, own);
        Merge.Merged merged = Merge.of(key, base, mine, new Side(theirs, edited), stock, server);
        bench.put(key, merged.image());
        for (Merge.Lost lost : merged.lost()) {
            note(key, lost, lost.otherMine() ? own : edited, lost.otherMine() ? null : device);
        }
        if (!merged.lost().isEmpty()) {
            bench.tell(Activity.Kind.CONFLICT, key, 1, device);
        } else if (!merged.image().equals(theirs) && !merged.image().equals(current)) {
            bench.tell(Activity.Kind.MERGED, key, 1, device);
        }
    }

    /**
     * Merges with a version of another history: field by field the one that was written later counts. The other is kept
     * as a conflict, for nobody can say whether its writer ever saw it.
     *
     * @param known what was last heard of the row before
     */
    void withOtherVersion(RowKey key, Shadow known, Shadow there, @Nullable String device) {
        Image newest = there.image();
        Map<String, Instant> edited = new HashMap<>(there.edited());
        for (String field : key.entity().fields()) {
            Instant before = known.edited().get(field);
            Instant found = there.edited().get(field);
            boolean older = before == null || (found != null && !before.isAfter(found));
            if (!known.image().same(there.image(), field)) {
                JsonNode mine = known.image().get(field);
                JsonNode theirs = there.image().get(field);
                if (!Merge.isTime(field)) {
                    Merge.Lost lost = new Merge.Lost(field, older ? theirs : mine, older ? mine : theirs, older);
                    note(key, lost, older ? known.edited() : there.edited(), older ? null : device);
                }
                if (!older && before != null) {
                    newest = newest.with(field, mine);
                    edited.put(field, before);
                }
            }
        }
        merge(key, known.image(), newest, edited, device, Stock.UNMOVED);
    }

    private void note(RowKey key, Merge.Lost lost, Map<String, Instant> edited, @Nullable String from) {
        int slash = lost.field().indexOf('/');
        Instant at = edited.get(slash < 0 ? lost.field() : lost.field().substring(0, slash));
        Map<String, JsonNode> conflict = new LinkedHashMap<>();
        conflict.put("entity", text(key.entity().wire()));
        conflict.put("row_id", text(key.id().toString()));
        conflict.put("field", text(lost.field()));
        conflict.put("kept", lost.kept());
        conflict.put("other", lost.other());
        conflict.put("other_edited_at", text(at == null ? null : Times.text(at)));
        conflict.put("other_from", text(from));
        conflict.put("made_at", text(Times.text(server)));
        conflict.put("settled_at", text(null));
        bench.add(new RowKey(Entity.CONFLICTS, ids.get()), new Image(conflict));
    }

    private static JsonNode text(@Nullable String value) {
        return value == null ? NullNode.getInstance() : StringNode.valueOf(value);
    }
}

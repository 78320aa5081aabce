package app.larder.store;

import app.larder.sync.Entity;
import app.larder.sync.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows in the order of sync: parents before children, then by id. */
final class RowOrder {

    private RowOrder() {}

    interface Ids {
        List<UUID> of(Entity entity, @Nullable UUID after, int most);
    }

    /** Rows after that one, of all entities, as {@code ids} knows each entity's. */
    static List<RowKey> after(Optional<RowKey> after, int most, Ids ids) {
        List<RowKey> found = new ArrayList<>();
        for (Entity entity : Entity.values()) {
            boolean begun = after.filter(key -> key.entity() == entity).isPresent();
            if (found.size() < most && after.map(key -> key.entity().compareTo(entity) <= 0).orElse(true)) {
                ids.of(entity, begun ? after.orElseThrow().id() : null, most - found.size())
                        .forEach(id -> found.add(new RowKey(entity, id)));
            }
        }
        return found;
    }

    /** What hangs on a row, directly or not. */
    static List<RowKey> below(RowKey parent, Function<RowKey, List<RowKey>> children) {
        List<RowKey> all = new ArrayList<>();
        for (RowKey child : new TreeSet<>(children.apply(parent))) {
            all.add(child);
            all.addAll(below(child, children));
        }
        return all;
    }
}

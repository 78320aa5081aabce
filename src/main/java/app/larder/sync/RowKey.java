package app.larder.sync;

import java.util.Comparator;
import java.util.UUID;

/** Which row. Ordered by rank and id, parents first. */
public record RowKey(Entity entity, UUID id) implements Comparable<RowKey> {

    // As the server orders uuids: byte by byte, which their text is too.
    private static final Comparator<RowKey> ORDER =
            Comparator.comparing(RowKey::entity).thenComparing(key -> key.id().toString());

    @Override
    public int compareTo(RowKey other) {
        return ORDER.compare(this, other);
    }
}

package app.larder.sync;

import app.larder.sync.SyncState.Walk;
import app.larder.sync.SyncState.Why;
import app.larder.sync.Wire.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Compares a page of a walk with what is known here, so that {@link Arriving} can go on as if it had heard it in order.
 * After a restore of the server every computer sends again what it still has; after damage here the server's word counts.
 */
final class Comparing {

    private static final int SLICE = 500;

    private final Workbench bench;
    private final Merging merging;
    private final Walk walk;

    Comparing(Workbench bench, Merging merging, Walk walk) {
        this.bench = bench;
        this.merging = merging;
        this.walk = walk;
    }

    void compare(List<Incoming> rows, Page page) {
        Map<RowKey, Incoming> there = new HashMap<>();
        for (Wire.PageRow row : page.rows()) {
            Entity.named(row.entity()).ifPresent(entity -> there.put(new RowKey(entity, row.id()), row.incoming()));
        }
        bench.fetch(there.keySet());
        for (Incoming row : rows) {
            Entity.named(row.entity()).ifPresent(entity -> known(new RowKey(entity, row.id()), row));
        }
        Optional<RowKey> after = place(walk.place().rank(), walk.place().id());
        Optional<RowKey> end = page.more() && page.upto() != null
                ? place(page.upto().rank(), page.upto().id())
                : Optional.empty();
        while (true) {
            List<RowKey> keys = bench.tx().heardOf(after, SLICE);
            bench.fetch(keys);
            for (RowKey key : keys) {
                if (end.isPresent() && key.compareTo(end.get()) > 0) {
                    return;
                }
                if (!there.containsKey(key)) {
                    absent(key);
                }
            }
            if (keys.size() < SLICE) {
                return;
            }
            after = Optional.of(keys.getLast());
        }
    }

    private static Optional<RowKey> place(int rank, @Nullable UUID id) {
        return id == null ? Optional.empty() : Optional.of(new RowKey(Entity.ranked(rank), id));
    }

    /** A row that is there. Its revision says nothing any more. */
    private void known(RowKey key, Incoming row) {
        LocalRow here = bench.row(key);
        Shadow shadow = here.shadow();
        if (shadow == null) {
            return;
        }
        Shadow there = row.shadow();
        if (walk.why() == Why.REPAIR || (here.current() == null && !there.image().equals(shadow.image()))) {
            // The server's row counts: what is clean here takes it, what was changed or deleted here is merged with it.
            bench.heard(key, shadow.at(0));
        } else if (here.current() == null) {
            // It was deleted, and came back with a backup.
            bench.heard(key, there);
            bench.settle(key);
        } else {
            merging.withOtherVersion(key, shadow, there, row.device());
            bench.heard(key, there);
            bench.settle(key);
        }
    }

    private void absent(RowKey key) {
        LocalRow here = bench.row(key);
        Shadow shadow = Objects.requireNonNull(here.shadow());
        if (shadow.deleted() && walk.why() == Why.REPAIR) {
            return;
        }
        if (here.current() == null) {
            bench.heard(key, Shadow.unknown(shadow));
            bench.clean(key);
        } else if (walk.why() == Why.FORK || here.changedHere()) {
            bench.heard(key, Shadow.unknown(shadow));
            bench.dirty(key, here.edited());
        } else {
            bench.put(key, null);
            bench.heard(key, Shadow.unknown(shadow));
            bench.clean(key);
        }
    }
}

package app.larder.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Stops before a pull deletes much of what is here: a wrong button elsewhere should not empty every computer. */
final class ManyDeletions {

    private static final int FEW = 20;
    private static final double MUCH = 0.3;

    private final Replica.Transaction tx;

    ManyDeletions(Replica.Transaction tx) {
        this.tx = tx;
    }

    /** Whether the staged rows and these would delete more than twenty rows and more than 30 % of all. */
    boolean ask(List<Incoming> rows) {
        long announced = tx.staged().deletions()
                + rows.stream().filter(row -> row.shadow().deleted()).count();
        if (announced <= FEW) {
            return false;
        }
        int effective = deleted(rows).size() + (tx.staged().deletions() == 0 ? 0 : deleted(tx.staged(Integer.MAX_VALUE)).size());
        return effective > FEW && effective > MUCH * tx.size();
    }

    /** Those of the rows that are here, unchanged, and would go. */
    private Map<RowKey, Incoming> deleted(List<Incoming> rows) {
        Map<RowKey, Incoming> gone = new HashMap<>();
        for (Incoming row : rows) {
            if (row.shadow().deleted()) {
                Entity.named(row.entity()).ifPresent(entity -> gone.put(new RowKey(entity, row.id()), row));
            }
        }
        Map<RowKey, LocalRow> here = tx.load(gone.keySet());
        gone.keySet().removeIf(key -> {
            LocalRow row = Objects.requireNonNull(here.get(key));
            return row.current() == null || row.changedHere();
        });
        return gone;
    }

    /** Keeps everything that would go: it is sent to the server again. */
    void keepAll(Instant now) {
        Workbench bench = new Workbench(tx, now);
        List<Incoming> kept = new ArrayList<>();
        deleted(tx.staged(Integer.MAX_VALUE)).forEach((key, row) -> {
            bench.heard(key, row.shadow());
            bench.dirty(key, Map.of());
            kept.add(row);
        });
        bench.tell(Activity.Kind.KEPT_FROM_DELETION, null, kept.size(), null);
        bench.flush();
        tx.unstage(kept);
    }
}

package app.larder.sync;

import app.larder.sync.Wire.Batch;
import app.larder.sync.Wire.Mutation;
import app.larder.sync.Wire.Outcome;
import app.larder.sync.Wire.Parent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes note of what became of a batch. */
final class Settling {

    private final Workbench bench;
    private final Merging merging;

    Settling(Workbench bench, Merging merging) {
        this.bench = bench;
        this.merging = merging;
    }

    /**
     * Notes outcomes, all but those {@link #late} looks at when the page that came with them is applied.
     * Returns how many rows were sent.
     */
    int settle(Batch batch, List<Outcome> outcomes) {
        Map<UUID, Outcome> byId = byId(outcomes);
        bench.fetch(batch.groups().stream().flatMap(List::stream).map(Settling::key).toList());
        int sent = 0;
        for (List<Mutation> group : batch.groups()) {
            Outcome refusal = refusal(group, byId);
            if (refusal != null) {
                group.forEach(mutation -> rejected(key(mutation), refusal));
                continue;
            }
            for (Mutation mutation : group) {
                Outcome outcome = byId.get(mutation.mutation());
                if (outcome == null) {
                    continue;
                }
                if (outcome.kind().equals("applied")) {
                    if (!mutation.deletes()) {
                        applied(key(mutation), mutation, outcome);
                    }
                    sent++;
                }
            }
        }
        if (sent > 0) {
            bench.tell(Activity.Kind.SENT, null, sent, null);
        }
        return sent;
    }

    /**
     * Looks at stale outcomes, deletions and missing parents once everything up to the head is applied: what the server holds came with a
     * page, unless this computer forgot more than the server, or the server less.
     */
    void late(Batch batch, List<Outcome> outcomes) {
        Map<UUID, Outcome> byId = byId(outcomes);
        for (List<Mutation> group : batch.groups()) {
            for (Mutation mutation : group) {
                Outcome outcome = byId.get(mutation.mutation());
                if (outcome != null && outcome.kind().equals("stale")) {
                    stale(key(mutation), mutation, outcome);
                } else if (outcome != null && outcome.kind().equals("applied") && mutation.deletes()) {
                    deleted(key(mutation), outcome);
                } else if (outcome != null && outcome.kind().equals("parent_deleted")) {
                    parentDeleted(outcome.parent());
                }
            }
        }
    }

    /** A row the server refuses holds back its group, and nothing else. */
    private static @Nullable Outcome refusal(List<Mutation> group, Map<UUID, Outcome> byId) {
        return group.stream()
                .map(mutation -> byId.get(mutation.mutation()))
                .filter(outcome -> outcome != null && outcome.kind().equals("rejected"))
                .findFirst()
                .orElse(null);
    }

    private static Map<UUID, Outcome> byId(List<Outcome> outcomes) {
        Map<UUID, Outcome> byId = new HashMap<>();
        outcomes.forEach(outcome -> byId.put(outcome.mutation(), outcome));
        return byId;
    }

    private static RowKey key(Mutation mutation) {
        return new RowKey(Entity.named(mutation.entity()).orElseThrow(), mutation.id());
    }

    private void applied(RowKey key, Mutation mutation, Outcome outcome) {
        LocalRow here = bench.row(key);
        Shadow known = here.shadow();
        if (known != null && known.revision() >= outcome.revision()) {
            return;
        }
        Image base = here.remote();
        Image sent = (base == null ? Image.EMPTY : base).with(Objects.requireNonNull(mutation.set()));
        Image stored = Objects.requireNonNullElse(outcome.row(), sent);
        if (here.current() == null && !stored.equals(sent)) {
            // Deleted here since, and edited there: the page tells, and the edit counts.
            return;
        }
        Map<String, Instant> edited = new HashMap<>(known == null ? Map.of() : known.edited());
        edited.putAll(Objects.requireNonNullElse(mutation.edited(), Map.of()));
        edited.putAll(Objects.requireNonNullElse(outcome.edited(), Map.of()));
        bench.heard(key, new Shadow(outcome.revision(), false, stored, edited));
        if (here.current() != null) {
            merging.merge(key, sent, stored, edited, null, Stock.UNMOVED);
        }
        bench.settle(key);
    }

    private void deleted(RowKey key, Outcome outcome) {
        Shadow known = bench.row(key).shadow();
        if (known == null || known.revision() < outcome.revision() || outcome.revision() == 0) {
            bench.heard(
                    key,
                    new Shadow(
                            outcome.revision(),
                            true,
                            known == null ? Image.EMPTY : known.image(),
                            known == null ? Map.of() : known.edited()));
            bench.settle(key);
        }
    }

    private void rejected(RowKey key, Outcome outcome) {
        String reason = Objects.requireNonNullElse(outcome.reason(), "");
        bench.refuse(key, reason);
        bench.tell(Activity.Kind.REFUSED, key, 1, reason);
    }

    /** What it hangs on is gone there and lives here, so it is sent again. */
    private void parentDeleted(@Nullable Parent parent) {
        Entity entity = parent == null ? null : Entity.named(parent.entity()).orElse(null);
        if (parent == null || entity == null) {
            return;
        }
        RowKey key = new RowKey(entity, parent.id());
        LocalRow here = bench.row(key);
        Shadow known = here.shadow();
        if (here.current() == null
                || (known != null && known.deleted() && known.revision() >= parent.revision())) {
            return;
        }
        Image last = parent.image() == null ? Image.EMPTY : new Image(parent.image());
        bench.heard(key, new Shadow(parent.revision(), true, last, known == null ? Map.of() : known.edited()));
        bench.dirty(key, here.edited());
        bench.tell(Activity.Kind.KEPT_FROM_DELETION, key, 1, null);
    }

    private void stale(RowKey key, Mutation mutation, Outcome outcome) {
        LocalRow here = bench.row(key);
        Shadow known = here.shadow();
        if (known == null || known.revision() == mutation.base()) {
            Image there = outcome.row();
            boolean gone = outcome.deleted() || there == null;
            if (known != null && known.revision() == outcome.revision() && known.deleted() == gone) {
                return;
            }
            // Nothing newer came: what is there is the server's word, and the edit goes out against it.
            bench.heard(
                    key,
                    new Shadow(
                            outcome.revision(),
                            gone,
                            there == null ? Image.EMPTY : there,
                            Objects.requireNonNullElse(outcome.edited(), Map.of())));
            bench.settle(key);
        }
    }
}

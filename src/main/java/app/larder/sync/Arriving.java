package app.larder.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Applies rows that came from the server, merging them with what was changed here. An edit beats a deletion, on either
 * side; what gives way is kept as a conflict for people to settle.
 */
final class Arriving {

    private final Workbench bench;
    private final Merging merging;
    private final Function<RowKey, List<Incoming>> comingUnder;
    private final Map<String, Integer> received = new LinkedHashMap<>();

    /**
     * For some rows.
     *
     * @param comingUnder other rows that come and hang on a row
     */
    Arriving(Workbench bench, Merging merging, Function<RowKey, List<Incoming>> comingUnder) {
        this.bench = bench;
        this.merging = merging;
        this.comingUnder = comingUnder;
    }

    /**
     * Applies rows, parents before children.
     *
     * @return those that must wait, because what they hang on is not here
     */
    List<Incoming> apply(List<Incoming> rows) {
        List<Incoming> waiting = new ArrayList<>();
        Map<RowKey, Incoming> known = new HashMap<>();
        List<Incoming> foreign = new ArrayList<>();
        for (Incoming row : rows) {
            Entity.named(row.entity())
                    .ifPresentOrElse(entity -> known.put(new RowKey(entity, row.id()), row), () -> foreign.add(row));
        }
        if (!foreign.isEmpty()) {
            bench.tx().park(foreign);
        }
        List<RowKey> wanted = new ArrayList<>(known.keySet());
        known.forEach((key, row) ->
                key.entity().parentOf(key.id(), row.shadow().image()).ifPresent(wanted::add));
        bench.fetch(wanted);
        known.keySet().stream().sorted().forEach(key -> {
            Incoming row = Objects.requireNonNull(known.get(key));
            if (!arrive(key, row)) {
                waiting.add(row);
            }
        });
        received.forEach((device, count) ->
                bench.tell(Activity.Kind.RECEIVED, null, count, device.isEmpty() ? null : device));
        return waiting;
    }

    private boolean arrive(RowKey key, Incoming row) {
        Shadow old = bench.row(key).shadow();
        if (old != null && old.revision() >= row.shadow().revision()) {
            return true;
        }
        return row.shadow().deleted() ? gone(key, row) : lives(key, row);
    }

    private boolean lives(RowKey key, Incoming row) {
        LocalRow here = bench.row(key);
        Image theirs = row.shadow().image();
        Image known = here.remote();
        if (here.current() == null && here.dirty() && here.shadow() != null && theirs.equals(here.shadow().image())) {
            // Nothing of it changed, or it came back with what it hangs on: it stays deleted here.
            bench.heard(key, row.shadow());
            return true;
        }
        Optional<RowKey> parent = key.entity().parentOf(key.id(), theirs);
        if (parent.isPresent() && !bench.revive(parent.get())) {
            return false;
        }
        here = bench.row(key);
        Image current = here.current();
        if (current == null) {
            if (here.dirty() && known != null) {
                // Deleted here, edited there.
                bench.put(key, theirs);
                bench.tell(Activity.Kind.KEPT_FROM_DELETION, key, 1, row.device());
                reviveUnder(key);
            }
            bench.put(key, theirs);
        } else if (here.changedHere()) {
            merge(key, row);
        } else {
            bench.put(key, withLineKeys(key, current, theirs));
        }
        bench.heard(key, row.shadow());
        bench.settle(key);
        if (key.entity() == Entity.TRASH) {
            leaveTrashIfKept(key);
        }
        count(row);
        return true;
    }

    private void reviveUnder(RowKey key) {
        for (RowKey child : bench.tx().deletedUnder(key)) {
            bench.revive(child);
        }
    }

    private void count(Incoming row) {
        received.merge(Objects.requireNonNullElse(row.device(), ""), 1, Integer::sum);
    }

    /** What another program drops when it rewrites a list is put back, if it was known. */
    private static Image withLineKeys(RowKey key, Image current, Image theirs) {
        if (key.entity() != Entity.RECIPES) {
            return theirs;
        }
        JsonNode lines = theirs.get("ingredients");
        JsonNode whole = IngredientLists.restored(current.get("ingredients"), lines);
        return whole.equals(lines) ? theirs : theirs.with("ingredients", whole);
    }

    private void merge(RowKey key, Incoming row) {
        // The last image of a tombstone is what both began with too.
        Shadow known = bench.row(key).shadow();
        if (known != null && known.revision() == 0 && !known.image().fields().isEmpty()) {
            merging.withOtherVersion(key, known, row.shadow(), row.device());
            return;
        }
        Image base = known == null || known.image().fields().isEmpty() ? null : known.image();
        Image theirs = base == null ? row.shadow().image() : withLineKeys(key, base, row.shadow().image());
        merging.merge(key, base, theirs, row.shadow().edited(), row.device(), stock(key));
    }

    private Stock stock(RowKey key) {
        if (key.entity() != Entity.HOUSEHOLD_INGREDIENTS) {
            return Stock.UNMOVED;
        }
        List<Image> mine = new ArrayList<>();
        for (RowKey child : bench.tx().under(key)) {
            LocalRow move = bench.row(child);
            if (move.dirty() && move.shadow() == null && move.current() != null) {
                mine.add(move.current());
            }
        }
        List<Image> theirs = comingUnder.apply(key).stream()
                .filter(move -> !move.shadow().deleted())
                .filter(move -> bench.row(new RowKey(Entity.PANTRY_MOVES, move.id())).shadow() == null)
                .map(move -> move.shadow().image())
                .toList();
        return new Stock(mine, theirs);
    }

    private boolean gone(RowKey key, Incoming row) {
        LocalRow here = bench.row(key);
        if (key.entity() == Entity.USERS) {
            return true;
        }
        if (here.current() == null) {
            bench.heard(key, row.shadow());
            if (!parentKept(key, row.shadow().image())) {
                bench.clean(key);
            }
            return true;
        }
        if (here.changedHere() || changedUnder(key) || parentKept(key, here.current())) {
            // What was changed there before it was deleted is not undone.
            if (!row.shadow().image().fields().isEmpty()) {
                if (here.changedHere()) {
                    merge(key, row);
                } else {
                    bench.put(key, withLineKeys(key, here.current(), row.shadow().image()));
                }
            }
            bench.heard(key, row.shadow());
            bench.dirty(key, bench.row(key).edited());
            bench.tell(Activity.Kind.KEPT_FROM_DELETION, key, 1, row.device());
            return true;
        }
        bench.put(key, null);
        bench.heard(key, row.shadow());
        bench.clean(key);
        count(row);
        return true;
    }

    /** Whether something that hangs on it was changed here. */
    private boolean changedUnder(RowKey key) {
        List<RowKey> under = bench.tx().under(key);
        bench.fetch(under);
        return under.stream().anyMatch(child -> bench.present(child) && bench.row(child).changedHere());
    }

    /** Whether what it hangs on was kept from the same deletion, which takes it along. */
    private boolean parentKept(RowKey key, Image image) {
        return key.entity().parentOf(key.id(), image).filter(bench::comesBack).isPresent();
    }

    /** A row that was kept from deletion is not in the trash. */
    private void leaveTrashIfKept(RowKey trash) {
        for (Entity entity : List.of(Entity.RECIPES, Entity.HOUSEHOLD_INGREDIENTS)) {
            LocalRow row = bench.row(new RowKey(entity, trash.id()));
            if (row.current() != null && row.dirty() && row.remote() == null && row.shadow() != null) {
                bench.put(trash, null);
                bench.dirty(trash, Map.of());
            }
        }
    }
}

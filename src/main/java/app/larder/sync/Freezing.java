package app.larder.sync;

import app.larder.sync.Wire.Batch;
import app.larder.sync.Wire.Mutation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes the next batch: what differs here from what was last heard of the server. Ids are minted now and not when the
 * edit is made: two copies of one profile then never send different things under one id.
 */
final class Freezing {

    private static final int MOST_ROWS = 600;
    private static final int MOST_CHARACTERS = 2_000_000;

    private final Workbench bench;
    private final SyncState state;
    private final Supplier<UUID> ids;

    Freezing(Workbench bench, SyncState state, Supplier<UUID> ids) {
        this.bench = bench;
        this.state = state;
        this.ids = ids;
    }

    /** The next batch; empty if there is nothing to send. Rows that turn out not to differ are clean afterwards. */
    Batch next() {
        Map<UUID, List<RowKey>> groups = new LinkedHashMap<>();
        for (Replica.Dirty dirty : bench.tx().dirty(MOST_ROWS)) {
            groups.computeIfAbsent(dirty.group(), _ -> new ArrayList<>()).add(dirty.key());
        }
        bench.fetch(groups.values().stream().flatMap(List::stream).toList());
        Map<UUID, Group> frozen = new HashMap<>();
        for (Map.Entry<UUID, List<RowKey>> group : groups.entrySet()) {
            List<Mutation> mutations = new ArrayList<>();
            group.getValue().stream().sorted().forEach(key -> {
                Mutation mutation = mutation(key);
                if (mutation != null) {
                    mutations.add(mutation);
                }
            });
            if (!mutations.isEmpty()) {
                frozen.put(group.getKey(), Group.of(mutations));
            }
        }
        frozen.values().removeIf(group -> group.mutations().stream().anyMatch(m -> !hasParent(m, frozen)));
        return new Batch(cut(frozen.values().stream().sorted().map(Group::mutations).toList()));
    }

    /** Groups are put parents first and deleted children first. */
    private record Group(boolean deletes, int rank, String id, List<Mutation> mutations) implements Comparable<Group> {

        static Group of(List<Mutation> mutations) {
            boolean deletes = mutations.stream().allMatch(Mutation::deletes);
            int rank = mutations.stream()
                    .mapToInt(m -> Entity.named(m.entity()).orElseThrow().rank())
                    .min()
                    .orElseThrow();
            List<Mutation> ordered = deletes ? mutations.reversed() : mutations;
            return new Group(deletes, rank, mutations.getFirst().id().toString(), List.copyOf(ordered));
        }

        @Override
        public int compareTo(Group other) {
            return Comparator.comparing(Group::deletes)
                    .thenComparingInt(group -> group.deletes ? -group.rank : group.rank)
                    .thenComparing(Group::id)
                    .compare(this, other);
        }
    }

    /** At least one group; ever less than the server would take a long time for. */
    private static List<List<Mutation>> cut(List<List<Mutation>> groups) {
        List<List<Mutation>> taken = new ArrayList<>();
        long characters = 0;
        for (List<Mutation> group : groups) {
            characters += Wire.write(group).length();
            if (!taken.isEmpty() && characters > MOST_CHARACTERS) {
                break;
            }
            taken.add(group);
        }
        return taken;
    }

    private @Nullable Mutation mutation(RowKey key) {
        LocalRow row = bench.row(key);
        Image here = row.current();
        Image there = row.remote();
        if (here == null && there == null && row.shadow() != null && parentComesBack(key, row.shadow().image())) {
            // It may come back with what it hangs on, and is deleted again then.
            return null;
        }
        if (Objects.equals(here, there) || (key.entity() == Entity.USERS && (here == null || there == null))) {
            bench.clean(key);
            return null;
        }
        if (here == null) {
            // What hangs on a row that is deleted too goes with it, on the server as here.
            return goesWithParent(key, Objects.requireNonNull(there)) ? null : of(key, row, Mutation.DELETE, null, null);
        }
        Map<String, JsonNode> set = new LinkedHashMap<>();
        Map<String, JsonNode> was = new LinkedHashMap<>();
        for (String field : key.entity().fields()) {
            if (there == null) {
                set.put(field, here.get(field));
            } else if (!here.same(there, field)) {
                set.put(field, here.get(field));
                was.put(field, there.get(field));
            }
        }
        if (set.isEmpty()) {
            // They differ in what only newer programs know.
            bench.clean(key);
            return null;
        }
        return of(key, row, Mutation.PUT, was, set);
    }

    private Mutation of(
            RowKey key,
            LocalRow row,
            String op,
            @Nullable Map<String, JsonNode> was,
            @Nullable Map<String, JsonNode> set) {
        Shadow shadow = row.shadow();
        return new Mutation(
                ids.get(),
                key.entity().wire(),
                key.id(),
                op,
                shadow == null ? 0 : shadow.revision(),
                state.cursor().revision(),
                was,
                set,
                set == null ? null : edited(row, set));
    }

    private Map<String, Instant> edited(LocalRow row, Map<String, JsonNode> set) {
        Map<String, Instant> times = new LinkedHashMap<>();
        for (String field : set.keySet()) {
            Instant at = row.edited().get(field);
            Instant known = row.shadow() == null ? null : row.shadow().edited().get(field);
            if (at != null) {
                times.put(field, corrected(at, state.offset()));
            } else if (known != null) {
                times.put(field, known);
            }
        }
        return times;
    }

    /** A time of this computer's clock by the server's. */
    static Instant corrected(Instant here, Duration offset) {
        return here.plus(offset);
    }

    private boolean parentComesBack(RowKey key, Image image) {
        return key.entity().parentOf(key.id(), image).filter(bench::comesBack).isPresent();
    }

    private boolean goesWithParent(RowKey key, Image image) {
        Optional<RowKey> parent = key.entity().parentOf(key.id(), image);
        return parent.isPresent()
                && !bench.present(parent.get())
                && bench.row(parent.get()).dirty()
                && bench.row(parent.get()).remote() != null;
    }

    /** What hangs on a row the server doesn't have waits until that one is sent. */
    private boolean hasParent(Mutation mutation, Map<UUID, Group> frozen) {
        RowKey key = new RowKey(Entity.named(mutation.entity()).orElseThrow(), mutation.id());
        Image here = bench.row(key).current();
        if (here == null) {
            return true;
        }
        Optional<RowKey> parent = key.entity().parentOf(key.id(), here);
        return parent.isEmpty()
                || bench.row(parent.get()).remote() != null
                || frozen.values().stream()
                        .anyMatch(group -> group.mutations().stream()
                                .anyMatch(m -> m.id().equals(parent.get().id())
                                        && m.entity().equals(parent.get().entity().wire())));
    }
}

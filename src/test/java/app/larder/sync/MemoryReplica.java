package app.larder.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A computer's rows in memory, with the rules of the file: cascades, dirty marks, transactions, crashes. */
final class MemoryReplica implements Replica {

    /** A row's mark. */
    private record Dirt(UUID group, long seq, Map<String, Instant> edited, @Nullable String held) {}

    /** Everything on the disk; images never change, so a copy of the maps is a copy of the disk. */
    private static final class Disk {
        private final TreeMap<RowKey, Image> rows = new TreeMap<>();
        private final TreeMap<RowKey, Shadow> shadows = new TreeMap<>();
        private final Map<RowKey, Dirt> dirt = new LinkedHashMap<>();
        private final Map<String, Incoming> inbox = new LinkedHashMap<>();
        private final Map<Slot, String> notes = new HashMap<>();
        private final List<Activity> told = new ArrayList<>();
        private long seq;

        private Disk copy() {
            Disk copy = new Disk();
            copy.rows.putAll(rows);
            copy.shadows.putAll(shadows);
            copy.dirt.putAll(dirt);
            copy.inbox.putAll(inbox);
            copy.notes.putAll(notes);
            copy.told.addAll(told);
            copy.seq = seq;
            return copy;
        }
    }

    private Disk disk;
    /** What a crash leaves if commits are not durable. */
    private Disk safe;
    private final boolean durable;

    MemoryReplica() {
        this(true);
    }

    /** A replica; if it is not durable, a crash loses everything since the last barrier but one commit in two. */
    MemoryReplica(boolean durable) {
        this.disk = new Disk();
        this.safe = disk.copy();
        this.durable = durable;
    }

    /** Another computer with the same disk. */
    MemoryReplica cloned() {
        MemoryReplica twin = new MemoryReplica(durable);
        twin.disk = disk.copy();
        twin.safe = disk.copy();
        return twin;
    }

    /** The process ends; what was committed stays, if commits are durable. */
    void crash() {
        if (!durable) {
            disk = safe.copy();
        }
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        Disk before = disk.copy();
        try {
            return work.apply(new Tx());
        } catch (RuntimeException | Error e) {
            disk = before;
            throw e;
        }
    }

    @Override
    public void barrier() {
        // The mutant without durability has no barrier either.
    }

    /** Some moment at which the operating system wrote everything. */
    void flushed() {
        safe = disk.copy();
    }

    /** The rows that are there. */
    Map<RowKey, Image> rows() {
        return Map.copyOf(disk.rows);
    }

    @Nullable Image row(RowKey key) {
        return disk.rows.get(key);
    }

    /** Nothing is on its way: what is dirty was refused, or hangs on what was. */
    boolean idle() {
        Set<UUID> refused = disk.dirt.values().stream()
                .filter(dirt -> dirt.held() != null)
                .map(Dirt::group)
                .collect(Collectors.toSet());
        return disk.dirt.values().stream().allMatch(dirt -> refused.contains(dirt.group()))
                && disk.inbox.isEmpty()
                && !disk.notes.containsKey(Slot.IN_FLIGHT);
    }

    List<Activity> told() {
        return List.copyOf(disk.told);
    }

    Map<RowKey, Shadow> shadows() {
        return Map.copyOf(disk.shadows);
    }

    /** A person's edit: some fields of a row that may not be there yet. All in one transaction with {@code also}. */
    void edit(Instant now, Map<RowKey, Map<String, JsonNode>> changes) {
        changes.keySet().stream().sorted().forEach(key -> {
            Image before = disk.rows.get(key);
            Image after = (before == null ? Image.EMPTY : before).with(Objects.requireNonNull(changes.get(key)));
            disk.rows.put(key, after);
            mark(key, after, now, after.differences(before == null ? Image.EMPTY : before));
        });
    }

    /** A person deletes a row, and with it what hangs on it. */
    void delete(Instant now, RowKey key) {
        under(key).reversed().forEach(child -> remove(now, child));
        remove(now, key);
    }

    private void remove(Instant now, RowKey key) {
        Image before = disk.rows.remove(key);
        if (before != null) {
            mark(key, before, now, List.of());
        }
    }

    private void mark(RowKey key, Image image, Instant now, Collection<String> fields) {
        Map<String, Instant> edited = new HashMap<>();
        Dirt old = disk.dirt.get(key);
        if (old != null) {
            edited.putAll(old.edited());
        }
        fields.forEach(field -> edited.put(field, now));
        disk.dirt.put(key, new Dirt(group(key, image), old == null ? disk.seq++ : old.seq(), edited, null));
    }

    private static UUID group(RowKey key, Image image) {
        return switch (key.entity()) {
            case PANTRY_MOVES -> key.entity().parentOf(key.id(), image).map(RowKey::id).orElse(key.id());
            default -> key.id();
        };
    }

    private List<RowKey> under(RowKey parent) {
        List<RowKey> found = new ArrayList<>();
        disk.rows.forEach((key, image) -> {
            if (key.entity().parentOf(key.id(), image).filter(parent::equals).isPresent()) {
                found.add(key);
                found.addAll(under(key));
            }
        });
        return found;
    }

    private final class Tx implements Transaction {

        @Override
        public Optional<String> note(Slot slot) {
            return Optional.ofNullable(disk.notes.get(slot));
        }

        @Override
        public void note(Slot slot, String json) {
            if (json.isEmpty()) {
                disk.notes.remove(slot);
            } else {
                disk.notes.put(slot, json);
            }
        }

        @Override
        public List<Dirty> dirty(int most) {
            Map<UUID, List<Map.Entry<RowKey, Dirt>>> groups = new LinkedHashMap<>();
            disk.dirt.entrySet().stream()
                    .filter(entry -> entry.getValue().held() == null)
                    .sorted(Comparator.comparingLong(entry -> entry.getValue().seq()))
                    .forEach(entry -> groups.computeIfAbsent(entry.getValue().group(), _ -> new ArrayList<>())
                            .add(entry));
            List<Dirty> dirty = new ArrayList<>();
            for (List<Map.Entry<RowKey, Dirt>> group : groups.values()) {
                if (dirty.size() >= most) {
                    break;
                }
                group.forEach(entry -> dirty.add(new Dirty(entry.getKey(), entry.getValue().group())));
            }
            return dirty;
        }

        @Override
        public int waiting() {
            return disk.dirt.size();
        }

        @Override
        public Map<RowKey, String> held() {
            Map<RowKey, String> held = new LinkedHashMap<>();
            disk.dirt.forEach((key, dirt) -> {
                if (dirt.held() != null) {
                    held.put(key, dirt.held());
                }
            });
            return held;
        }

        @Override
        public void release(Collection<RowKey> keys) {
            keys.forEach(key -> disk.dirt.computeIfPresent(
                    key, (_, dirt) -> new Dirt(dirt.group(), dirt.seq(), dirt.edited(), null)));
        }

        @Override
        public List<Activity> told(int most) {
            return disk.told.reversed().stream().limit(most).toList();
        }

        @Override
        public Map<RowKey, LocalRow> load(Collection<RowKey> keys) {
            Map<RowKey, LocalRow> rows = new HashMap<>();
            for (RowKey key : keys) {
                Dirt dirt = disk.dirt.get(key);
                rows.put(
                        key,
                        new LocalRow(
                                disk.rows.get(key),
                                disk.shadows.get(key),
                                dirt != null,
                                dirt == null ? Map.of() : Map.copyOf(dirt.edited())));
            }
            return rows;
        }

        @Override
        public List<RowKey> deletedUnder(RowKey parent) {
            return disk.shadows.entrySet().stream()
                    .filter(entry -> !entry.getValue().deleted()
                            && !disk.rows.containsKey(entry.getKey())
                            && disk.dirt.containsKey(entry.getKey())
                            && entry.getKey()
                                    .entity()
                                    .parentOf(entry.getKey().id(), entry.getValue().image())
                                    .filter(parent::equals)
                                    .isPresent())
                    .map(Map.Entry::getKey)
                    .toList();
        }

        @Override
        public List<RowKey> under(RowKey parent) {
            return MemoryReplica.this.under(parent);
        }

        @Override
        public List<RowKey> heardOf(Optional<RowKey> after, int most) {
            return disk.shadows.keySet().stream()
                    .filter(key -> after.isEmpty() || key.compareTo(after.get()) > 0)
                    .limit(most)
                    .toList();
        }

        @Override
        public List<RowKey> present(Optional<RowKey> after, int most) {
            return disk.rows.keySet().stream()
                    .filter(key -> after.isEmpty() || key.compareTo(after.get()) > 0)
                    .limit(most)
                    .toList();
        }

        @Override
        public void apply(List<RowChange> changes) {
            Comparator<RowChange> order = Comparator.comparing(RowChange::key);
            changes.stream().filter(c -> c.write() == RowChange.Write.PUT).sorted(order).forEach(change -> {
                Image image = Objects.requireNonNull(change.image());
                Optional<RowKey> parent = change.key().entity().parentOf(change.key().id(), image);
                if (parent.isPresent() && !disk.rows.containsKey(parent.get())) {
                    throw new IllegalStateException("no parent for " + change.key());
                }
                disk.rows.put(change.key(), image);
            });
            changes.stream()
                    .filter(c -> c.write() == RowChange.Write.DELETE)
                    .sorted(order.reversed())
                    .forEach(change -> {
                        MemoryReplica.this.under(change.key()).forEach(disk.rows::remove);
                        disk.rows.remove(change.key());
                    });
            changes.forEach(this::note);
        }

        private void note(RowChange change) {
            RowKey key = change.key();
            if (change.shadow() != null) {
                disk.shadows.put(key, change.shadow());
            }
            Dirt old = disk.dirt.get(key);
            switch (change.mark()) {
                case KEEP -> {}
                case CLEAN -> disk.dirt.remove(key);
                case DIRTY -> {
                    Image image = disk.rows.getOrDefault(key, change.shadow() == null ? Image.EMPTY : change.shadow().image());
                    Map<String, Instant> edited = new HashMap<>(old == null ? Map.of() : old.edited());
                    edited.putAll(change.edited());
                    disk.dirt.put(
                            key, new Dirt(MemoryReplica.group(key, image), old == null ? disk.seq++ : old.seq(), edited, null));
                }
                case HELD -> disk.dirt.put(
                        key,
                        new Dirt(
                                old == null ? key.id() : old.group(),
                                old == null ? disk.seq++ : old.seq(),
                                old == null ? Map.of() : old.edited(),
                                Objects.requireNonNull(change.reason())));
            }
        }

        @Override
        public void stage(List<Incoming> rows) {
            for (Incoming row : rows) {
                disk.inbox.merge(
                        row.entity() + " " + row.id(),
                        row,
                        (old, fresh) -> old.shadow().revision() > fresh.shadow().revision() ? old : fresh);
            }
        }

        private Stream<Incoming> known() {
            return disk.inbox.values().stream().filter(row -> Entity.named(row.entity()).isPresent());
        }

        @Override
        public List<Incoming> staged(int most) {
            return known().sorted(Comparator.comparing(MemoryReplica::key)).limit(most).toList();
        }

        @Override
        public List<Incoming> stagedUnder(RowKey parent) {
            return known()
                    .filter(row -> key(row).entity().parentOf(row.id(), row.shadow().image())
                            .filter(parent::equals)
                            .isPresent())
                    .toList();
        }

        @Override
        public void unstage(Collection<Incoming> rows) {
            rows.forEach(row -> disk.inbox.remove(row.entity() + " " + row.id()));
        }

        @Override
        public Staged staged() {
            List<Incoming> staged = known().toList();
            return new Staged(
                    staged.size(),
                    (int) staged.stream().filter(row -> row.shadow().deleted()).count());
        }

        @Override
        public void park(List<Incoming> rows) {
            stage(rows);
        }

        @Override
        public List<Incoming> parked() {
            return List.of();
        }

        @Override
        public int size() {
            return disk.rows.size();
        }

        @Override
        public void tell(List<Activity> lines) {
            disk.told.addAll(lines);
        }
    }

    private static RowKey key(Incoming row) {
        return new RowKey(Entity.named(row.entity()).orElseThrow(), row.id());
    }

    /** The rows as texts, for a message. */
    String shown() {
        return disk.rows.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}

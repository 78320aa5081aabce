package app.larder.sync;

import app.larder.sync.Wire.Answer;
import app.larder.sync.Wire.Cursor;
import app.larder.sync.Wire.Mutation;
import app.larder.sync.Wire.Outcome;
import app.larder.sync.Wire.Page;
import app.larder.sync.Wire.PageRow;
import app.larder.sync.Wire.Parent;
import app.larder.sync.Wire.Position;
import app.larder.sync.Wire.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The server's rules in memory, for one person: what exchange_v1 does, statement by statement, without a database. */
final class MemoryServer implements Server, Deeds.Tables {

    /** A protection that is left out, to see whether the tests notice. */
    enum Mutant {
        /** Pushes commit in another order than they took their revisions. */
        LOCK_OFF,
        /** A mutation that comes again happens again. */
        DEDUPE_OFF,
        /** Whatever comes is written. */
        BASE_COMPARE_OFF,
        /** What other programs write is not noticed. */
        FOLD_OFF,
        /** A deletion happens whatever was edited since. */
        DELETE_WINS,
        /** Half a group is kept though the other half was refused. */
        SAVEPOINT_OFF,
        /** Another history is not noticed. */
        FORK_CHECK_OFF,
        /** A page says it is the last one too early. */
        STAGING_OFF
    }

    private record Entry(
            long revision, boolean deleted, Image image, Map<String, Instant> edited, @Nullable String device) {}

    private record Known(String hash, String kind, long revision, @Nullable String reason) {}

    private static final class Tables {
        private final TreeMap<RowKey, Image> rows = new TreeMap<>();
        private final TreeMap<RowKey, Entry> entries = new TreeMap<>();
        private final Map<UUID, Known> mutations = new HashMap<>();
        private final Map<Long, UUID> commits = new HashMap<>();
        private final Set<RowKey> touched = new LinkedHashSet<>();
        private UUID lineage;
        private long revision;

        private Tables(UUID lineage) {
            this.lineage = lineage;
        }

        private Tables copy() {
            Tables copy = new Tables(lineage);
            copy.rows.putAll(rows);
            copy.entries.putAll(entries);
            copy.mutations.putAll(mutations);
            copy.commits.putAll(commits);
            copy.touched.addAll(touched);
            copy.revision = revision;
            return copy;
        }
    }

    private final Set<Mutant> mutants;
    private final Supplier<UUID> ids;
    private final Supplier<Instant> clock;
    private final int pageRows;
    private Tables now;
    private @Nullable Tables backup;
    private final Map<RowKey, Entry> late = new LinkedHashMap<>();

    /**
     * An empty server.
     *
     * @param pageRows rows a page has at most, however many are asked for
     */
    MemoryServer(Set<Mutant> mutants, Supplier<UUID> ids, Supplier<Instant> clock, int pageRows) {
        this.mutants = mutants.isEmpty() ? EnumSet.noneOf(Mutant.class) : EnumSet.copyOf(mutants);
        this.ids = ids;
        this.clock = clock;
        this.pageRows = pageRows;
        this.now = new Tables(ids.get());
    }

    @Override
    public Map<RowKey, Image> rows() {
        return Map.copyOf(now.rows);
    }

    @Override
    public void put(RowKey key, Map<String, JsonNode> fields) {
        Optional<RowKey> parent = key.entity().parentOf(key.id(), now.rows.getOrDefault(key, Image.EMPTY).with(fields));
        if (parent.isPresent() && !now.rows.containsKey(parent.get())) {
            return;
        }
        Image before = now.rows.get(key);
        Image image = before == null ? complete(key.entity(), fields) : before.with(fields);
        now.rows.put(key, image);
        now.touched.add(key);
    }

    @Override
    public void delete(RowKey key) {
        List<RowKey> under = under(key);
        under.forEach(now.rows::remove);
        now.touched.addAll(under);
        if (now.rows.remove(key) != null) {
            now.touched.add(key);
        }
    }

    void takeBackup() {
        backup = now.copy();
    }

    boolean hasBackup() {
        return backup != null;
    }

    /** The backup is restored. */
    void restoreBackup() {
        now = Objects.requireNonNull(backup).copy();
        late.clear();
    }

    /** The database is made anew and empty. */
    void recreate() {
        now = new Tables(ids.get());
        late.clear();
    }

    private static Image complete(Entity entity, Map<String, JsonNode> fields) {
        Map<String, JsonNode> image = new LinkedHashMap<>();
        entity.fields().forEach(field -> image.put(field, new Image(fields).get(field)));
        return new Image(image);
    }

    private List<RowKey> under(RowKey parent) {
        List<RowKey> found = new ArrayList<>();
        now.rows.forEach((key, image) -> {
            if (key.entity().parentOf(key.id(), image).filter(parent::equals).isPresent()) {
                found.add(key);
                found.addAll(under(key));
            }
        });
        return found;
    }

    @Override
    public String exchange(String json) {
        Answer answer = answer(Wire.JSON.readValue(json, Request.class));
        String text = Wire.write(answer);
        return text;
    }

    private Cursor head() {
        return new Cursor(now.lineage, now.revision, now.commits.get(now.revision));
    }

    private Answer answer(Request request) {
        Cursor from = request.from();
        boolean forked = from.lineage() != null
                && (!from.lineage().equals(now.lineage)
                        || from.revision() > now.revision
                        || !Objects.equals(from.commit(), now.commits.get(from.revision())));
        if (forked && !mutants.contains(Mutant.FORK_CHECK_OFF)) {
            return new Answer(Answer.FORK, 4, 1, clock.get(), head(), null, null, null, null, null);
        }
        if (!mutants.contains(Mutant.FOLD_OFF)) {
            fold(now.touched, null, Map.of());
        }
        now.touched.clear();
        List<Outcome> outcomes = new ArrayList<>();
        Push push = new Push(request);
        for (List<Mutation> group : request.push()) {
            outcomes.addAll(push.group(group));
        }
        Map<RowKey, Entry> visibleLater = push.commit();
        Page page = request.walk() == null ? page(request) : walk(request);
        now.entries.putAll(late);
        late.clear();
        late.putAll(visibleLater);
        outcomes.replaceAll(push::filled);
        return new Answer(Answer.ANSWER, 4, 1, clock.get(), head(), outcomes, page, null, null, List.of());
    }

    /** Notes rows as they are now at a new revision. */
    private void fold(Set<RowKey> keys, @Nullable String device, Map<RowKey, Map<String, Instant>> edited) {
        List<RowKey> changed = keys.stream()
                .filter(key -> {
                    Entry entry = now.entries.get(key);
                    Image image = now.rows.get(key);
                    return image == null ? entry != null && !entry.deleted()
                            : entry == null || entry.deleted() || !entry.image().equals(image);
                })
                .sorted()
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        now.revision++;
        now.commits.put(now.revision, ids.get());
        for (RowKey key : changed) {
            Entry old = now.entries.get(key);
            Image image = now.rows.get(key);
            if (image == null) {
                now.entries.put(
                        key, new Entry(now.revision, true, Objects.requireNonNull(old).image(), old.edited(), device));
                continue;
            }
            Map<String, Instant> times = new HashMap<>(old == null ? Map.of() : old.edited());
            Map<String, Instant> given = edited.getOrDefault(key, Map.of());
            Image before = old == null ? Image.EMPTY : old.image();
            image.differences(before).forEach(field -> times.put(field, given.getOrDefault(field, clock.get())));
            now.entries.put(key, new Entry(now.revision, false, image, times, device));
        }
    }

    /** The push part of one call. */
    private final class Push {
        private final Request request;
        private final Set<RowKey> written = new LinkedHashSet<>();
        private final Map<RowKey, Map<String, Instant>> edited = new HashMap<>();
        private final Map<UUID, Mutation> applied = new HashMap<>();
        private final Map<UUID, Known> again = new HashMap<>();

        private Push(Request request) {
            this.request = request;
        }

        private List<Outcome> group(List<Mutation> group) {
            TreeMap<RowKey, Image> savepoint = new TreeMap<>(now.rows);
            Set<RowKey> writtenBefore = new LinkedHashSet<>(written);
            List<Outcome> outcomes = new ArrayList<>();
            for (Mutation mutation : group) {
                outcomes.add(one(mutation));
            }
            if (outcomes.stream().anyMatch(o -> !o.kind().equals("applied"))
                    && !mutants.contains(Mutant.SAVEPOINT_OFF)) {
                now.rows.clear();
                now.rows.putAll(savepoint);
                written.clear();
                written.addAll(writtenBefore);
                for (int i = 0; i < outcomes.size(); i++) {
                    Outcome outcome = outcomes.get(i);
                    if (outcome.kind().equals("applied") && !again.containsKey(outcome.mutation())) {
                        applied.remove(outcome.mutation());
                        outcomes.set(i, stale(group.get(i)));
                    }
                }
            }
            return outcomes;
        }

        private RowKey key(Mutation mutation) {
            return new RowKey(Entity.named(mutation.entity()).orElseThrow(), mutation.id());
        }

        private Outcome one(Mutation mutation) {
            Known known = now.mutations.get(mutation.mutation());
            if (known != null && !mutants.contains(Mutant.DEDUPE_OFF)) {
                if (!known.hash().equals(hash(mutation))) {
                    return outcome(mutation, "id_reuse", 0, null);
                }
                again.put(mutation.mutation(), known);
                return outcome(mutation, known.kind(), known.revision(), known.reason());
            }
            return mutation.deletes() ? delete(mutation) : put(mutation);
        }

        private Outcome put(Mutation mutation) {
            RowKey key = key(mutation);
            Image row = now.rows.get(key);
            Entry entry = now.entries.get(key);
            Map<String, JsonNode> set = Objects.requireNonNull(mutation.set());
            if (row != null) {
                if (!mutants.contains(Mutant.BASE_COMPARE_OFF)
                        && (entry == null || entry.revision() != mutation.base() || written.contains(key))) {
                    Image was = new Image(Objects.requireNonNullElse(mutation.was(), Map.of()));
                    for (Map.Entry<String, JsonNode> field : set.entrySet()) {
                        JsonNode current = row.get(field.getKey());
                        boolean asBefore = was.fields().containsKey(field.getKey())
                                && Canonical.same(current, was.get(field.getKey()));
                        boolean amount = key.entity() == Entity.HOUSEHOLD_INGREDIENTS
                                && List.of("quantity", "unit").contains(field.getKey());
                        // Two who used the same amount come to the same sum, which counts only one of them.
                        if (!asBefore && (amount || !Canonical.same(current, field.getValue()))) {
                            return stale(mutation);
                        }
                    }
                }
                return write(mutation, key, row.with(set));
            }
            boolean fits = entry == null ? mutation.base() == 0 : entry.deleted() && entry.revision() == mutation.base();
            if (!fits && !mutants.contains(Mutant.BASE_COMPARE_OFF)) {
                return stale(mutation);
            }
            Image image = complete(key.entity(), set);
            Optional<RowKey> parent = key.entity().parentOf(key.id(), image);
            if (parent.isPresent() && !now.rows.containsKey(parent.get())) {
                Entry gone = now.entries.get(parent.get());
                return new Outcome(
                        mutation.mutation(), "parent_deleted", 0, false, null, null, null,
                        new Parent(
                                parent.get().entity().wire(), parent.get().id(), gone == null ? 0 : gone.revision(),
                                gone == null ? null : gone.image().fields()));
            }
            return write(mutation, key, image);
        }

        private void revive(RowKey parent, long revision) {
            now.entries.forEach((key, entry) -> {
                if (entry.deleted()
                        && entry.revision() == revision
                        && !now.rows.containsKey(key)
                        && key.entity().parentOf(key.id(), entry.image()).filter(parent::equals).isPresent()) {
                    now.rows.put(key, entry.image());
                    written.add(key);
                    revive(key, revision);
                }
            });
        }

        private Outcome write(Mutation mutation, RowKey key, Image image) {
            if (image.get("name").isString() && image.get("name").stringValue().equals("refuse me")) {
                return outcome(mutation, "rejected", 0, "23514");
            }
            now.rows.put(key, image);
            written.add(key);
            edited.computeIfAbsent(key, _ -> new HashMap<>())
                    .putAll(Objects.requireNonNullElse(mutation.edited(), Map.of()));
            applied.put(mutation.mutation(), mutation);
            return outcome(mutation, "applied", 0, null);
        }

        private Outcome delete(Mutation mutation) {
            RowKey key = key(mutation);
            Entry entry = now.entries.get(key);
            if (now.rows.containsKey(key) && !mutants.contains(Mutant.DELETE_WINS)) {
                boolean changed = entry == null || entry.revision() != mutation.base() || written.contains(key);
                boolean under = under(key).stream().anyMatch(child -> {
                    Entry known = now.entries.get(child);
                    return known == null
                            || (known.revision() > mutation.seen() && !device().equals(known.device()));
                });
                if (changed || under) {
                    return stale(mutation);
                }
            }
            List<RowKey> under = under(key);
            under.forEach(now.rows::remove);
            written.addAll(under);
            now.rows.remove(key);
            written.add(key);
            applied.put(mutation.mutation(), mutation);
            return outcome(mutation, "applied", 0, null);
        }

        private String device() {
            return request.device().id().toString();
        }

        private Outcome stale(Mutation mutation) {
            return outcome(mutation, "stale", 0, null);
        }

        private Outcome outcome(Mutation mutation, String kind, long revision, @Nullable String reason) {
            return new Outcome(mutation.mutation(), kind, revision, false, null, null, reason, null);
        }

        /** What was deleted with a row that is back now comes back too, unless it was put already. */
        private void revive() {
            for (RowKey key : Set.copyOf(written)) {
                Entry entry = now.entries.get(key);
                if (entry != null && entry.deleted() && now.rows.containsKey(key)) {
                    revive(key, entry.revision());
                }
            }
        }

        /** Folds what was written; returns what others see only later, if nothing locks. */
        private Map<RowKey, Entry> commit() {
            revive();
            TreeMap<RowKey, Entry> before = new TreeMap<>(now.entries);
            fold(written, device(), edited);
            applied.forEach((id, mutation) -> now.mutations.put(
                    id,
                    new Known(
                            hash(mutation), "applied",
                            Objects.requireNonNull(now.entries.getOrDefault(key(mutation), NOTHING)).revision(), null)));
            Map<RowKey, Entry> hidden = new LinkedHashMap<>();
            if (mutants.contains(Mutant.LOCK_OFF)) {
                for (RowKey key : written) {
                    Entry entry = now.entries.get(key);
                    if (entry != null && !entry.equals(before.get(key))) {
                        hidden.put(key, entry);
                        if (before.containsKey(key)) {
                            now.entries.put(key, Objects.requireNonNull(before.get(key)));
                        } else {
                            now.entries.remove(key);
                        }
                    }
                }
            }
            return hidden;
        }

        /** An outcome with the row as it is after everything. */
        private Outcome filled(Outcome outcome) {
            Mutation mutation = request.push().stream()
                    .flatMap(List::stream)
                    .filter(m -> m.mutation().equals(outcome.mutation()))
                    .findFirst()
                    .orElseThrow();
            Entry entry = now.entries.get(key(mutation));
            if (entry == null && late.containsKey(key(mutation))) {
                entry = late.get(key(mutation));
            }
            boolean old = again.containsKey(outcome.mutation());
            long revision = old ? outcome.revision() : entry == null ? 0 : entry.revision();
            boolean same = entry != null && entry.revision() == revision;
            return switch (outcome.kind()) {
                case "applied" -> new Outcome(
                        outcome.mutation(), "applied", revision, same && Objects.requireNonNull(entry).deleted(),
                        same ? Objects.requireNonNull(entry).image().fields() : null,
                        same ? Objects.requireNonNull(entry).edited() : null, null, null);
                case "stale" -> new Outcome(
                        outcome.mutation(), "stale", revision, entry != null && entry.deleted(),
                        entry == null ? null : entry.image().fields(), entry == null ? null : entry.edited(), null, null);
                default -> outcome;
            };
        }
    }

    private static final Entry NOTHING = new Entry(0, true, Image.EMPTY, Map.of(), null);

    private static String hash(Mutation mutation) {
        return mutation.entity() + mutation.id() + mutation.op() + mutation.base() + mutation.was() + mutation.set();
    }

    private Page page(Request request) {
        Position after = request.after() == null
                ? new Position(request.from().revision(), Integer.MAX_VALUE, null)
                : request.after();
        List<Map.Entry<RowKey, Entry>> rows = now.entries.entrySet().stream()
                .filter(entry -> after(entry, after))
                .sorted(Comparator.comparingLong((Map.Entry<RowKey, Entry> e) -> e.getValue().revision())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        List<Map.Entry<RowKey, Entry>> taken = rows.stream().limit(pageRows).toList();
        return new Page(
                taken.stream().map(MemoryServer::row).toList(),
                taken.isEmpty() ? after : new Position(
                        taken.getLast().getValue().revision(), taken.getLast().getKey().entity().rank(),
                        taken.getLast().getKey().id()),
                taken.size() < rows.size() && !mutants.contains(Mutant.STAGING_OFF));
    }

    private static boolean after(Map.Entry<RowKey, Entry> entry, Position after) {
        long revision = entry.getValue().revision();
        if (revision != after.revision() || after.id() == null) {
            return revision > after.revision();
        }
        return entry.getKey().compareTo(new RowKey(Entity.ranked(after.rank()), after.id())) > 0;
    }

    private Page walk(Request request) {
        Wire.WalkPlace place = Objects.requireNonNull(request.walk());
        List<Map.Entry<RowKey, Entry>> rows = now.entries.entrySet().stream()
                .filter(entry -> !entry.getValue().deleted())
                .filter(entry -> place.id() == null
                        || entry.getKey().compareTo(new RowKey(Entity.ranked(place.rank()), place.id())) > 0)
                .toList();
        List<Map.Entry<RowKey, Entry>> taken = rows.stream().limit(pageRows).toList();
        return new Page(
                taken.stream().map(MemoryServer::row).toList(),
                taken.isEmpty() ? new Position(0, place.rank(), place.id()) : new Position(
                        0, taken.getLast().getKey().entity().rank(), taken.getLast().getKey().id()),
                taken.size() < rows.size());
    }

    private static PageRow row(Map.Entry<RowKey, Entry> entry) {
        Entry value = entry.getValue();
        return new PageRow(
                entry.getKey().entity().wire(), entry.getKey().id(), value.revision(), value.deleted(),
                value.image().fields(), value.edited(), value.device());
    }
}

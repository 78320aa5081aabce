package app.larder.store;

import app.larder.sync.Activity;
import app.larder.sync.Entity;
import app.larder.sync.Image;
import app.larder.sync.Incoming;
import app.larder.sync.LocalRow;
import app.larder.sync.Replica;
import app.larder.sync.RowChange;
import app.larder.sync.RowKey;
import app.larder.sync.Shadow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One transaction of sync. Between slices it lets people's edits in, and gives way if they met its rows. */
final class SyncTransaction implements Replica.Transaction {

    private static final int SLICE = 100;

    private final Statements statements;
    private final SyncContent content;
    private final SyncDirty dirty;
    private final SyncActivity activity;
    private final SyncInbox inbox;
    private final PulledRecipes recipes;
    private final Turn turn;
    private final Set<RowKey> touched = new HashSet<>();
    private final Set<RowKey> absent = new HashSet<>();
    private final Set<RowKey> written = new HashSet<>();
    private boolean countsOnChildren;

    SyncTransaction(Statements statements, UUID owner, PulledRecipes recipes, Turn turn) {
        this.statements = statements;
        this.content = new SyncContent(statements, owner);
        this.dirty = new SyncDirty(statements);
        this.activity = new SyncActivity(statements);
        this.inbox = new SyncInbox(statements);
        this.recipes = recipes;
        this.turn = turn;
        dirty.news();
    }

    /** The rows whose content was put or deleted so far. */
    Set<RowKey> written() {
        return Set.copyOf(written);
    }

    /** To be called now and then; throws if what people did meanwhile means that all has to be done again. */
    void breathe() {
        if (turn.breathe()) {
            for (RowKey key : dirty.news()) {
                if (touched.contains(key) || (countsOnChildren && key.entity().parent() != null)) {
                    throw new Turn.GivenWayException();
                }
            }
        }
    }

    private <T> void each(Collection<T> all, Consumer<List<T>> work) {
        List<T> list = List.copyOf(all);
        for (int from = 0; from < list.size(); from += SLICE) {
            work.accept(list.subList(from, Math.min(list.size(), from + SLICE)));
            breathe();
        }
    }

    @Override
    public Optional<String> note(Replica.Slot slot) {
        return statements.first(
                "select note from larder.sync_notes where slot = ?", row -> row.getString(1), slot.name());
    }

    @Override
    public void note(Replica.Slot slot, String json) {
        if (json.isEmpty()) {
            statements.update("delete from larder.sync_notes where slot = ?", slot.name());
        } else {
            statements.update("merge into larder.sync_notes (slot, note) key (slot) values (?, ?)", slot.name(), json);
        }
    }

    @Override
    public List<Replica.Dirty> dirty(int most) {
        return dirty.waiting(most);
    }

    @Override
    public int waiting() {
        return dirty.count();
    }

    @Override
    public Map<RowKey, String> held() {
        return dirty.held();
    }

    @Override
    public Map<RowKey, LocalRow> load(Collection<RowKey> keys) {
        Map<RowKey, LocalRow> rows = new LinkedHashMap<>();
        each(keys, slice -> {
            for (RowKey key : slice) {
                touched.add(key);
                rows.put(key, load(key));
            }
        });
        return rows;
    }

    private LocalRow load(RowKey key) {
        Image current = content.image(key).orElse(null);
        if (current == null) {
            absent.add(key);
        }
        Shadow shadow = content.shadow(key).orElse(null);
        Optional<Edited> edited = dirty.edited(key);
        return new LocalRow(
                current,
                shadow,
                edited.isPresent(),
                edited.map(times -> times.of(key.entity())).orElse(Map.of()));
    }

    @Override
    public List<RowKey> deletedUnder(RowKey parent) {
        countsOnChildren = true;
        return RowOrder.below(parent, dirty::goneWith).stream()
                .filter(key -> content.image(key).isEmpty())
                .filter(key -> content.shadow(key).map(shadow -> !shadow.deleted()).orElse(true))
                .toList();
    }

    @Override
    public List<RowKey> under(RowKey parent) {
        countsOnChildren = true;
        return RowOrder.below(parent, content::under);
    }

    @Override
    public List<RowKey> heardOf(Optional<RowKey> after, int most) {
        return RowOrder.after(after, most, content::heardOf);
    }

    @Override
    public List<RowKey> present(Optional<RowKey> after, int most) {
        return RowOrder.after(after, most, content::ids);
    }

    @Override
    public int size() {
        return content.size();
    }

    @Override
    public void apply(List<RowChange> changes) {
        Map<RowKey, Image> puts = new LinkedHashMap<>();
        Set<RowKey> deletes = new HashSet<>();
        Map<RowKey, Shadow> shadows = new LinkedHashMap<>();
        for (RowChange change : changes) {
            touched.add(change.key());
            if (change.write() == RowChange.Write.PUT && change.image() != null) {
                puts.put(change.key(), change.image());
            } else if (change.write() == RowChange.Write.DELETE && change.key().entity() != Entity.USERS) {
                // Never the person themself: everything they keep hangs on that row.
                deletes.add(change.key());
            }
            if (change.shadow() != null) {
                shadows.put(change.key(), change.shadow());
            }
        }
        // Marks first: their groups may be told by rows that are deleted next.
        marks(changes);
        for (Entity entity : Entity.values()) {
            put(entity, puts);
        }
        for (Entity entity : List.of(Entity.values()).reversed()) {
            delete(entity, deletes);
        }
        each(shadows.keySet(), slice -> {
            Map<RowKey, Shadow> some = new LinkedHashMap<>(shadows);
            some.keySet().retainAll(new HashSet<>(slice));
            content.shadows(some);
        });
    }

    private void marks(List<RowChange> changes) {
        List<RowKey> clean = new ArrayList<>();
        for (RowChange change : changes) {
            switch (change.mark()) {
                case KEEP -> {
                    // As it was.
                }
                case CLEAN -> clean.add(change.key());
                case DIRTY -> dirty.mark(change.key(), group(change), new Edited(change.edited()), null);
                case HELD -> dirty.mark(
                        change.key(), group(change), new Edited(change.edited()), change.reason() == null ? "" : change.reason());
            }
        }
        each(clean, dirty::clean);
    }

    private UUID group(RowChange change) {
        RowKey key = change.key();
        Image image = change.image() == null ? content.image(key).orElse(Image.EMPTY) : change.image();
        return RowImages.group(
                key.entity(), key.id(), key.entity().parentOf(key.id(), image).map(RowKey::id).orElse(null));
    }

    private void put(Entity entity, Map<RowKey, Image> puts) {
        written.addAll(puts.keySet());
        Map<UUID, Image> fresh = new LinkedHashMap<>();
        Map<UUID, Image> others = new LinkedHashMap<>();
        puts.forEach((key, image) -> {
            if (key.entity() == entity) {
                (absent.remove(key) ? fresh : others).put(key.id(), image);
            }
        });
        each(fresh.keySet(), slice -> {
            content.insert(entity, slice, fresh);
            recipes.put(entity, slice, true);
        });
        each(others.keySet(), slice -> {
            Map<UUID, Image> some = new HashMap<>();
            slice.forEach(id -> some.put(id, Objects.requireNonNull(others.get(id))));
            content.put(entity, some);
            recipes.put(entity, slice, false);
        });
    }

    private void delete(Entity entity, Set<RowKey> deletes) {
        written.addAll(deletes);
        List<UUID> ids = deletes.stream()
                .filter(key -> key.entity() == entity)
                .map(RowKey::id)
                .toList();
        countsOnChildren |= !ids.isEmpty();
        each(ids, slice -> {
            content.delete(entity, slice);
            recipes.delete(entity, slice);
            slice.forEach(id -> absent.remove(new RowKey(entity, id)));
        });
    }

    @Override
    public void stage(List<Incoming> rows) {
        each(rows, slice -> inbox.put(slice, false));
    }

    @Override
    public List<Incoming> staged(int most) {
        return inbox.staged(most);
    }

    @Override
    public List<Incoming> stagedUnder(RowKey parent) {
        return inbox.under(parent);
    }

    @Override
    public void unstage(Collection<Incoming> rows) {
        each(rows, inbox::forget);
    }

    @Override
    public Replica.Staged staged() {
        return inbox.size();
    }

    @Override
    public void park(List<Incoming> rows) {
        inbox.put(rows, true);
    }

    @Override
    public List<Incoming> parked() {
        return inbox.nowKnown();
    }

    @Override
    public void tell(List<Activity> lines) {
        activity.tell(lines);
    }

    @Override
    public List<Activity> told(int most) {
        return activity.told(most);
    }

    @Override
    public void release(Collection<RowKey> keys) {
        dirty.release(keys);
    }
}

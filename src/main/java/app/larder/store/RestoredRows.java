package app.larder.store;

import app.larder.sync.Entity;
import app.larder.sync.Image;
import app.larder.sync.RowKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a restore wrote. Of the rows it inserted only a mark is remembered, of those it changed what they were; so taking
 * all of it back leaves alone whatever somebody has changed since.
 */
final class RestoredRows {

    private final Map<RowKey, Integer> inserted = new LinkedHashMap<>();
    private final Map<RowKey, Changed> changed = new LinkedHashMap<>();
    private final Map<RowKey, Image> removed = new LinkedHashMap<>();

    private record Changed(Image before, int mark) {}

    void inserted(RowKey key, Image image) {
        inserted.put(key, image.hashCode());
    }

    void changed(RowKey key, Image before, Image after) {
        changed.put(key, new Changed(before, after.hashCode()));
    }

    void removed(RowKey key, Image image) {
        removed.put(key, image);
    }

    /** The rows it wrote. */
    Set<RowKey> keys() {
        Set<RowKey> keys = new HashSet<>(inserted.keySet());
        keys.addAll(changed.keySet());
        keys.addAll(removed.keySet());
        return keys;
    }

    /** Takes everything back that nobody has changed since. */
    void undo(SyncContent content, PulledRecipes recipes) {
        changed.forEach((key, change) -> {
            if (content.image(key).filter(here -> here.hashCode() == change.mark()).isPresent()) {
                content.update(key.entity(), Map.of(key.id(), change.before()));
                recipes.put(key.entity(), List.of(key.id()), false);
            }
        });
        Set<RowKey> staying = staying(content);
        for (Entity entity : List.of(Entity.values()).reversed()) {
            List<UUID> going = inserted.keySet().stream()
                    .filter(key -> key.entity() == entity && !staying.contains(key))
                    .map(RowKey::id)
                    .toList();
            for (List<UUID> slice : Slices.of(going)) {
                content.delete(entity, slice);
                recipes.delete(entity, slice);
            }
        }
        Map<UUID, Image> back = new LinkedHashMap<>();
        removed.forEach((key, image) -> {
            if (content.image(key).isEmpty()) {
                back.put(key.id(), image);
            }
        });
        content.insert(Entity.TRASH, List.copyOf(back.keySet()), back);
    }

    /** Rows that somebody has changed or added to since, with what they hang on and what hangs on them. */
    private Set<RowKey> staying(SyncContent content) {
        Set<RowKey> staying = new HashSet<>();
        for (Map.Entry<RowKey, Integer> one : inserted.entrySet()) {
            RowKey key = one.getKey();
            boolean changedSince = key.entity() != Entity.TRASH
                    && content.image(key).filter(here -> here.hashCode() != one.getValue()).isPresent();
            boolean addedTo = content.under(key).stream().anyMatch(child -> !inserted.containsKey(child));
            if (changedSince || addedTo) {
                stay(key, content, staying);
            }
        }
        return staying;
    }

    private static void stay(RowKey key, SyncContent content, Set<RowKey> staying) {
        if (!staying.add(key)) {
            return;
        }
        content.image(key)
                .flatMap(image -> key.entity().parentOf(key.id(), image))
                .ifPresent(parent -> stay(parent, content, staying));
        List<RowKey> below = new ArrayList<>(content.under(key));
        below.forEach(child -> stay(child, content, staying));
    }
}

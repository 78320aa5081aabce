package app.larder.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * What a program's update has made known: values of fields that came while this program had no column for them stand in
 * what it heard of the server only. They are put into the rows before anything is compared, or the first edit of such a row
 * would send emptiness over them.
 */
final class NewFields {

    private static final int SLICE = 500;
    private static final String KNOWN = Wire.write(
            Stream.of(Entity.values()).collect(Collectors.toMap(Entity::wire, Entity::fields, (a, _) -> a, TreeMap::new)));
    private static final TypeReference<Map<String, List<String>>> BY_ENTITY = new TypeReference<>() {};

    private NewFields() {}

    /** Fills them in, once after each update that brings fields. */
    static void learn(Replica.Transaction tx) {
        Optional<String> before = tx.note(Replica.Slot.FIELDS);
        if (before.equals(Optional.of(KNOWN))) {
            return;
        }
        before.map(json -> Wire.JSON.readValue(json, BY_ENTITY)).ifPresent(known -> fill(tx, fresh(known)));
        tx.note(Replica.Slot.FIELDS, KNOWN);
    }

    /** An entity nobody knew has no rows that were heard of: those were parked. */
    private static Map<Entity, List<String>> fresh(Map<String, List<String>> known) {
        Map<Entity, List<String>> fresh = new LinkedHashMap<>();
        for (Entity entity : Entity.values()) {
            List<String> before = known.getOrDefault(entity.wire(), entity.fields());
            List<String> added = entity.fields().stream().filter(field -> !before.contains(field)).toList();
            if (!added.isEmpty()) {
                fresh.put(entity, added);
            }
        }
        return fresh;
    }

    private static void fill(Replica.Transaction tx, Map<Entity, List<String>> fresh) {
        Optional<RowKey> after = Optional.empty();
        List<RowKey> keys = fresh.isEmpty() ? List.of() : tx.heardOf(after, SLICE);
        while (!keys.isEmpty()) {
            List<RowKey> some = keys.stream().filter(key -> fresh.containsKey(key.entity())).toList();
            List<RowChange> changes = new ArrayList<>();
            tx.load(some).forEach((key, row) -> {
                Map<String, JsonNode> came = came(row, fresh.getOrDefault(key.entity(), List.of()));
                Image here = row.current();
                if (here != null && !came.isEmpty()) {
                    changes.add(new RowChange(
                            key, RowChange.Write.PUT, here.with(came), null, RowChange.Mark.KEEP, Map.of(), null));
                }
            });
            tx.apply(changes);
            after = Optional.of(keys.getLast());
            keys = tx.heardOf(after, SLICE);
        }
    }

    private static Map<String, JsonNode> came(LocalRow row, List<String> fields) {
        Map<String, JsonNode> came = new LinkedHashMap<>();
        Image here = row.current();
        Image there = row.remote();
        if (here != null && there != null) {
            for (String field : fields) {
                if (here.get(field).isNull() && !there.get(field).isNull()) {
                    came.put(field, there.get(field));
                }
            }
        }
        return came;
    }
}

package app.larder.store;

import app.larder.sync.Entity;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * When the fields of a row were last changed, as {@code larder.sync_dirty} notes it: a line a field, {@code name=time}; the
 * field {@code *} stands for all of them.
 *
 * @param times field to time
 */
record Edited(Map<String, Instant> times) {

    static final Edited NONE = new Edited(Map.of());
    private static final String ALL = "*";

    Edited {
        times = Map.copyOf(times);
    }

    static Edited all(Instant at) {
        return new Edited(Map.of(ALL, at));
    }

    static Edited of(Collection<String> fields, Instant at) {
        return new Edited(fields.stream().collect(Collectors.toMap(field -> field, _ -> at)));
    }

    static Edited parse(String text) {
        Map<String, Instant> times = new HashMap<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            times.put(line.substring(0, equals), Instant.parse(line.substring(equals + 1)));
        });
        return new Edited(times);
    }

    String text() {
        return new TreeMap<>(times).entrySet().stream()
                .map(time -> time.getKey() + "=" + time.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** With later times; one for all fields replaces what was noted. */
    Edited and(Edited later) {
        if (later.times.containsKey(ALL)) {
            return later;
        }
        Map<String, Instant> merged = new HashMap<>(times);
        merged.putAll(later.times);
        return new Edited(merged);
    }

    /** Field by field. */
    Map<String, Instant> of(Entity entity) {
        Instant all = times.get(ALL);
        if (all == null) {
            return times;
        }
        Map<String, Instant> each = new HashMap<>();
        entity.fields().forEach(field -> each.put(field, all));
        each.putAll(times);
        each.remove(ALL);
        return each;
    }
}
